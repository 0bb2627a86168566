import type { MilestoneAt } from '../../domain/programme/statusAt.ts'
import type { Reply } from '../../reply/reply.ts'
import { milestoneRows } from './milestoneRows.ts'

/** All milestones of a scope, each with the id under which people speak of it. */
export function milestonesReply(shown: {
  heading: string
  milestones: readonly MilestoneAt[]
  note: string
}): Reply {
  const rows = milestoneRows(shown.milestones).map((row, i) => ({
    ...row,
    text: `${shown.milestones[i]!.milestone.id} · ${row.text}`, // one row for each
  }))
  return {
    summary: `${shown.heading}: ${rows.length}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: shown.heading },
      { kind: 'rows', title: '', rows },
      { kind: 'note', text: shown.note },
    ],
  }
}
