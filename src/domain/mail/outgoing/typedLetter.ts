/** A typed letter is not longer; characters. */
export const longestLetter = 20_000

/**
 * What a person typed, as it goes into a letter: lines and paragraphs as typed, without control characters and without marks
 * that make text read in another direction than it is written, which could show something else than what is sent.
 */
export function typedLetter(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
