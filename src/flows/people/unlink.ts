import type { Temporal } from 'temporal-polyfill'
import { unlinkAccount } from '../../db/accountLinks.ts'
import type { Database } from '../../db/connect.ts'
import { auditLog } from '../../db/schema.ts'

/** Takes the link of an account away. False: it had none. */
export async function unlink(
  needs: { db: Database; now(): Temporal.Instant },
  programmeId: string,
  accountId: string,
): Promise<boolean> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    if (!(await unlinkAccount(tx, { programmeId, accountId }))) return false
    await tx
      .insert(auditLog)
      .values({ programmeId, at, actor: accountId, action: 'konto_getrennt', detail: {} })
    return true
  })
}
