import type { Temporal } from 'temporal-polyfill'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { imagined, yearCycle } from '../src/domain/process/planAhead.ts'
import { isSettled } from '../src/domain/process/stepsNamed.ts'
import type { ProcessTemplate } from '../src/domain/process/template/template.ts'
import type { Profile } from '../src/domain/programme/profile.ts'
import type { Programme } from '../src/domain/programme/programme.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { type Plans, planHistories } from '../src/flows/processes/plans.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { noSuchYear, surveyDateReply } from '../src/texts/programmes/surveyDate.ts'

/** Years of which anybody asks. */
const [firstYear, lastYear] = [2000, 2099]

export default defineCommand({
  name: 'stichtag',
  aliases: ['stichtagserhebung'],
  summary: 'Zeigt, was zum Stichtag ansteht, und die letzten Zahlen',
  help: 'Ohne Jahr: die nächste Stichtagserhebung, an der noch etwas offen ist. Gruppen von weniger als fünf Kindern erscheinen als „unter 5“.',
  intent: 'survey_show',
  args: { year: { kind: 'number', label: 'Jahr', keys: ['jahr'], hint: 'z. B. 2025' } },
  permission: 'everyone',
  offered: programme => surveyOf(programme) !== undefined,
  changes: false,
  examples: [
    { input: 'stichtag 2025', shows: 'Mi 31.12.2025' },
    { input: 'stichtag', shows: '1.198 Schulkinder' },
  ],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { year: typed }) {
    const { programme } = needs
    const template = surveyOf(programme)! // offered only where there is one
    const now = needs.now()
    const today = dayOf(now)
    const plans = await plansToday(needs)
    if (typed !== null && (typed < firstYear || typed > lastYear))
      return noSuchYear(typed, { firstYear, lastYear })
    const year = typed ?? nextYear(plans, template, today)
    const known = plans.all.find(
      ({ instance }) => instance.template === template.id && instance.cycle === String(year),
    )
    const [plan = known] = known
      ? [known]
      : planHistories(needs, [imagined(template, { kind: 'programm', name: '' }, yearCycle(year))])
    return surveyDateReply(plan!, latestFigures(programme.profile, year), programme.profile, now, today)
  },
})

function surveyOf({ profile }: Programme): ProcessTemplate | undefined {
  return profile.ablaeufe.find(each => each.id === 'stichtag')
}

/** The earliest year in which something is left to do. */
function nextYear(plans: Plans, template: ProcessTemplate, today: Temporal.PlainDate): number {
  const open = plans.all
    .filter(({ instance, steps }) => instance.template === template.id && !steps.every(isSettled))
    .map(({ instance }) => Number(instance.cycle))
  return open.length > 0 ? Math.min(...open) : today.year
}

/** The figures of the last survey date up to the end of a year. */
function latestFigures({ kennzahlen }: Profile, year: number): Profile['kennzahlen'] {
  const dated = kennzahlen.filter(
    each => /^\d{4}-12-31$/.test(each.stand) && Number(each.stand.slice(0, 4)) <= year,
  )
  const latest = dated
    .map(each => each.stand)
    .sort()
    .at(-1)
  return dated.filter(each => each.stand === latest)
}
