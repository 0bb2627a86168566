import type { KeptItem } from '../domain/feed/keptItem.ts'
import type { Queries } from './connect.ts'
import { eq, sql } from './drizzle.ts'
import { feedEntries } from './schema.ts'

/** What calendars were last told about each date of a programme. */
export async function keptItems(db: Queries, programmeId: string): Promise<KeptItem[]> {
  const rows = await db.select().from(feedEntries).where(eq(feedEntries.programmeId, programmeId))
  return rows.map(({ entry, fingerprint, sequence, changedAt, cancelledAt }) => ({
    item: entry,
    fingerprint,
    sequence,
    changedAt,
    cancelledAt,
  }))
}

/**
 * Writes changes down. Of two processes that saw the same change at once the second one's is left out: it was made for a sequence
 * that is no longer the next. One parameter for all rows, as in insertRows.
 */
export async function keepItems(
  db: Queries,
  programmeId: string,
  changes: readonly KeptItem[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ item, fingerprint, sequence, changedAt, cancelledAt }) => ({
    programme_id: programmeId,
    uid: item.uid,
    entry: item,
    fingerprint,
    sequence,
    changed_at: changedAt,
    cancelled_at: cancelledAt,
  }))
  await db.execute(sql`
    insert into ${feedEntries} (programme_id, uid, entry, fingerprint, sequence, changed_at, cancelled_at)
    select programme_id, uid, entry, fingerprint, sequence, changed_at, cancelled_at
    from jsonb_populate_recordset(null::${feedEntries}, ${JSON.stringify(rows)}::jsonb)
    on conflict (programme_id, uid) do update set
      entry = excluded.entry, fingerprint = excluded.fingerprint, sequence = excluded.sequence,
      changed_at = excluded.changed_at, cancelled_at = excluded.cancelled_at
    where feed_entries.sequence < excluded.sequence`)
}
