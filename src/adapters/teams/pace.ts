/** One message a second to each conversation (learn.microsoft.com, "Rate limiting for bots": per thread), in milliseconds. */
const gap = 1_000

/** Keeps conversations from being written to faster than Teams takes it. */
export interface Pace {
  /** Resolves when the next message may go; in order of asking. */
  turn(conversation: string): Promise<void>
  /** Teams asked us to leave a conversation alone. */
  quiet(conversation: string, seconds: number): void
  /** Seconds that are still to be waited, 0 for none. */
  wait(conversation: string): number
}

export function pace(clock: () => number): Pace {
  const free = new Map<string, number>()
  const quietUntil = new Map<string, number>()
  return {
    async turn(conversation) {
      const now = clock()
      const at = Math.max(now, free.get(conversation) ?? 0)
      free.set(conversation, at + gap)
      if (free.size > 10_000) free.clear()
      if (at > now) await new Promise(resolve => setTimeout(resolve, at - now))
    },
    quiet(conversation, seconds) {
      quietUntil.set(conversation, clock() + seconds * 1000)
    },
    wait(conversation) {
      return Math.max(0, Math.ceil(((quietUntil.get(conversation) ?? 0) - clock()) / 1000))
    },
  }
}
