import type { NewPost } from '../db/posts.ts'

export type { EnqueueJobs, JobPayloads } from '../db/enqueue.ts'

/** Thrown by a flow when the outside said "later": the job is repeated without being called a fault. */
export class TryLater extends Error {
  override name = 'TryLater'
}

/** What letters that leave the house need. */
export interface Outgoing {
  /** Host part of our Message-IDs. */
  domain: string
  /** Who is told of a letter that may be about a child in danger: number only, inside the authority. */
  alarmTo: readonly string[]
  /** Who is told of mail to a running tender: number only. */
  procurementTo: readonly string[]
}

/** The platform channels behind a channel name of the profile. */
export type PostTargets = (channelName: string) => { platform: NewPost['platform']; channel: string }[]
