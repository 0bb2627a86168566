import { unaccented } from './spelling.ts'

/** A text whose umlauts are written out, and the way back to the letters of the original. */
export interface PlainLetters {
  text: string
  /** The original letters from `start` up to `end` of `text`. */
  original(start: number, end: number): string
}

/** Each part has a length, so that a letter of one endless word costs no more than another. */
const addresses =
  /(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|https?:\/\/\S{1,500}|\bwww\.\S{1,500}|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:de|com|org|net|eu|example)\b/giu

/**
 * Writes umlauts out, so that one pattern finds "Kölln" and "Koelln", but keeps case. Addresses of mail and
 * web are blanked: "kreis-pinneberg.de" names no place that a letter is about.
 */
export function plainLetters(original: string): PlainLetters {
  const source = original.normalize('NFC').replace(addresses, found => ' '.repeat(found.length))
  const origin: number[] = []
  let text = ''
  for (let at = 0; at < source.length; at++) {
    const letter = source[at]!
    const written = letter < '\u0080' ? letter : unaccented(letter)
    text += written
    for (let i = 0; i < written.length; i++) origin.push(at)
  }
  origin.push(source.length)
  return { text, original: (start, end) => source.slice(origin[start], origin[end]) }
}
