import {
  actorOf,
  deadlineArg,
  decidedArg,
  reasonArg,
  stepReader,
  sureArg,
} from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { answerStepOrder } from '../src/flows/processes/stepAnswers.ts'
import { whenWords } from '../src/texts/steps/stepWords.ts'

export default defineCommand({
  name: 'frist zurücksetzen',
  aliases: ['frist zurück', 'verschiebung zurücknehmen'],
  summary: 'Setzt eine verschobene Frist auf den Termin zurück, der sich aus der Regel ergibt',
  help:
    'Nimmt eine Verschiebung zurück: Danach gilt wieder der Termin aus dem Dokument, dem Ablauf oder dem Gesetz. Zuerst sehen Sie, welche ' +
    'Termine sich mitbewegen. Im Verlauf bleibt beides stehen.',
  intent: 'deadline_unset',
  args: { deadline: deadlineArg, sure: sureArg, reason: reasonArg, decided: decidedArg },
  permission: staff,
  changes: true,
  examples: [{ input: 'frist zurücksetzen M5', shows: 'es ist nichts zurückzusetzen' }],
  run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>,
    { deadline, sure, reason, decided },
    context,
  ) {
    return answerStepOrder(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      reason,
      decidedBy: decided,
      confirmed: sure,
      change: ({ step }) => ({ kind: 'unset', step: step.id }),
      line: name => `frist zurücksetzen ${name}`,
      ask: name => ({
        question: `${name} auf den Termin aus der Regel zurücksetzen`,
        yes: 'Ja, zurücksetzen',
      }),
      lead: (_, { step }) => `Zurückgesetzt: ${whenWords(step.when)}.`,
    })
  },
})
