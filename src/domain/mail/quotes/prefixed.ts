/* Lines that are quoted one by one: "> Kommen Sie am Dienstag?" (RFC 3676 section 4.5). */

/** Whether the line is marked as quoted. ">>> http://mail.example <<<" is decoration. */
export function isPrefixed(line: string): boolean {
  return /^\s{0,3}>/.test(line) && !/^\s{0,3}>{2}.{0,200}<{2,}\s*$/.test(line)
}

/** Some programs draw a bar instead; believed only right below the head of a quote. */
export function isBarred(line: string): boolean {
  return /^\s{0,3}\|(?:\s|$)/.test(line)
}

/** Whether the first filled line among three from `from` on is marked by `mark`. */
export function followsMarked(
  lines: readonly string[],
  from: number,
  mark: (line: string) => boolean,
): boolean {
  for (let i = from; i < Math.min(from + 3, lines.length); i++) {
    if (lines[i]!.trim() !== '') return mark(lines[i]!)
  }
  return false
}

/**
 * Whether an unmarked line between marked ones belongs to them all the same: the end of a long line that a mail program
 * broke, or a link that it put onto a line of its own.
 */
export function isBrokenQuote(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]
  const line = lines[at]!
  if (before === undefined || !isPrefixed(before) || line.length > 300) return false
  // "> View ticket (http://www.example/action" goes on in "_nonce=3dd518)".
  if (/[(<]https?:[^\s)>]{1,300}$/.test(before.slice(-310)) && /^[^\s()<>]{1,300}[)>]\s*$/.test(line))
    return true
  const after = lines[at + 1]
  if (after === undefined || !isPrefixed(after)) return false
  if (/^\s*[(<]https?:[^\s()<>]{1,280}[)>]\s*>?\s*$/.test(line)) return true
  // In the middle of a sentence only: an answer that begins small stands below a whole one.
  return before.length >= 65 && line.length <= 60 && /^\p{Ll}/u.test(line) && !/[.?!:;]\s*$/.test(before)
}

const longestList = 30

/**
 * People make lists with ">" too: lines right below one of their own that ends with a colon. How many lines the list
 * has, 0 for none.
 */
export function listLength(lines: readonly string[], at: number): number {
  const before = lines[at - 1]?.trimEnd()
  if (!before || isPrefixed(before) || !before.endsWith(':')) return 0
  let end = at
  while (end < lines.length && end <= at + longestList && /^\s{0,3}>\s?[^\s>]/.test(lines[end]!)) end++
  if (end > at + longestList) return 0
  // A paragraph that was quoted fills its lines; the items of a list are short.
  return lines.slice(at, end).every(line => line.length < 65) ? end - at : 0
}
