import type { Temporal } from 'temporal-polyfill'
import { unblock } from '../../db/blockedAddresses.ts'
import type { Database } from '../../db/connect.ts'
import { auditLog } from '../../db/schema.ts'

/** A person lifts the block of an address; automatic letters may go there again. False: it was not blocked. */
export async function liftBlock(
  needs: { db: Database; now(): Temporal.Instant; programmeId: string },
  address: string,
  actor: string,
): Promise<boolean> {
  return needs.db.transaction(async tx => {
    if (!(await unblock(tx, needs.programmeId, address))) return false
    await tx.insert(auditLog).values({
      programmeId: needs.programmeId,
      at: needs.now().toString(),
      actor,
      // Without the address: the log outlives what it is about.
      action: 'sperre_aufgehoben',
      ticketId: null,
      detail: {},
    })
    return true
  })
}
