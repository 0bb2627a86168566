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

export default defineCommand({
  name: 'frist entfällt',
  aliases: ['frist entfallen', 'frist streichen', 'frist absagen'],
  summary: 'Trägt ein, dass eine Frist oder ein Schritt nicht mehr gebraucht wird',
  help:
    'Niemand wird mehr daran erinnert, und nichts wartet mehr darauf. Grund, Funktion und Zeit stehen im Verlauf; mit „frist öffnen“ ' +
    'wird der Schritt wieder gebraucht. Gesetzliche Fristen entfallen nicht durch Eintrag.',
  intent: 'deadline_drop',
  args: {
    deadline: deadlineArg,
    sure: sureArg,
    reason: { ...reasonArg, required: true },
    decided: decidedArg,
  },
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'frist entfällt M10 grund: Stelle bleibt besetzt',
      shows: 'Entfallen; der Grund ist hinterlegt.',
    },
  ],
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
      change: ({ step }) => ({ kind: 'dropped', step: step.id }),
      line: (name, change) => `frist entfällt ${name}${change ? '' : ` grund: ${reason}`}`,
      ask: name => ({ question: `${name} entfällt`, yes: 'Ja, entfällt' }),
      lead: () => 'Entfallen; der Grund ist hinterlegt.',
    })
  },
})
