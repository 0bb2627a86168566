import { createHash } from 'node:crypto'
import type { FetchedMail, MailboxCursor, MailboxFault, MailboxListener } from '../../src/adapters/types.ts'

/** A listener that keeps everything in memory, with the rules that the database has: content counts, cursors only rise. */
export interface KeptMails extends MailboxListener {
  /** Every delivery in the order in which it was handed over, the repeated ones too. */
  handed: FetchedMail[]
  /** When each was handed over, milliseconds of performance.now(). */
  handedAt: number[]
  cursors: MailboxCursor[]
  faults: MailboxFault[]
  completed: number
  /** What was said to be wrong in spite of it, at each of them. */
  standing: (MailboxFault | undefined)[]
  /** Subject lines in order, for comparing. */
  subjects(): string[]
  /** How many different contents there are. */
  different(): number
  /** Resolves when `count` deliveries are there; rejects after ten seconds. */
  until(count: number): Promise<void>
  /** Makes the next keep take this long, or fail. */
  before: (() => Promise<void>) | null
}

/** `start` null: the mailbox has never been watched. */
export function keptMails(start: { uidValidity: bigint; lastUid: number } | null = null): KeptMails {
  let cursor: { uidValidity: bigint | null; lastUid: number; relistingUpTo?: number | null } = start ?? {
    uidValidity: null,
    lastUid: 0,
  }
  const kept: KeptMails = {
    handed: [],
    handedAt: [],
    cursors: [],
    faults: [],
    completed: 0,
    standing: [],
    before: null,
    subjects: () => kept.handed.map(mail => /^Subject: (.*?)\r?$/m.exec(mail.raw.toString())?.[1] ?? ''),
    different: () =>
      new Set(kept.handed.map(mail => createHash('sha256').update(mail.raw).digest('hex'))).size,
    async until(count) {
      const giveUp = performance.now() + 30_000
      while (kept.handed.length < count) {
        if (performance.now() > giveUp) throw new Error(`only ${kept.handed.length} of ${count} mails came`)
        await new Promise(resolve => setTimeout(resolve, 2))
      }
    },
    cursor: async () => cursor,
    async keep(mails, next) {
      await kept.before?.()
      const now = performance.now()
      kept.handed.push(...mails)
      kept.handedAt.push(...mails.map(() => now))
      kept.cursors.push(next)
      cursor = next
    },
    async complete(still) {
      kept.completed++
      kept.standing.push(still)
    },
    async fault(fault) {
      kept.faults.push(fault)
    },
  }
  return kept
}
