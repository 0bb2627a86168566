import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { type LeftBehind, leftBehind } from '../../db/leftBehind.ts'
import { unfinished } from '../../db/unfinished.ts'
import type { EnqueueJobs } from '../needs.ts'

/** As many mails go into one job as the intake would put there. */
const mailsPerJob = 50

/** What is younger than this may be in the hands of a process that is just writing its job. */
const youngMinutes = 10

export interface ResumeNeeds {
  db: Database
  enqueue: EnqueueJobs
  programmeId: string
  /** A virus scanner is set up; without one, what waits for it goes on waiting. */
  scanning?: boolean
}

/**
 * Writes jobs for everything that is not finished, whoever had begun it. Called when a process starts: what a killed
 * one left behind goes on at once instead of after its heartbeat ran out. Doubled jobs do no harm, each flow first
 * claims what it works on. Returns how much there was.
 */
export async function resume(needs: ResumeNeeds): Promise<number> {
  return enqueueFor(needs, await unfinished(needs.db, needs.programmeId))
}

/**
 * The safety net under the job queue: writes jobs for what lies unfinished although none waits for it, because its job was
 * given up after many tries or vanished. Returns how much there was.
 */
export async function glean(needs: ResumeNeeds, now: Temporal.Instant): Promise<number> {
  const before = now.subtract({ minutes: youngMinutes }).toString()
  return enqueueFor(needs, await leftBehind(needs.db, needs.programmeId, before))
}

async function enqueueFor(needs: ResumeNeeds, found: LeftBehind): Promise<number> {
  const { mails, alarms, letters, posts } = found
  const scans = needs.scanning ? found.scans : []
  const batches = Array.from({ length: Math.ceil(mails.length / mailsPerJob) }, (_, i) => ({
    rawMailIds: mails.slice(i * mailsPerJob, (i + 1) * mailsPerJob),
  }))
  await needs.db.transaction(async tx => {
    await needs.enqueue(
      tx,
      'sendLetter',
      alarms.map(outgoingMailId => ({ outgoingMailId })),
      { urgent: true },
    )
    await needs.enqueue(tx, 'handleMails', batches)
    await needs.enqueue(
      tx,
      'sendLetter',
      letters.map(outgoingMailId => ({ outgoingMailId })),
    )
    await needs.enqueue(
      tx,
      'postToChat',
      posts.map(postId => ({ postId })),
    )
    await needs.enqueue(
      tx,
      'scanMail',
      scans.map(rawMailId => ({ rawMailId })),
    )
  })
  return mails.length + alarms.length + letters.length + posts.length + scans.length
}
