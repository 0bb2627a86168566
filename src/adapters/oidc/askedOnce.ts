import type { TokenSource } from '../types.ts'
import { tokenError } from './faults.ts'

/** After a refusal the identity provider is left alone for so long: it would say the same, and count. */
const restMilliseconds = 30_000

interface Held {
  accessToken: string
  /** ISO instant. */
  accessUntil: string
}

/**
 * Keeps the token that `ask` brought until shortly before its end. Whoever comes while it is being asked for waits for
 * the same answer, so there is never more than one request under way.
 */
export function askedOnce(ask: (refused: string | undefined) => Promise<Held>): TokenSource {
  let held: Held | null = null
  let asking: Promise<Held> | null = null
  let refusal: { until: number; error: Error } | null = null

  async function askNow(refused: string | undefined): Promise<Held> {
    try {
      held = await ask(refused)
      refusal = null
      return held
    } catch (thrown) {
      const error = tokenError(thrown)
      if (error.tokenFault.kind === 'sign-in')
        refusal = { until: performance.now() + restMilliseconds, error }
      throw error
    } finally {
      asking = null
    }
  }

  return {
    async accessToken(refused) {
      if (held && held.accessToken !== refused && isGood(held)) return held.accessToken
      if (refusal && performance.now() < refusal.until) throw refusal.error
      asking ??= askNow(refused)
      return (await asking).accessToken
    },
  }
}

export const isGood = ({ accessUntil }: Held) => Date.now() < Date.parse(accessUntil)
