import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { insertRows } from '../../db/insertRows.ts'
import { lockQuarantined, releaseFromQuarantine } from '../../db/quarantine.ts'
import { auditLog } from '../../db/schema.ts'
import type { EnqueueJobs } from '../needs.ts'

export interface ReplayResult {
  /** Will be handled again. */
  released: number[]
  /** Only their headers are here: there is nothing to read (see fetchAgain). */
  headersOnly: number[]
  /** Do not lie in quarantine (any more). */
  absent: number[]
}

/** As many mails go into one job as the intake would put there. */
const mailsPerJob = 50

/**
 * Takes mails out of quarantine and has them handled as if they had just been stored, with an audit entry each, in one
 * transaction. What fails again comes back with its new reason. Whoever asks twice finds nothing the second time; what a
 * letter of an archive would have sent is not sent now either.
 */
export async function replayQuarantine(
  needs: { db: Database; enqueue: EnqueueJobs; now(): Temporal.Instant; programmeId: string },
  wanted: number[] | 'alle',
  actor: string,
): Promise<ReplayResult> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const lying = await lockQuarantined(tx, needs.programmeId, wanted)
    const released = lying.filter(mail => mail.whole).map(mail => mail.id)
    await releaseFromQuarantine(tx, released)
    await insertRows(
      tx,
      auditLog,
      released.map(rawMailId => ({
        programmeId: needs.programmeId,
        at,
        actor,
        action: 'quarantaene_wiederholt',
        ticketId: null,
        detail: { rawMailId },
      })),
    )
    for (let i = 0; i < released.length; i += mailsPerJob)
      await needs.enqueue(tx, 'handleMails', [{ rawMailIds: released.slice(i, i + mailsPerJob) }])
    const there = new Set(lying.map(mail => mail.id))
    return {
      released,
      headersOnly: lying.filter(mail => !mail.whole).map(mail => mail.id),
      absent: wanted === 'alle' ? [] : wanted.filter(id => !there.has(id)),
    }
  })
}
