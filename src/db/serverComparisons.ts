import type { Database, Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { forgetRows } from './forget.ts'
import { serverComparisons } from './schema.ts'

type ServerComparison = typeof serverComparisons.$inferSelect

/** Writes how a comparison ended. A second one at the same instant (a clock that stands still) takes the place of the first. */
export async function noteComparison(db: Queries, comparison: ServerComparison): Promise<void> {
  const { uidValidity, held, missing } = comparison
  await db
    .insert(serverComparisons)
    .values(comparison)
    .onConflictDoUpdate({
      target: [serverComparisons.programmeId, serverComparisons.mailboxId, serverComparisons.at],
      set: { uidValidity, held, missing },
    })
}

/** How the newest comparison of a watched mailbox ended. */
export interface LastComparison {
  mailboxId: string
  /** ISO instant; null: never compared. */
  at: string | null
  missing: number
}

/** The newest comparison of each mailbox that has a place on a server to go on from. */
export async function lastComparisons(db: Queries, programmeId: string): Promise<LastComparison[]> {
  const rows = await db.execute<{ id: string; at: string | null; missing: string | null }>(sql`
    select m.id, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, cardinality(c.missing) as missing
    from mailboxes m left join lateral (
      select at, missing from server_comparisons
      where programme_id = m.programme_id and mailbox_id = m.id order by at desc limit 1) c on true
    where m.programme_id = ${programmeId} and m.uid_validity is not null
    order by m.id`)
  return rows.map(({ id, at, missing }) => ({ mailboxId: id, at, missing: Number(missing ?? 0) }))
}

/** So many UIDs are asked for in one statement. */
const asked = 20_000

/** Those of these UIDs of which no delivery is known, in the order given. */
export async function withoutDelivery(
  db: Queries,
  folder: { programmeId: string; mailboxId: string; uidValidity: bigint },
  uids: readonly number[],
): Promise<number[]> {
  const missing: number[] = []
  for (let at = 0; at < uids.length; at += asked) {
    const rows = await db.execute<{ uid: string }>(sql`
      select uid from unnest(${`{${uids.slice(at, at + asked).join(',')}}`}::bigint[]) with ordinality as u (uid, place)
      where not exists (
        select from deliveries d where d.programme_id = ${folder.programmeId} and d.mailbox_id = ${folder.mailboxId}
          and d.uid_validity = ${folder.uidValidity} and d.uid = u.uid)
      order by place`)
    missing.push(...rows.map(row => Number(row.uid)))
  }
  return missing
}

/** Comparisons are kept for as long as a year is reported on. */
export async function forgetComparisons(db: Database, programmeId: string, before: string): Promise<number> {
  const { programmeId: programme, at } = serverComparisons
  return forgetRows(db, serverComparisons, sql`${programme} = ${programmeId} and ${at} < ${before}`)
}
