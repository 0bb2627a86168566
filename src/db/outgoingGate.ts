import type { GateFacts, LetterKind, MailCaps } from '../domain/mail/outgoing/outgoingGate.ts'
import type { Queries } from './connect.ts'
import { and, eq, sql } from './drizzle.ts'
import { storable } from './insertRows.ts'
import type { OutgoingMail } from './outgoingMails.ts'
import { lockProgramme } from './programmeLock.ts'
import { outgoingMails } from './schema.ts'

/** The letter at the gate; `likeness` as likenessOf makes it. */
export type AtTheGate = Pick<OutgoingMail, 'id' | 'programmeId' | 'kind' | 'toAddress'> & { likeness: string }

/**
 * What the gate let through already of these kinds, read while nobody else of this programme can pass: other workers and processes wait
 * until the transaction ends, so each cap holds exactly. Nothing is counted further than its cap.
 */
export async function gateFacts(
  tx: Queries,
  mail: AtTheGate,
  kinds: readonly LetterKind[],
  caps: MailCaps,
  since: { midnight: string; hourAgo: string },
): Promise<GateFacts> {
  const { programmeId, toAddress } = mail
  const likeness = storable(mail.likeness)
  const passed = (from: string, most: number, more = sql``) => sql`
    (select count(*)::int from (
       select from outgoing_mails
       where programme_id = ${programmeId} and passed_at >= ${from}
         and kind = any(${`{${kinds.join(',')}}`}::text[]) ${more}
       limit ${most}) as counted)`
  // Both leave in one packet. The counting statement begins when the lock is there, and sees what was committed until then.
  const [, [facts]] = await Promise.all([
    lockProgramme(tx, 'gate', programmeId),
    tx.execute<GateFacts & Record<string, unknown>>(sql`
      select ${passed(since.midnight, caps.addressPerDay, sql`and to_address = ${toAddress}`)} as "toAddressToday",
             ${passed(since.hourAgo, caps.alikePerHour, sql`and likeness = ${likeness}`)} as "alikeLastHour",
             ${passed(since.hourAgo, caps.housePerHour, sql`and likeness = ${likeness} and to_address = ${toAddress}`)}
               as "alikeToAddressLastHour",
             ${passed(since.hourAgo, caps.perHour)} as "lastHour",
             (select reason from blocked_addresses
              where programme_id = ${programmeId} and address = lower(${toAddress})) as blocked`),
  ])
  return facts! // a select without from has one row
}

/** Lets a letter of this instance through; from now on it counts. False: it is in other hands. */
export async function letThrough(
  tx: Queries,
  mail: AtTheGate,
  instanceId: number,
  at: string,
): Promise<boolean> {
  const rows = await tx
    .update(outgoingMails)
    .set({ passedAt: at, likeness: storable(mail.likeness) })
    .where(claimedBy(mail.id, instanceId))
    .returning({ id: outgoingMails.id })
  return rows.length === 1
}

/** Keeps a letter of this instance back until a person decides. False: it is in other hands. */
export async function holdLetter(
  tx: Queries,
  id: number,
  instanceId: number,
  reason: string,
): Promise<boolean> {
  const rows = await tx
    .update(outgoingMails)
    .set({ state: 'held', claimedBy: null, lastError: reason })
    .where(claimedBy(id, instanceId))
    .returning({ id: outgoingMails.id })
  return rows.length === 1
}

const claimedBy = (id: number, instanceId: number) =>
  and(eq(outgoingMails.id, id), eq(outgoingMails.state, 'claimed'), eq(outgoingMails.claimedBy, instanceId))
