/** As many callers as are told apart; more than that and counting begins anew for all. */
const mostKeys = 10_000

/** A function that says whether a caller may come in: at most `most` times in each span of `milliseconds`. */
export function callLimit(most: number, milliseconds: number, clock: () => number): (key: string) => boolean {
  let calls = new Map<string, number>()
  let begun = clock()
  return key => {
    const now = clock()
    if (now - begun >= milliseconds || calls.size >= mostKeys) {
      calls = new Map()
      begun = now
    }
    const n = (calls.get(key) ?? 0) + 1
    calls.set(key, n)
    return n <= most
  }
}
