import type { JobPayloads } from '../flows/needs.ts'

/** What a job carries: ids only, never content. */
export type Payloads = JobPayloads
export type JobKind = keyof Payloads

interface KindRules {
  /** Repetitions after the first try; then the job goes to the dead letters, doctor says so, and the schedule writes a new one. */
  retries: number
  /** Jobs fetched at once by one worker, and how many of them run side by side. */
  batch: number
  parallel: number
  /** So many things that one transaction wants done go into one job: a job of its own for each costs as much as the thing. */
  together: number
  /** Workers of this kind in a process: while one waits for the database or for a mail server that hangs, another works. */
  workers: number
}

/** Waiting times between repetitions grow from 2 s to 10 min; so 40 repetitions bear an outage of about six hours. */
export const kinds: Record<JobKind, KindRules> = {
  handleMails: { retries: 40, together: 1, batch: 2, parallel: 1, workers: 2 },
  sendLetter: { retries: 40, together: 5, batch: 4, parallel: 3, workers: 3 },
  refreshPost: { retries: 40, together: 5, batch: 4, parallel: 1, workers: 1 },
  postToChat: { retries: 40, together: 10, batch: 2, parallel: 1, workers: 2 },
  // One connection to the mailbox carries them all.
  storeSentCopy: { retries: 40, together: 1, batch: 20, parallel: 1, workers: 1 },
  // One mail in memory at a time.
  scanMail: { retries: 40, together: 5, batch: 2, parallel: 1, workers: 1 },
}

export const jobKinds = Object.keys(kinds) as JobKind[]

/** Dead letters of every kind lie in this queue, with the name of their own queue beside them. */
export const deadLetters = 'dead-letters'

/** What a job holds: the things that it is to do, one after another. */
export interface JobData<K extends JobKind = JobKind> {
  all: Payloads[K][]
}
