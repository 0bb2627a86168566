/** What is read at once: a longer text would take the memory of a thread. Characters. */
const window = 400_000
/** Windows share this much, so that no sentence is cut for both. */
const shared = 1_000
/** Of whom the letter speaks is said at its beginning: each window begins with it. */
const beginning = 2_000
/** Below this nothing is condensed. */
const short = 20_000

/**
 * A text in pieces that together hold every sentence of it once: what somebody said twice says nothing more, and a letter
 * stuffed up to a megabyte becomes as short as what it says.
 */
export function windowsOf(text: string): string[] {
  if (text.length < short) return [text]
  const said = new Set<string>()
  for (const sentence of text.split(/(?<=[.!?\n])\s+/)) said.add(sentence)
  const once = [...said].join('\n')
  const windows = [once.slice(0, window)]
  for (let at = window; at < once.length; at += window - shared)
    windows.push(`${once.slice(0, beginning)}\n\n${once.slice(at - shared, at - shared + window)}`)
  return windows
}
