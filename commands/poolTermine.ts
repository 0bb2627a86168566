import { Temporal } from 'temporal-polyfill'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { hasPools, poolContext } from '../src/chat/seen/poolsSeen.ts'
import { renewalTemplate } from '../src/domain/process/kinds/pools.ts'
import { imagined } from '../src/domain/process/planAhead.ts'
import type { PlannedProcess } from '../src/domain/process/process.ts'
import { isSettled, type StepOfProcess } from '../src/domain/process/stepsNamed.ts'
import { cyclesAround } from '../src/domain/process/wantedInstances.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { planHistories } from '../src/flows/processes/plans.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { poolDatesReply } from '../src/texts/programmes/pools.ts'

export default defineCommand({
  name: 'pool termine',
  aliases: ['pool fristen'],
  summary: 'Zeigt, wann Pools verlängert werden und wann befragt wird',
  help: 'Zeigt die nächsten Termine, die für alle Pools gelten: Verlängerung für das kommende Schuljahr und die jährliche Zufriedenheitsabfrage. Schulen werden dabei nicht genannt.',
  intent: 'pool_dates',
  args: {},
  permission: 'everyone',
  offered: hasPools,
  changes: false,
  examples: [{ input: 'pool termine', shows: 'Verlängerung für das Schuljahr' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>) {
    const { programme } = needs
    const today = dayOf(needs.now())
    const plans = await plansToday(needs)
    const renewal = renewalTemplate(programme.profile)
    const every = renewal?.wiederholung
    const cycles = every && 'jedes' in every ? cyclesAhead(every.jedes, today) : []
    const renewals = planHistories(
      needs,
      // The same for every school, so it is reckoned for one that has no name.
      cycles.map(cycle => imagined(renewal!, { kind: 'schule', name: '' }, cycle)),
    )
    const yearly = plans.all.filter(
      ({ template, instance }) =>
        template.id === 'zufriedenheit' && Temporal.PlainDate.compare(instance.start, today) <= 0,
    )
    return poolDatesReply(
      [
        // Of a school year without known holidays nothing can be said.
        ...renewals.flatMap(process => stepsAhead(process, today).filter(({ step }) => step.when !== null)),
        ...yearly.flatMap(process => stepsAhead(process, today)),
      ],
      poolContext(needs),
    )
  },
})

/** The cycles that people plan for now: this one, the next and the one after it. */
function cyclesAhead(every: Parameters<typeof cyclesAround>[0], today: Temporal.PlainDate) {
  const all = [...cyclesAround(every, today), ...cyclesAround(every, today.add({ years: 1 }))]
  return [...new Map(all.map(each => [each.cycle, each])).values()]
}

function stepsAhead(process: PlannedProcess, today: Temporal.PlainDate): StepOfProcess[] {
  return process.steps
    .filter(
      step =>
        !isSettled(step) && (step.when === null || Temporal.PlainDate.compare(step.when.last, today) >= 0),
    )
    .map(step => ({ process, step }))
}
