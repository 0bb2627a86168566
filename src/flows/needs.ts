import type { Queries } from '../db/connect.ts'
import type { NewPost } from '../db/posts.ts'

/** Ids of things to be done; the kinds are those of jobs/kinds.ts. */
export interface JobPayloads {
  handleMails: { rawMailIds: number[] }
  sendLetter: { outgoingMailId: number }
  postToChat: { postId: number }
  refreshPost: { postId: number }
  storeSentCopy: { outgoingMailId: number }
  scanMail: { rawMailId: number }
}

/** Writes jobs in the transaction of their cause. */
export type EnqueueJobs = <K extends keyof JobPayloads>(
  tx: Queries,
  kind: K,
  payloads: JobPayloads[K][],
  options?: {
    /** Before all others of its kind. */
    urgent?: boolean
    /** Not earlier than in so many seconds. */
    afterSeconds?: number
  },
) => Promise<void>

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

/** What an answer that a person writes needs. */
export interface Correspondence {
  /** Key of the signed thread tokens. */
  secret: string
  /** Host part of our Message-IDs. */
  domain: string
  /** Our own addresses and the lists that lead to our mailbox, lower case: no answer goes there. */
  ownAddresses: ReadonlySet<string>
}

/** The platform channels behind a channel name of the profile. */
export type PostTargets = (channelName: string) => { platform: NewPost['platform']; channel: string }[]
