import type { MailboxFault } from '../types.ts'

/**
 * Seconds until the next attempt after the `failures`th failure in a row (1 is the first). `random` in [0, 1)
 * spreads those who failed together. A refused sign-in is asked again seldom: many servers lock an account after a
 * few wrong passwords within minutes; a missing folder is as unlikely to heal by itself.
 */
export function secondsBeforeRetry(kind: MailboxFault['kind'], failures: number, random: number): number {
  const [first, longest] = kind === 'sign-in' || kind === 'folder' ? [60, 900] : [1, 60]
  const full = Math.min(longest, first * 2 ** (failures - 1))
  return kind === 'sign-in' || kind === 'folder' ? full * (1 + 0.1 * random) : full * (0.5 + 0.5 * random)
}
