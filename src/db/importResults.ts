import type { Queries } from './connect.ts'
import { and, eq, inArray } from './drizzle.ts'
import { deliveries, type Outcome, rawMails, tickets } from './schema.ts'

/** What became of one delivered mail, as `kla import --json` says it. */
export interface ImportResult {
  uid: number
  messageId: string | null
  outcome: Outcome | null
  reason: string | null
  ticket: string | null
  stakeholder: string | null
  topic: string | null
  region: string | null
  flags: string[]
}

/** Results of the deliveries with these uids. */
export async function importResults(
  db: Queries,
  programmeId: string,
  mailboxId: string,
  uidValidity: bigint,
  uids: number[],
): Promise<Map<number, ImportResult>> {
  const rows = await db
    .select({
      uid: deliveries.uid,
      outcome: deliveries.outcome,
      reason: rawMails.reason,
      messageId: rawMails.messageId,
      ticket: tickets.number,
      stakeholder: tickets.stakeholder,
      topic: tickets.topic,
      region: tickets.place,
      flags: tickets.flags,
    })
    .from(deliveries)
    .innerJoin(rawMails, eq(rawMails.id, deliveries.rawMailId))
    .leftJoin(tickets, eq(tickets.id, rawMails.ticketId))
    .where(
      and(
        eq(deliveries.programmeId, programmeId),
        eq(deliveries.mailboxId, mailboxId),
        eq(deliveries.uidValidity, uidValidity),
        inArray(deliveries.uid, uids),
      ),
    )
  return new Map(
    rows.map(row => [
      row.uid,
      {
        ...row,
        reason: row.outcome === 'duplicate' ? (row.reason ?? 'Derselbe Brief liegt schon vor.') : row.reason,
        flags: row.flags ?? [],
      },
    ]),
  )
}
