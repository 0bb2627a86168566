import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { locks } from './locks.ts'

/** Waits for a lock of this programme and holds it until the transaction ends. */
export async function lockProgramme(
  tx: Queries,
  lock: 'gate' | 'processes' | 'links',
  programmeId: string,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${locks[lock]}::int, hashtext(${programmeId}))`)
}
