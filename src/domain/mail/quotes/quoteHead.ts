/** A line or block that opens a quoted letter: lines `from` up to and without `to` are its head. */
export interface QuoteHead {
  from: number
  to: number
  /**
   * block: "Von: … Gesendet: …", everything below belongs to it. separator: "-----Ursprüngliche Nachricht-----" alone.
   * attribution: "Am … schrieb …:". weak-attribution: the same without time or address, to be believed only if ">" follows.
   */
  kind: 'block' | 'separator' | 'attribution' | 'weak-attribution'
}

/** Every test looks at this many characters at most: letters are untrusted, and one clever line must not cost quadratic time. */
export const longestLine = 1000

/** The line without outer space; "" beyond the end. */
export function bare(lines: readonly string[], at: number): string {
  return (lines[at] ?? '').slice(0, longestLine * 20).trim()
}

/** The first line with something in it among `within` lines from `from` on. */
export function nextFilled(lines: readonly string[], from: number, within: number): number | null {
  for (let i = from; i < Math.min(from + within, lines.length); i++) if (bare(lines, i) !== '') return i
  return null
}
