import { actorOf, deadlineArg, reasonArg, stepReader } from '../src/chat/arguments/deadlineArgs.ts'
import { roleOf } from '../src/chat/arguments/roleOf.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { answerStepOrder } from '../src/flows/processes/stepAnswers.ts'
import { roleWords } from '../src/texts/steps/stepWords.ts'

export default defineCommand({
  name: 'frist zuständig',
  aliases: ['frist zuweisen', 'frist übernehmen'],
  summary: 'Gibt eine Frist einer anderen Funktion',
  help: 'Diese Funktion wird danach erinnert. Genannt wird eine Funktion, nie ein Name; „ich“ ist Ihre eigene. Wer es vorher war, bleibt im Verlauf stehen.',
  intent: 'deadline_owner',
  args: {
    deadline: deadlineArg,
    to: { kind: 'person', label: 'Funktion', required: true, keys: ['wer', 'zuständig', 'an'] },
    reason: reasonArg,
  },
  permission: staff,
  changes: true,
  examples: [{ input: 'frist zuständig F-2 Projektleitung', shows: 'Zuständig ist jetzt: Projektleitung.' }],
  run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { deadline, to, reason }, context) {
    const { profile } = needs.programme
    const role = roleOf(profile, to, context)
    return answerStepOrder(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      reason,
      decidedBy: null,
      confirmed: null,
      change: ({ step }) =>
        role === null
          ? 'Eine Frist ohne zuständige Funktion sieht niemand. Bitte nennen Sie eine Funktion.'
          : { kind: 'owner', step: step.id, role },
      line: name => `frist zuständig ${name} wer:"${roleWords(profile, role)}"`,
      ask: name => ({ question: `${name} an ${roleWords(profile, role)} geben`, yes: 'Ja' }),
      lead: () => `Zuständig ist jetzt: ${roleWords(profile, role)}.`,
    })
  },
})
