import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds between two tries, and in all. */
const [between, atMost] = [500, 300_000]

/**
 * Writes down what the mail server answered, which this process alone knows, and tries again while the database is away or
 * cannot take it (no space, a deadlock). Given up at once, the letter would be uncertain although its fate is known.
 */
export async function untilWritten(write: () => Promise<void>): Promise<void> {
  const until = performance.now() + atMost
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (performance.now() > until) throw error
      await pause(between)
    }
  }
}
