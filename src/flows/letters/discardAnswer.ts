import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { lockDraft } from '../../db/drafts.ts'
import { eq } from '../../db/drizzle.ts'
import { auditLog, drafts } from '../../db/schema.ts'

/** Drops a draft that nobody sent. False: it is settled already, or there is none. */
export async function discardAnswer(
  needs: { db: Database; now(): Temporal.Instant; programmeId: string },
  draftId: number,
  actor: string,
): Promise<boolean> {
  return needs.db.transaction(async tx => {
    const found = await lockDraft(tx, needs.programmeId, draftId)
    if (found?.draft.state !== 'open') return false
    await tx.update(drafts).set({ state: 'discarded' }).where(eq(drafts.id, draftId))
    await tx.insert(auditLog).values({
      programmeId: needs.programmeId,
      at: needs.now().toString(),
      actor,
      action: 'antwort_verworfen',
      ticketId: found.ticket.id,
      detail: { draftId },
    })
    return true
  })
}
