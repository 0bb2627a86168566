import { actorOf, reasonArg } from '../src/chat/arguments/deadlineArgs.ts'
import { lawOf, phaseArg, seesCompanies, tenderRoles, tenders } from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayUse, roleNames } from '../src/chat/permission.ts'
import { tenderSight } from '../src/chat/seen/tenderSeen.ts'
import { currentProcedure } from '../src/domain/tender/currentProcedure.ts'
import { tenderStateOf } from '../src/domain/tender/tenderState.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { around, gateWords } from '../src/flows/processes/stepAnswers.ts'
import { phaseAnswer } from '../src/flows/tender/phaseAnswer.ts'
import { notPermitted } from '../src/texts/notUnderstood.ts'
import { phasesReply } from '../src/texts/tender/phasesReply.ts'
import { tenderNote } from '../src/texts/tender/tenderNote.ts'
import { directlyOnly, publicTenderReply, tenderSentence } from '../src/texts/tender/tenderReplies.ts'
import { tenderSentences } from '../src/texts/tender/tenderSentences.ts'

export default defineCommand({
  name: 'vergabe phase',
  aliases: ['vergabe', 'vergabe phasen', 'vergabe stand', 'vergabe status'],
  summary: 'Zeigt alle Phasen des Vergabeverfahrens, wer dran ist und was als Nächstes kommt',
  help:
    'Zeigt jede Phase mit Stand, Termin und Zuständigkeit. Mit einer Phase dahinter sehen Sie, was sich änderte, wenn der Stand von Hand gesetzt ' +
    'würde. In Kanälen steht nur die Phase und der nächste öffentliche Termin.',
  intent: 'tender_phase',
  args: { phase: phaseArg, reason: reasonArg },
  permission: staff,
  offered: tenders,
  changes: false,
  examples: [{ input: 'vergabe phase', shows: 'Es ist noch kein Verfahren begonnen.' }],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>,
    { phase, reason },
    context,
  ) {
    const { rules } = lawOf(needs)
    const { profile } = needs.programme
    if (phase !== null) {
      if (context.viewer.inChannel) return directlyOnly()
      if (!mayUse(tenderRoles, context.person))
        return notPermitted(
          tenderRoles.map(role => roleNames[role]),
          false,
        )
      return phaseAnswer(needs, rules, actorOf(context), {
        phase: phase === 'automatisch' ? null : phase,
        word: phaseArg.choices[phase][0],
        reason,
        confirmed: null,
      })
    }
    const plans = await plansToday(needs)
    const process = currentProcedure(plans.all)
    const state = tenderStateOf(plans.all)
    const note = tenderNote(profile, process, null, rules)
    if (!process || !state) return tenderSentence(tenderSentences.noneRuns, [], note)
    const sight = tenderSight(context)
    if (sight !== 'dates') return publicTenderReply(state, sight, note)
    return phasesReply({
      process,
      state,
      byHand: typeof process.facts.phase_gesetzt === 'string',
      companies: seesCompanies(context),
      today: dayOf(needs.now()),
      gate: step => (step.gate ? gateWords(needs, plans, { process, step }, step.gate.needs) : ''),
      ...around(needs, plans),
      note,
    })
  },
})
