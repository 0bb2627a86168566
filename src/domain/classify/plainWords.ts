import { unaccented } from '../programme/spelling.ts'

/**
 * A text as the signs read it: lower case, umlauts written out, one space between words, " | " between
 * sentences, a space at both ends. "Rektor*in der Grundschule. Bitte!" becomes " rektorin der grundschule | bitte | ".
 */
export interface PlainWords {
  text: string
  /** The original letters behind `start` up to `end` of `text`, for evidence. */
  original(start: number, end: number): string
}

/** After these a full stop ends no sentence. */
const abbreviations = new Set(
  'abs art az bzgl bzw ca dr dipl ev evtl ff fr geb ggf gr hr incl inkl insb kl max med min mind mio nr o ped prof rd s sog sr st str tel usw vgl z zb zt'.split(
    ' ',
  ),
)

/** A line shorter than this was ended by its writer, not by the mail program (RFC 3676: about 72 letters). */
const wrappedLine = 45

/** Reads `original` in one pass; nothing in here backtracks. */
export function plainWords(original: string): PlainWords {
  const source = original.normalize('NFC')
  const origin: number[] = [0]
  let text = ' '
  let word = ''
  let lineStart = 0

  const add = (written: string, at: number) => {
    text += written
    for (let i = 0; i < written.length; i++) origin.push(at)
  }
  const space = (at: number) => {
    if (!text.endsWith(' ')) add(' ', at)
    word = ''
  }
  const boundary = (at: number) => {
    space(at)
    if (text !== ' ' && !text.endsWith('| ')) add('| ', at)
  }

  for (let at = 0; at < source.length; at++) {
    const letter = source[at]!
    const code = source.charCodeAt(at)
    const small = code >= 97 && code <= 122
    if (small || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)) {
      const written = small ? letter : letter.toLowerCase()
      add(written, at)
      word += written
    } else if (code > 127 && isLetter.test(letter)) {
      const written = unaccented(letter).toLowerCase()
      add(written, at)
      word += written
    } else if (letter === '§') {
      space(at)
      add('§ ', at)
    } else if (letter === '\n') {
      if (endsLine(source, at, lineStart)) boundary(at)
      else space(at)
      lineStart = at + 1
    } else if (letter === '!' || letter === '?' || letter === ';') {
      boundary(at)
    } else if (letter === '.') {
      if (endsSentence(source, at, word)) boundary(at)
      else space(at)
    } else if (apostrophes.includes(letter)) {
      // "geht's" is one word for the signs.
    } else if (genderMarks.includes(letter) && word !== '' && followedByIn(source, at)) {
      // "Lehrer*in", "Lehrer:innen", "Lehrer/in", "Lehrer/-in": one word.
      if (source[at + 1] === '-') at++
    } else {
      space(at)
    }
  }
  boundary(source.length)
  return {
    text,
    original: (start, end) =>
      source
        .slice(origin[start], (origin[end - 1] ?? source.length) + 1)
        .replace(/\s+/g, ' ')
        .trim(),
  }
}

const isLetter = /[\p{L}\p{M}]/u
const apostrophes = "'’´`"
const genderMarks = '*:_/'

function followedByIn(source: string, at: number): boolean {
  const next = source[at + 1] === '-' ? at + 2 : at + 1
  return source.startsWith('in', next) && !/[a-mo-zäöüß]/i.test(source[next + 2] ?? ' ')
}

function endsSentence(source: string, at: number, word: string): boolean {
  const next = source[at + 1] ?? ' '
  if (/[\p{L}\d]/u.test(next)) return false
  if (/^\d+$/.test(word)) return at + 1 >= source.length || next === '\n'
  return word.length > 1 && !abbreviations.has(word)
}

function endsLine(source: string, at: number, lineStart: number): boolean {
  return at - lineStart < wrappedLine || source[at + 1] === '\n' || /[\s\-*•>–]/.test(source[at + 1] ?? ' ')
}
