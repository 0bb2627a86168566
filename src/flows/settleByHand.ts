import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/connect.ts'
import { auditLog } from '../db/schema.ts'
import { settleLetterByHand, settlePostByHand, type Verdict } from '../db/settledByHand.ts'
import type { EnqueueJobs } from './needs.ts'

/**
 * A person decides about a letter of which nobody knows whether it arrived, about one that was refused, or about a post that was
 * given up. False when it is in no doubt.
 */
export async function settleByHand(
  needs: { db: Database; enqueue: EnqueueJobs; now(): Temporal.Instant; programmeId: string },
  what: { kind: 'letter' | 'post'; id: number },
  verdict: Verdict,
  actor: string,
): Promise<boolean> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const settle = what.kind === 'letter' ? settleLetterByHand : settlePostByHand
    const ticketId = await settle(tx, needs.programmeId, what.id, verdict, at)
    if (ticketId === undefined) return false
    await tx.insert(auditLog).values({
      programmeId: needs.programmeId,
      at,
      actor,
      action: verdict === 'done' ? 'versand_als_erledigt_vermerkt' : 'versand_wiederholt',
      ticketId,
      detail: { kind: what.kind, id: what.id },
    })
    if (verdict === 'again' && what.kind === 'letter')
      await needs.enqueue(tx, 'sendLetter', [{ outgoingMailId: what.id }])
    if (verdict === 'again' && what.kind === 'post')
      await needs.enqueue(tx, 'postToChat', [{ postId: what.id }])
    return true
  })
}
