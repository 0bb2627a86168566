import { setTimeout as pause } from 'node:timers/promises'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './connect.ts'
import { type SQL, sql } from './drizzle.ts'

/** So many rows go in one statement: locks are short, and whoever works beside us notices nothing. */
const batchRows = 2_000
/** Milliseconds between two batches. */
const breath = 20

/**
 * Deletes rows of a table in small batches, each in a transaction of its own, until none is left that fits. Deleting all at once
 * hangs where tens of thousands have piled up. Stops in the middle when the process does; the next time goes on. Returns
 * how many were deleted.
 */
export async function forgetRows(
  db: Database,
  table: PgTable & { programmeId: PgColumn },
  which: SQL,
  options: { onBatch?: (rows: number) => void } = {},
): Promise<number> {
  let total = 0
  for (;;) {
    const rows = await db.execute(sql`
      delete from ${table} where ctid in (select ctid from ${table} where ${which} limit ${batchRows}) returning 1`)
    total += rows.length
    options.onBatch?.(rows.length)
    if (rows.length < batchRows) return total
    await pause(breath, undefined, { ref: false })
  }
}
