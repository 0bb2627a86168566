import { Temporal } from 'temporal-polyfill'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { arbitrationsIn } from '../src/chat/seen/arbitrationsSeen.ts'
import { regionOf } from '../src/chat/seen/unitsSeen.ts'
import {
  arbitrationState,
  arbitrationTemplate,
  changesOfResult,
} from '../src/domain/process/kinds/arbitration.ts'
import { dayOf, germanDay } from '../src/domain/time/day.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import { arbitrationReply } from '../src/texts/steps/arbitration.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

export default defineCommand({
  name: 'schlichtung ergebnis',
  aliases: ['vereinbarung schlichtung ergebnis'],
  summary: 'Hält fest, wie eine Schlichtung ausging',
  help: 'Mit „einig“ ist die Schlichtung beendet. Mit „gescheitert“ ist der nächste Schritt dran: die SenBildJugFam einzubeziehen; sein Termin hat eine Nummer (F-…) und wird mit „frist erledigt“ abgehakt.',
  intent: 'arbitration_result',
  args: {
    region: { kind: 'place', label: 'Bezirk', required: true, keys: ['bezirk', 'region'] },
    result: {
      kind: 'choice',
      label: 'Ergebnis',
      required: true,
      choices: {
        einig: ['einig', 'einigung', 'lösung', 'einvernehmlich'],
        gescheitert: ['gescheitert', 'uneinig', 'ohne Lösung'],
      },
    },
    day: { kind: 'day', label: 'am Tag', keys: ['am'] },
  },
  permission: staff,
  offered: ({ profile }) => arbitrationTemplate(profile.ablaeufe) !== undefined,
  changes: true,
  examples: [{ input: 'schlichtung ergebnis Mitte einig', shows: 'In Mitte läuft keine Schlichtung.' }],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { region: value, result: said, day },
    context,
  ) {
    const { programme } = needs
    const now = needs.now()
    const today = dayOf(now)
    const region = regionOf(programme, value)
    if (!region) return stepSentence(`Bitte nennen Sie einen ${programme.profile.gebietseinheit}.`)
    const on = day ? Temporal.PlainDate.from(day) : today
    if (Temporal.PlainDate.compare(on, today) > 0)
      return stepSentence(`Der ${germanDay(on)} liegt in der Zukunft; festgehalten wird, was geschehen ist.`)
    const { after, result } = await changeProcesses<Decided>(needs, context.person, plans => {
      const running = arbitrationsIn(programme, plans.all, value).find(plan => !plan.over)
      if (!running) return { result: { kind: 'none' } }
      const { id, start } = running.instance
      if (Temporal.PlainDate.compare(on, start) < 0) return { result: { kind: 'early', start } }
      const state = arbitrationState(running, today)
      if (state.kind === 'failed' && said === 'gescheitert') return { result: { kind: 'said', id } }
      return {
        changes: changesOfResult(running, said, on).map(change => ({ processId: id, change })),
        result: { kind: 'changed', id },
      }
    })
    if (result.kind === 'none') return stepSentence(`In ${region.name} läuft keine Schlichtung.`)
    if (result.kind === 'early')
      return stepSentence(`Die Schlichtung hat erst am ${germanDay(result.start)} begonnen.`)
    const plan = after.all.find(each => each.instance.id === result.id)!
    const lead = result.kind === 'changed' ? 'Festgehalten.' : 'Das war schon festgehalten.'
    return arbitrationReply(plan, lead, { programme, now, today })
  },
})

type Decided =
  | { kind: 'none' }
  | { kind: 'early'; start: Temporal.PlainDate }
  | { kind: 'changed' | 'said'; id: number }
