import type { Database } from '../db/connect.ts'
import { unfinishedLetters } from '../db/outgoingMails.ts'
import { unfinishedPosts } from '../db/posts.ts'
import { unfinishedMails } from '../db/rawMails.ts'
import type { EnqueueJobs } from './needs.ts'

/** As many mails go into one job as the intake would put there. */
const mailsPerJob = 50

/**
 * Writes jobs for everything that is not finished, whoever had begun it. Called when a process starts: what a killed
 * one left behind goes on at once instead of after its heartbeat ran out. Doubled jobs do no harm, each flow first
 * claims what it works on. Returns how much there was.
 */
export async function resume(
  needs: { db: Database; enqueue: EnqueueJobs },
  programmeId: string,
): Promise<{ mails: number; letters: number; posts: number }> {
  const [mails, letters, posts] = await Promise.all([
    unfinishedMails(needs.db, programmeId),
    unfinishedLetters(needs.db, programmeId),
    unfinishedPosts(needs.db, programmeId),
  ])
  const batches = Array.from({ length: Math.ceil(mails.length / mailsPerJob) }, (_, i) => ({
    rawMailIds: mails.slice(i * mailsPerJob, (i + 1) * mailsPerJob),
  }))
  await needs.db.transaction(async tx => {
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
  })
  return { mails: mails.length, letters: letters.length, posts: posts.length }
}
