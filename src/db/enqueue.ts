import type { Queries } from './connect.ts'

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
