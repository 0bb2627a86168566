import { lawOf, seesCompanies, tenders } from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { tenderSight } from '../src/chat/seen/tenderSeen.ts'
import { currentProcedure } from '../src/domain/tender/currentProcedure.ts'
import { periodsByGroup, periodsToCome } from '../src/domain/tender/periodView.ts'
import { tenderCase } from '../src/domain/tender/tenderCase.ts'
import { inPeoplesWords } from '../src/domain/tender/tenderEvents.ts'
import { tenderStateOf } from '../src/domain/tender/tenderState.ts'
import { periodsOf } from '../src/domain/time/periods/periodsOf.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { tenderNote } from '../src/texts/tender/tenderNote.ts'
import {
  periodsReply,
  procedureTitle,
  publicTenderReply,
  tenderSentence,
} from '../src/texts/tender/tenderReplies.ts'
import { tenderSentences } from '../src/texts/tender/tenderSentences.ts'

export default defineCommand({
  name: 'vergabe fristen',
  aliases: ['vergabefristen'],
  summary: 'Zeigt jede Frist des Vergabeverfahrens mit Rechtsgrundlage und Rechenweg',
  help:
    'Zu jeder Frist stehen Tag und Wochentag, ob sie frühestens oder spätestens meint, die Vorschrift, wie sicher sie ist (gesichert, ' +
    'herrschende Meinung, vorsichtig gezählt, gute Praxis) und wie sie gezählt ist. Darunter steht, welche Fristen folgen, sobald ein Ereignis ' +
    'bekannt ist. In Kanälen steht nur die Phase und der nächste öffentliche Termin.',
  intent: 'tender_periods',
  args: {},
  permission: staff,
  offered: tenders,
  changes: false,
  examples: [{ input: 'vergabe fristen', shows: 'Es ist noch kein Verfahren begonnen.' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, _args, context) {
    const { rules } = lawOf(needs)
    const { profile } = needs.programme
    const plans = await plansToday(needs)
    const process = currentProcedure(plans.all)
    const state = tenderStateOf(plans.all)
    if (!process || !state)
      return tenderSentence(tenderSentences.noneRuns, [], tenderNote(profile, null, null, rules))
    const sight = tenderSight(context)
    if (sight !== 'dates') return publicTenderReply(state, sight, tenderNote(profile, process, null, rules))
    const read = tenderCase(process.facts, profile.land, rules)
    if (read === null || 'problem' in read) {
      const fault = read ? inPeoplesWords(read.problem, {}) : tenderSentences.noneRuns
      return tenderSentence(fault, [], tenderNote(profile, process, null, rules))
    }
    const periods = periodsOf(read.case, rules)
    return periodsReply({
      title: procedureTitle(process),
      groups: periodsByGroup(periods, read.case, { companies: seesCompanies(context) }),
      toCome: periodsToCome(read.case, process.template, rules),
      note: tenderNote(profile, process, read.case, rules),
    })
  },
})
