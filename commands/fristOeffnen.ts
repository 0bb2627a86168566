import { actorOf, deadlineArg, reasonArg, stepReader, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { answerStepOrder } from '../src/flows/processes/stepAnswers.ts'

export default defineCommand({
  name: 'frist öffnen',
  aliases: ['frist wieder öffnen', 'frist zurücknehmen'],
  summary: 'Öffnet eine erledigte Frist wieder',
  help: 'Nimmt zurück, dass etwas erledigt war. Im Verlauf bleibt beides stehen.',
  intent: 'deadline_reopen',
  args: { deadline: deadlineArg, sure: sureArg, reason: reasonArg },
  permission: staff,
  changes: true,
  examples: [{ input: 'frist öffnen M11', shows: 'Wieder offen.' }],
  run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { deadline, sure, reason }, context) {
    return answerStepOrder(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      reason,
      decidedBy: null,
      confirmed: sure,
      change: ({ step }) => ({ kind: 'reopened', step: step.id }),
      line: name => `frist öffnen ${name}`,
      ask: name => ({ question: `${name} wieder öffnen`, yes: 'Ja, öffnen' }),
      lead: () => 'Wieder offen.',
    })
  },
})
