import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { auditLog } from '../../db/schema.ts'
import { settleLetterByHand, settlePostByHand, type Verdict } from '../../db/settledByHand.ts'
import type { EnqueueJobs } from '../needs.ts'
import { answerFailed } from './answerFailed.ts'

const actions = {
  done: 'versand_als_erledigt_vermerkt',
  again: 'versand_wiederholt',
  release: 'versand_freigegeben',
  drop: 'versand_verworfen',
} as const satisfies Record<Verdict, string>

/**
 * A person decides about a letter of which nobody knows whether it arrived, about one that was refused or that the gate held,
 * or about a post that was given up. False when the verdict fits nothing there.
 */
export async function settleByHand(
  needs: { db: Database; enqueue: EnqueueJobs; now(): Temporal.Instant; programmeId: string },
  what: { kind: 'letter' | 'post'; id: number },
  verdict: Verdict,
  actor: string,
): Promise<boolean> {
  const now = needs.now()
  const at = now.toString()
  return needs.db.transaction(async tx => {
    const letter =
      what.kind === 'letter' ? await settleLetterByHand(tx, needs.programmeId, what.id, verdict, at) : null
    const settled =
      letter ??
      (what.kind === 'post' && (await settlePostByHand(tx, needs.programmeId, what.id, verdict, at)))
    if (!settled) return false
    await tx.insert(auditLog).values({
      programmeId: needs.programmeId,
      at,
      actor,
      action: actions[verdict],
      ticketId: settled.ticketId,
      detail: { kind: what.kind, id: what.id },
    })
    if (letter?.kind === 'answer' && verdict === 'drop') await answerFailed(needs, tx, letter, now)
    if ((verdict === 'again' || verdict === 'release') && what.kind === 'letter')
      await needs.enqueue(tx, 'sendLetter', [{ outgoingMailId: what.id }], {
        urgent: letter?.kind === 'alarm',
      })
    if (verdict === 'again' && what.kind === 'post')
      await needs.enqueue(tx, 'postToChat', [{ postId: what.id }])
    return true
  })
}
