import { Temporal } from 'temporal-polyfill'
import { reasonArg } from '../src/chat/arguments/deadlineArgs.ts'
import {
  closingNames,
  electronicArg,
  eventArg,
  hourArg,
  hourIn,
  lawOf,
  procedureArg,
  seesCompanies,
  tenders,
  urgentArg,
  wayArg,
  yes,
} from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { tenderSight } from '../src/chat/seen/tenderSeen.ts'
import { usualProcedure } from '../src/domain/tender/currentProcedure.ts'
import { type TenderEventName, tenderEvent } from '../src/domain/tender/tenderEvents.ts'
import { dayOf, germanDayWithWeekday } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { simulate } from '../src/flows/tender/simulate.ts'
import { simulationAnswer } from '../src/flows/tender/tenderAnswer.ts'
import { directlyOnly, noSuchHour } from '../src/texts/tender/tenderReplies.ts'

export default defineCommand({
  name: 'vergabe simuliere',
  aliases: ['vergabe simulieren', 'vergabe vorrechnen'],
  summary: 'Rechnet durch, was aus einem Tag folgen würde, ohne etwas einzutragen',
  help:
    'Nennen Sie ein Ereignis und einen Tag: bekanntmachung am 15.04.2024, information am 05.09.2024, angebotsfrist 10.07.2024. Läuft ein ' +
    'Verfahren, sehen Sie jeden Termin, der sich darin verschieben würde; mit verfahren:… oder ohne laufendes Verfahren die Fristen für sich. ' +
    'Es wird nichts eingetragen.',
  intent: 'tender_simulate',
  args: {
    what: {
      ...eventArg,
      required: true,
      choices: {
        ...eventArg.choices,
        teilnahmefrist_ende: ['teilnahmefrist'],
        angebotsfrist_ende: ['angebotsfrist'],
      },
    },
    on: { kind: 'day', label: 'Tag', keys: ['am', 'bis'], hint: 'ohne: heute' },
    procedure: procedureArg,
    electronic: electronicArg,
    urgent: urgentArg,
    way: wayArg,
    hour: hourArg,
    reason: reasonArg,
  },
  permission: staff,
  offered: tenders,
  changes: false,
  examples: [
    { input: 'vergabe simuliere bekanntmachung am 15.04.2024', shows: 'Mi 15.05.2024' },
    {
      input: 'vergabe simuliere information am 28.03.2024 versandweg:elektronisch',
      shows: 'liegen nur 4 Arbeitstage',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, said, context) {
    const sight = tenderSight(context)
    if (sight !== 'dates') return directlyOnly(sight)
    const hour = said.hour === null ? null : hourIn(said.hour)
    if (said.hour !== null && hour === null) return noSuchHour(said.hour)
    const { rules } = lawOf(needs)
    const on = said.on ? Temporal.PlainDate.from(said.on) : dayOf(needs.now())
    const closing =
      said.what === 'teilnahmefrist_ende' || said.what === 'angebotsfrist_ende' ? said.what : null
    const plans = await plansToday(needs)
    const found = simulate(
      needs,
      plans,
      {
        what: closing ? { closing } : { event: said.what as TenderEventName },
        on,
        procedure: said.procedure,
        electronic: yes(said.electronic),
        urgent: yes(said.urgent),
        way: said.way,
        hour,
        reason: said.reason,
      },
      usualProcedure(needs.programme.profile),
    )
    const label = closing ? closingNames[closing] : tenderEvent(said.what as TenderEventName).label
    const words = `${label} am ${germanDayWithWeekday(on)}${hour ? `, ${hour} Uhr` : ''}`
    return simulationAnswer(needs, rules, plans, found, { words, companies: seesCompanies(context) })
  },
})
