import { decodeText } from './charset.ts'
import { unflowed } from './flowed.ts'
import { cut } from './headers.ts'
import { htmlText } from './htmlText.ts'
import type { Part } from './partsOf.ts'

/** Longer text of one part is cut; the raw mail is kept. */
const longestText = 2_000_000

export type TextOf = () => string

export interface TypedText {
  type: string
  text: TextOf
}

export function blank(text: string): boolean {
  return text.trim() === ''
}

export function joinedText(parts: TypedText[]): TextOf {
  return () =>
    parts
      .map(({ text }) => text())
      .filter(text => !blank(text))
      .join('\n\n')
}

/** The words of a text part, decoded as far as `budget` allows. */
export function leafText(part: Part, budget: { text: number }): string {
  const bytes = (part.content?.bytes ?? Buffer.alloc(0)).subarray(0, budget.text)
  budget.text -= bytes.length
  const text = decodeText(wholeCharacters(bytes, budget.text === 0), part.params.get('charset') ?? '')
  if (part.type === 'text/html') return htmlText(text)
  if (/^text\/(?:enriched|richtext)$/.test(part.type))
    return cut(text.replace(/<\/?[a-z][a-z-]{0,30}>/gi, ''), longestText)
  const flowed = part.params.get('format')?.toLowerCase() === 'flowed'
  const fixed = flowed ? unflowed(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text
  return cut(fixed.replaceAll('\r\n', '\n'), longestText)
}

/** Half a character at the end would make a guess at the charset wrong. */
function wholeCharacters(bytes: Buffer, wasCut: boolean): Buffer {
  if (!wasCut) return bytes
  let end = bytes.length
  while (end > 0 && end > bytes.length - 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--
  return bytes.subarray(0, end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : end)
}
