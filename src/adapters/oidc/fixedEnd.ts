/** What was seen of the end of a refresh token; ISO instants. */
export interface SeenEnd {
  /** The answer that is compared with. */
  at: string
  endsAt: string
  /** Whether the end stays where it is; null: not known yet. */
  fixed: boolean | null
}

/** Answers closer together say nothing: both kinds of end would look the same. */
const leastMilliseconds = 600_000

/**
 * Most providers count the life of a refresh token anew from each renewal; such an end never comes while the program runs,
 * and announcing it would cry wolf. Others let a sign-in end on one day whatever happens. Told apart by whether the end
 * moved while time passed.
 */
export function seenEnd(before: SeenEnd | null, at: string, endsAt: string | null): SeenEnd | null {
  if (endsAt === null) return null
  if (before === null) return { at, endsAt, fixed: null }
  const passed = Date.parse(at) - Date.parse(before.at)
  if (passed < leastMilliseconds) return before
  const moved = Date.parse(endsAt) - Date.parse(before.endsAt)
  return { at, endsAt, fixed: moved < passed / 2 }
}
