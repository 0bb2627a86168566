import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, count, eq, isNotNull, isNull, lte, ne, or, sql } from './drizzle.ts'
import { holds } from './leases.ts'
import { deliveries, mailboxes, rawMails } from './schema.ts'

export type Mailbox = typeof mailboxes.$inferSelect

export interface Cursor {
  uidValidity: bigint
  lastUid: number
  relistingUpTo: number | null
  /** At the first start: mails up to this UID are none of ours. Absent: as it was. */
  baselineUid?: number | undefined
}

/**
 * Where the mailbox stands; makes its row when it is new (uidValidity null), with `now` as the instant at which its
 * watching began.
 */
export async function mailboxState(
  db: Queries,
  programmeId: string,
  id: string,
  now: string | null = null,
): Promise<Mailbox> {
  await db.insert(mailboxes).values({ programmeId, id, begunAt: now }).onConflictDoNothing()
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
  return row!
}

/**
 * Moves the cursor forward; under one uidValidity it never moves back. False: the lease with the number `fence` is no
 * longer held, the transaction must not commit. The row is locked before that is asked, so whoever holds the lease now
 * writes after us or has written already.
 */
export async function moveCursor(
  db: Queries,
  programmeId: string,
  id: string,
  cursor: Cursor,
  fence: number | null = null,
): Promise<boolean> {
  const { uidValidity, lastUid, relistingUpTo, baselineUid } = cursor
  const [row] = await db
    .insert(mailboxes)
    .values({ programmeId, id, uidValidity, lastUid, relistingUpTo, baselineUid: baselineUid ?? 0 })
    .onConflictDoUpdate({
      target: [mailboxes.programmeId, mailboxes.id],
      set: {
        uidValidity,
        relistingUpTo,
        lastUid: sql`case when ${mailboxes.uidValidity} = ${uidValidity}
                     then greatest(${mailboxes.lastUid}, ${lastUid}) else ${lastUid} end`,
        // Under other numbers the old limit means nothing: everything is listed again.
        baselineUid:
          baselineUid ??
          sql`case when ${mailboxes.uidValidity} = ${uidValidity} then ${mailboxes.baselineUid} else 0 end`,
      },
    })
    .returning({ held: fence === null ? sql<boolean>`true` : holds(fence) })
  return row?.held === true
}

/** Everything on the server is stored: the fault, if there was one, is over, unless it is one that hinders no fetching. */
export async function mailboxComplete(
  db: Queries,
  programmeId: string,
  id: string,
  at: string,
  fault: 'over' | 'stays',
): Promise<void> {
  await db
    .update(mailboxes)
    .set({ completeAt: at, ...(fault === 'over' ? { fault: null, faultSince: null } : {}) })
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
}

/**
 * Remembers a fault. Gives the instant since which the mailbox is in trouble when this is news, null when the same was
 * known already; `since` stays that of the first fault in a row.
 */
export async function mailboxFault(
  db: Queries,
  programmeId: string,
  id: string,
  fault: string,
  at: string,
): Promise<string | null> {
  const before = await mailboxState(db, programmeId, id)
  if (before.fault === fault) return null
  const faultSince = before.faultSince ?? at
  await db
    .update(mailboxes)
    .set({ fault, faultSince })
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
  return faultSince
}

export async function allMailboxes(db: Queries, programmeId: string): Promise<Mailbox[]> {
  return db.select().from(mailboxes).where(eq(mailboxes.programmeId, programmeId)).orderBy(mailboxes.id)
}

/**
 * Mails among these UIDs that are stored with all their bytes, so that nothing else is touched on the server: a person must
 * find the others where they are.
 */
export async function wholeUids(
  db: Queries,
  place: { programmeId: string; mailboxId: string; uidValidity: bigint },
  uids: readonly number[],
): Promise<number[]> {
  const { programmeId, mailboxId, uidValidity } = place
  const rows = await db
    .select({ uid: deliveries.uid })
    .from(deliveries)
    .innerJoin(rawMails, eq(rawMails.id, deliveries.rawMailId))
    .where(
      and(
        eq(deliveries.programmeId, programmeId),
        eq(deliveries.mailboxId, mailboxId),
        eq(deliveries.uidValidity, uidValidity),
        anyOf(deliveries.uid, uids),
        rawMails.whole,
      ),
    )
    .orderBy(deliveries.uid)
  return rows.map(row => row.uid)
}

/** How many letters were new to us among those that were listed again after a change of UIDVALIDITY. */
export async function unknownWhenRelisted(
  db: Queries,
  place: { programmeId: string; mailboxId: string; uidValidity: bigint },
  upTo: number,
): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.programmeId, place.programmeId),
        eq(deliveries.mailboxId, place.mailboxId),
        eq(deliveries.uidValidity, place.uidValidity),
        lte(deliveries.uid, upTo),
        or(isNull(deliveries.outcome), ne(deliveries.outcome, 'duplicate')),
      ),
    )
  return row?.n ?? 0
}

/** Notes an alarm for those of these mailboxes that have none yet; gives the ids of these. Exactly one caller gets each. */
export async function raiseAlarm(
  db: Queries,
  programmeId: string,
  ids: readonly string[],
  at: string,
): Promise<string[]> {
  const rows = await db
    .update(mailboxes)
    .set({ alarmSince: at })
    .where(
      and(eq(mailboxes.programmeId, programmeId), anyOf(mailboxes.id, ids), isNull(mailboxes.alarmSince)),
    )
    .returning({ id: mailboxes.id })
  return rows.map(row => row.id)
}

/** Takes the alarm back where there is one; gives the ids of these mailboxes. */
export async function endAlarm(db: Queries, programmeId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .update(mailboxes)
    .set({ alarmSince: null })
    .where(
      and(eq(mailboxes.programmeId, programmeId), anyOf(mailboxes.id, ids), isNotNull(mailboxes.alarmSince)),
    )
    .returning({ id: mailboxes.id })
  return rows.map(row => row.id)
}
