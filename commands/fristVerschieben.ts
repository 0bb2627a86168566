import { actorOf, moveArgs, stepReader } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { answerMove } from '../src/flows/processes/moveAnswer.ts'

export default defineCommand({
  name: 'frist verschieben',
  aliases: ['frist verlegen', 'termin verschieben', 'frist verlängern'],
  summary: 'Verschiebt eine Frist und alles, was von ihr abhängt',
  help:
    'Zuerst sehen Sie, welche Termine sich mitbewegen und was dann nicht mehr passt; erst mit „Ja, verschieben“ gilt es. ' +
    'Der Zeitpunkt bleibt so genau, wie Sie ihn nennen: ein Tag, ein Monat, ein Quartal, voraussichtlich. Der alte Termin, ' +
    'der Grund und wer es beschlossen hat, bleiben im Verlauf stehen. Gesetzliche Fristen folgen ihrem Ereignis.',
  intent: 'deadline_move',
  args: moveArgs,
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'frist verschieben M4 auf voraussichtlich 2025-Q1 grund: Auswahlverfahren',
      shows: 'voraussichtlich 4. Quartal 2024 → voraussichtlich 1. Quartal 2025',
    },
    {
      input: 'frist verschieben M3 um 2 Wochen grund: Prüfung der Unterlagen',
      shows: 'Das würde sich ändern',
    },
  ],
  run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, said, context) {
    return answerMove(needs, actorOf(context), {
      reader: stepReader(context),
      deadline: said.deadline,
      to: said.to,
      shift: said.shift_days,
      undated: said.undated !== null,
      reason: said.reason,
      decidedBy: said.decided,
      confirmed: said.sure,
      command: 'frist verschieben',
    })
  },
})
