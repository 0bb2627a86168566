import {
  actorOf,
  deadlineArg,
  decidedArg,
  reasonArg,
  stepReader,
} from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { answerStepOrder } from '../src/flows/processes/stepAnswers.ts'

export default defineCommand({
  name: 'frist freigeben',
  aliases: ['tor freigeben', 'frist entsperren'],
  summary: 'Gibt einen gesperrten Schritt frei, mit Begründung',
  help:
    'Manche Schritte sind gesperrt, bis ein anderer erledigt ist, zum Beispiel der Zuschlag bis zur Unterzeichnung des ' +
    'Kooperationsvertrags. Eine Person kann sie trotzdem freigeben; Grund, Funktion und Zeit stehen im Verlauf.',
  intent: 'deadline_unlock',
  args: { deadline: deadlineArg, reason: { ...reasonArg, required: true }, decided: decidedArg },
  permission: staff,
  changes: true,
  examples: [{ input: 'frist freigeben M3 grund: Weisung der Leitung', shows: 'Vor F-2 steht keine Sperre' }],
  run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>,
    { deadline, reason, decided },
    context,
  ) {
    return answerStepOrder(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      reason,
      decidedBy: decided,
      confirmed: null,
      change: ({ step }) => ({ kind: 'unlocked', step: step.id }),
      line: name => `frist freigeben ${name} grund: ${reason}`,
      ask: name => ({ question: `${name} freigeben`, yes: 'Ja, freigeben' }),
      lead: () => `Freigegeben von ${context.person.name}; der Grund ist hinterlegt.`,
    })
  },
})
