export type { EnqueueJobs, JobPayloads } from '../db/enqueue.ts'
export type { PostTargets } from '../db/posts.ts'
export type { Outgoing } from '../domain/mail/outgoing/outgoing.ts'

/** Thrown by a flow when the outside said "later": the job is repeated without being called a fault. */
export class TryLater extends Error {
  override name = 'TryLater'
}
