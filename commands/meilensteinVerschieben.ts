import { actorOf, moveArgs, stepReader } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { milestoneTemplateId } from '../src/domain/process/template/milestoneTemplate.ts'
import { answerMove } from '../src/flows/processes/moveAnswer.ts'

export default defineCommand({
  name: 'meilenstein verschieben',
  aliases: ['meilenstein verlegen'],
  summary: 'Verschiebt einen Meilenstein, mit Grund und Beschluss',
  help: 'Wie „frist verschieben“, nur für Meilensteine. Zuerst sehen Sie, was sich mitbewegt.',
  intent: 'deadline_move',
  args: { ...moveArgs, deadline: { ...moveArgs.deadline, label: 'Meilenstein', hint: 'M5' } },
  permission: staff,
  offered: ({ profile }) => profile.meilensteine.length > 0,
  changes: true,
  examples: [
    {
      input: 'meilenstein verschieben M5 2026-08-01 grund: Beschluss des Kreistages',
      shows: 'Fr 01.08.2025 → Sa 01.08.2026',
    },
  ],
  run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, said, context) {
    return answerMove(needs, actorOf(context), {
      reader: stepReader(context),
      deadline: said.deadline,
      of: process => process.template.id === milestoneTemplateId,
      to: said.to,
      shift: said.shift_days,
      undated: said.undated !== null,
      reason: said.reason,
      decidedBy: said.decided,
      confirmed: said.sure,
      command: 'meilenstein verschieben',
    })
  },
})
