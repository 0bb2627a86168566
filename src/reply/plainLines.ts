/**
 * Text that a terminal, log or plain mail may print: control characters (escape sequences that recolour, erase or
 * retitle a terminal) and direction marks (which make a line read differently) become spaces; line feeds stay.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim()
}

/** Columns that a text takes: combining marks none, wide characters (CJK, emoji) two. */
export function columns(text: string): number {
  let n = 0
  for (const char of text)
    n += /\p{M}|\p{Cf}/u.test(char)
      ? 0
      : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(char)
        ? 2
        : 1
  return n
}

/** `text` with spaces behind it up to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

/** Lines of at most `width` columns, broken at spaces; a longer word is cut through. Line feeds break too. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of printable(text).split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ').flatMap(word => cut(word, width))) {
      if (line !== '' && columns(line) + 1 + columns(word) > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines
}

function cut(word: string, width: number): string[] {
  if (columns(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  let taken = 0
  for (const char of word) {
    const n = columns(char)
    if (taken + n > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      taken = 0
    }
    piece += char
    taken += n
  }
  return [...pieces, piece]
}
