/** So few words on a line are no sentence; letters. */
const stump = 25

/**
 * The text with line breaks inside sentences as blanks: programs and people break lines where they like ("Mein Vater↵schlägt↵
 * mich"). A sentence goes on where the next line begins small, or where both lines are a few words without a mark at the end.
 */
export function withLinesJoined(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n')
  const out: string[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    out.push(at === 0 ? line : `${before !== undefined && goesOn(before, line) ? ' ' : '\n'}${line}`)
  }
  return out.join('')
}

function goesOn(before: string, line: string): boolean {
  const first = line.charCodeAt(0) === 32 ? line.trimStart() : line
  if (first === '' || before === '') return false
  if (/^\p{Ll}/u.test(first)) return !/[.!?:]\s*$/.test(before.slice(-10))
  return before.length <= stump && line.length <= stump && /^\p{L}/u.test(first) && /\p{L}\s*$/u.test(before)
}
