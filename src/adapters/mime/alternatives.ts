import { blank, type TextOf, type TypedText } from './partText.ts'

/** Fewer words that only one form has are noise: an unsubscribe link, a name with a stray blank. */
const fewestWords = 4
/** What the taken form must lack, as a share of its words, for the other one to be the letter. */
const substantial = 0.25

/**
 * Of alternatives the plain one (RFC 2046 section 5.1.4 prefers the last, but programs make the plain text from the same
 * words), unless it is blank or little beside the other: a stub ("Diese Nachricht kann nur in HTML angezeigt werden."), a
 * beginning. `leave` is told the other form where it has words of its own.
 */
export function alternativeText(parts: TypedText[], leave: (text: string) => void): TextOf {
  return () => {
    const plain = parts.filter(({ type }) => type === 'text/plain')
    let taken = ''
    for (const { text } of [...plain, ...parts.filter(part => !plain.includes(part))]) {
      const other = text()
      if (blank(other)) continue
      if (blank(taken)) {
        taken = other
        continue
      }
      const [ofTaken, ofOther] = [wordsOf(taken), wordsOf(other)]
      const more = missing(ofOther, ofTaken)
      const less = missing(ofTaken, ofOther)
      if (more >= fewestWords && more >= ofTaken.size * substantial && more > less) {
        if (less > 0) leave(taken)
        taken = other
      } else if (more > 0) leave(other)
    }
    return taken
  }
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
}

/** How many of these words the others lack. */
function missing(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0
  for (const word of words) if (!others.has(word)) count++
  return count
}
