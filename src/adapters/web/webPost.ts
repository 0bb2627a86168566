import type { Reply } from '../../reply/reply.ts'

/** An announcement as the page shows it. */
export interface WebPost {
  address: string
  channel: string
  /** Address of the post that this is news to, null for an announcement of its own. */
  thread: string | null
  reply: Reply
  /** ISO instant. */
  at: string
}
