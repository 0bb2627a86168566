import { Temporal } from 'temporal-polyfill'
import { actorOf, reasonArg, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import {
  electronicArg,
  lawOf,
  procedureArg,
  seesCompanies,
  tenderRoles,
  tenders,
  urgentArg,
  yes,
} from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { lineOf } from '../src/chat/commandLine.ts'
import { usualProcedure } from '../src/domain/tender/currentProcedure.ts'
import { procedureNames } from '../src/domain/tender/procedureNames.ts'
import { germanDayWithWeekday } from '../src/domain/time/day.ts'
import { startProcedure } from '../src/flows/tender/startProcedure.ts'
import { tenderAnswer } from '../src/flows/tender/tenderAnswer.ts'
import { directlyOnly } from '../src/texts/tender/tenderReplies.ts'

const name = 'vergabe start'
const args = {
  procedure: procedureArg,
  notice: {
    kind: 'day',
    label: 'Tag',
    keys: ['bekanntmachung', 'am'],
    hint: 'Tag, an dem die Auftragsbekanntmachung abgesendet ist: bekanntmachung:15.04.2024',
  },
  electronic: electronicArg,
  urgent: urgentArg,
  value: {
    kind: 'money',
    label: 'Euro',
    keys: ['wert', 'auftragswert'],
    keysOnly: true,
    hint: 'geschätzter Auftragswert ohne Umsatzsteuer: wert:800000',
  },
  sure: sureArg,
  reason: reasonArg,
} as const

export default defineCommand({
  name,
  aliases: ['vergabe beginnen'],
  summary: 'Beginnt ein Vergabeverfahren und rechnet seine Fristen',
  help:
    'Ohne Angabe gilt die Verfahrensart des Profils. Mit bekanntmachung:15.04.2024 gilt die Auftragsbekanntmachung als an diesem Tag ' +
    'abgesendet: Dann sehen Sie zuerst alle Fristen, die folgen, und bestätigen sie. Mit wert:800000 (ohne Umsatzsteuer) steht dabei, ob der ' +
    'Schwellenwert erreicht ist. Ein zweites Verfahren beginnt erst, wenn das erste vorbei ist.',
  intent: 'tender_start',
  args,
  permission: tenderRoles,
  offered: tenders,
  changes: true,
  examples: [
    { input: 'vergabe start', shows: 'Begonnen: Verhandlungsverfahren mit Teilnahmewettbewerb' },
    { input: 'vergabe start bekanntmachung:15.04.2024 elektronisch:ja', shows: 'Mi 15.05.2024' },
    { input: 'vergabe start wert:800000', shows: 'Schwellenwert 750.000 EUR' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, said, context) {
    if (context.viewer.inChannel) return directlyOnly()
    const law = lawOf(needs)
    const procedure = said.procedure ?? usualProcedure(needs.programme.profile)
    const wanted = {
      procedure,
      notice: said.notice ? Temporal.PlainDate.from(said.notice) : null,
      electronic: yes(said.electronic),
      urgent: yes(said.urgent),
      value: said.value,
      reason: said.reason,
    }
    const result = await startProcedure(needs, law, actorOf(context), wanted, said.sure)
    const called = procedureNames[procedure]
    const noticed = wanted.notice
      ? `, Bekanntmachung abgesendet am ${germanDayWithWeekday(wanted.notice)}`
      : ''
    return tenderAnswer(needs, law.rules, result, {
      question: `${called} beginnen${noticed}`,
      done: `Begonnen: ${called}${noticed}`,
      line: lineOf({ name, args }, { ...said, procedure, sure: null, reason: null }),
      clauses: said.reason ? [`grund: ${said.reason}`] : [],
      yes: 'Ja, beginnen',
      companies: seesCompanies(context),
    })
  },
})
