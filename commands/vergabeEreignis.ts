import { Temporal } from 'temporal-polyfill'
import { actorOf, reasonArg, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import {
  electronicArg,
  eventArg,
  hourArg,
  hourIn,
  lawOf,
  seesCompanies,
  tenderRoles,
  tenders,
  urgentArg,
  wayArg,
  yes,
} from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { lineOf } from '../src/chat/commandLine.ts'
import { tenderEvent } from '../src/domain/tender/tenderEvents.ts'
import { dayOf, germanDayWithWeekday } from '../src/domain/time/day.ts'
import { noteEvent } from '../src/flows/tender/noteEvent.ts'
import { tenderAnswer } from '../src/flows/tender/tenderAnswer.ts'
import { directlyOnly, noSuchHour, vergabestelleOnly } from '../src/texts/tender/tenderReplies.ts'

const name = 'vergabe ereignis'
const args = {
  event: { ...eventArg, required: true },
  on: { kind: 'day', label: 'Tag', keys: ['am'], hint: 'an dem es geschah; ohne: heute' },
  way: wayArg,
  electronic: electronicArg,
  urgent: urgentArg,
  agreed: {
    kind: 'number',
    label: 'Tage',
    keys: ['einvernehmen'],
    keysOnly: true,
    hint: 'Angebotsfrist, der alle Aufgeforderten zugestimmt haben (§ 17 Abs. 7 VgV): einvernehmen:14',
  },
  undo: { kind: 'choice', label: 'zurücknehmen', choices: { ja: ['zurücknehmen', 'streichen'] } },
  sure: sureArg,
  hour: hourArg,
  reason: reasonArg,
} as const

export default defineCommand({
  name,
  aliases: ['vergabe eintragen', 'vergabe ereignisse'],
  summary: 'Trägt ein, was im Verfahren geschehen ist, und rechnet, was daraus folgt',
  help:
    'Ereignisse sind zum Beispiel: bekanntmachung, aufforderung, information, zuschlag, vergabebekanntmachung, eingangsbestätigung (mit ' +
    'uhrzeit: 14:23), antrag, nichtabhilfe, nachprüfungsantrag, entscheidung, laufzeitende. Ohne Tag gilt heute. Sie sehen zuerst, welche ' +
    'Fristen folgen und was sich verschiebt. Mit dem Nachprüfungsantrag ist der Zuschlag gesperrt (§ 169 Abs. 1 GWB). „zurücknehmen“ dahinter ' +
    'nimmt eine falsche Angabe zurück. Was ein einzelnes Unternehmen betrifft, trägt nur die Vergabestelle ein und sieht nur sie.',
  intent: 'tender_event',
  args,
  permission: tenderRoles,
  offered: tenders,
  changes: true,
  examples: [
    { input: 'vergabe ereignis aufforderung am 19.04.2024', shows: 'Es ist noch kein Verfahren begonnen.' },
    {
      input: 'vergabe ereignis information am 19.04.2024 versandweg:elektronisch',
      shows: 'Es ist noch kein Verfahren begonnen.',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, said, context) {
    if (context.viewer.inChannel) return directlyOnly()
    const { label, ofCompany } = tenderEvent(said.event)
    if (ofCompany && !seesCompanies(context)) return vergabestelleOnly()
    const hour = said.hour === null ? null : hourIn(said.hour)
    if (said.hour !== null && hour === null) return noSuchHour(said.hour)
    const { rules } = lawOf(needs)
    const on = said.on ? Temporal.PlainDate.from(said.on) : dayOf(needs.now())
    const [electronic, urgent] = [yes(said.electronic), yes(said.urgent)]
    const facts = {
      ...(electronic !== null && { elektronische_angebote: electronic }),
      ...(urgent !== null && { dringlich_begruendet: urgent }),
      ...(said.agreed !== null && { einvernehmliche_frist_tage: said.agreed }),
    }
    const undo = said.undo !== null
    const wanted = { event: said.event, on, hour, way: said.way, reason: said.reason, facts, undo }
    const result = await noteEvent(needs, actorOf(context), wanted, said.sure)
    const words = undo ? label : `${label} am ${germanDayWithWeekday(on)}${hour ? `, ${hour} Uhr` : ''}`
    const [asks, did] = undo ? ['Zurücknehmen', 'Zurückgenommen'] : ['Eintragen', 'Eingetragen']
    return tenderAnswer(needs, rules, result, {
      question: `${asks}: ${words}`,
      done: `${did}: ${words}`,
      line: lineOf({ name, args }, { ...said, on: on.toString(), sure: null, hour: null, reason: null }),
      clauses: [...(hour ? [`uhrzeit: ${hour}`] : []), ...(said.reason ? [`grund: ${said.reason}`] : [])],
      yes: undo ? 'Ja, zurücknehmen' : 'Ja, eintragen',
      companies: seesCompanies(context),
    })
  },
})
