import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import { postsOfTicket } from '../../db/posts.ts'
import { postsTellingOf } from '../../db/postsTellingOf.ts'
import { auditLog, tickets } from '../../db/schema.ts'
import type { ChangeBeside, TicketBefore } from '../../db/tables/ticketWork.ts'
import { insertChange } from '../../db/ticketChanges.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { EnqueueJobs } from '../needs.ts'

/** Who changed what, and when. */
export interface ChangeEntry {
  /** Id of the person. */
  actor: string
  action: string
  /** ISO instant. */
  at: string
  /** As typed; shown in the house only. */
  reason?: string | null
  beside?: ChangeBeside
  /** For the audit log: nothing of the content of letters. */
  detail?: Record<string, string | number | boolean | null>
  /** What its announcement says besides the row has changed too: a link, a possible match. */
  shownChanged?: boolean
}

/** Action of a change by which a letter left the house. */
export const answered = 'beantwortet'

/** What of a Vorgang an announcement shows. */
const shown: readonly (keyof TicketBefore)[] = [
  'state',
  'owner',
  'dueOn',
  'stakeholder',
  'topic',
  'place',
  'flags',
  'dataClass',
  'confidence',
]

/**
 * Writes what a person changed of a Vorgang: its row, the way back, the audit entry, and the jobs that bring its announcements up to
 * date. Every change by people goes through here, in one transaction with what else it does, under the lock of the row.
 */
export async function writeChange(
  needs: { enqueue: EnqueueJobs },
  tx: Queries,
  before: Ticket,
  set: TicketBefore & Partial<Pick<Ticket, 'because'>>,
  entry: ChangeEntry,
): Promise<{ ticket: Ticket; changeId: number }> {
  const { actor, action, at, reason = null, beside = {}, detail = {} } = entry
  const { because: _, ...reversible } = set
  const keys = (Object.keys(reversible) as (keyof TicketBefore)[]).filter(
    key => !isDeepStrictEqual(before[key], set[key]),
  )
  const [after] = await tx
    .update(tickets)
    .set({ ...set, changedAt: at })
    .where(eq(tickets.id, before.id))
    .returning()
  const { programmeId, id: ticketId } = before
  const changeId = await insertChange(tx, {
    programmeId,
    ticketId,
    at,
    actor,
    action,
    before: picked(before, keys),
    after: { ...picked(after!, keys), ...beside }, // its row is locked, so it is there
    reason,
  })
  await tx.insert(auditLog).values({
    programmeId,
    at,
    actor,
    action,
    ticketId,
    detail: { from: before.state, to: after!.state, owner: after!.owner, ...detail },
  })
  if (entry.shownChanged || keys.some(key => shown.includes(key)))
    await refreshPostsOf(needs, tx, ticketId, keys.includes('dataClass'))
  return { ticket: after!, changeId }
}

/** Brings the announcements of a Vorgang up to date; when its protection changed, everything that was posted about it or names it. */
export async function refreshPostsOf(
  needs: { enqueue: EnqueueJobs },
  tx: Queries,
  ticketId: number,
  protectionChanged: boolean,
): Promise<void> {
  const postIds = protectionChanged
    ? await postsTellingOf(tx, ticketId)
    : await postsOfTicket(tx, ticketId, 'announcements')
  await needs.enqueue(
    tx,
    'refreshPost',
    postIds.map(postId => ({ postId })),
  )
}

function picked(ticket: Ticket, keys: readonly (keyof TicketBefore)[]): TicketBefore {
  return Object.fromEntries(keys.map(key => [key, ticket[key]]))
}
