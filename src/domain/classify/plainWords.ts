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
  const page = openPage()
  let word = ''
  let lineStart = 0

  const boundary = (at: number) => {
    page.space(at)
    word = ''
    if (page.length > 1 && !page.endsSentence()) page.add('| ', at)
  }

  for (let at = 0; at < source.length; at++) {
    const letter = source[at]!
    const written = writtenAs(letter, source.charCodeAt(at))
    if (written !== '') {
      page.add(written, at)
      word += written
    } else if (letter === '\n') {
      if (endsLine(source, at, lineStart)) boundary(at)
      else page.space(at)
      word = ''
      lineStart = at + 1
    } else if (letter === '!' || letter === '?' || letter === ';') {
      boundary(at)
    } else if (letter === '.' && endsSentence(source, at, word)) {
      boundary(at)
    } else if (apostrophes.includes(letter)) {
      // "geht's" is one word for the signs.
    } else if (genderMarks.includes(letter) && word !== '' && followedByIn(source, at)) {
      // "Lehrer*in", "Lehrer:innen", "Lehrer/in", "Lehrer/-in": one word.
      if (source[at + 1] === '-') at++
    } else {
      page.space(at)
      word = ''
      if (letter === '§') page.add('§ ', at)
    }
  }
  boundary(source.length)
  const { text, origin } = page.read()
  return {
    text,
    original: (start, end) =>
      source
        .slice(origin[start], (origin[end - 1] ?? source.length) + 1)
        .replace(/\s+/g, ' ')
        .trim(),
  }
}

/** The text being written, with the place in the source of each letter. Starts with a space. */
function openPage() {
  let chunks: string[] = [' ']
  const origin: number[] = [0]
  let last = ' '
  let beforeLast = ''
  return {
    get length() {
      return origin.length
    },
    endsSentence: () => last === ' ' && beforeLast === '|',
    add(written: string, at: number) {
      chunks.push(written)
      for (const letter of written) {
        origin.push(at)
        beforeLast = last
        last = letter
      }
    },
    space(at: number) {
      if (last !== ' ') this.add(' ', at)
    },
    read() {
      const text = chunks.join('')
      chunks = []
      return { text, origin }
    },
  }
}

/** The letter in lower case with umlauts written out, "" for what is no letter or digit. */
function writtenAs(letter: string, code: number): string {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return letter
  if (code >= 65 && code <= 90) return letter.toLowerCase()
  if (code < 128) return ''
  const known = written.get(letter)
  if (known !== undefined) return known
  const plain = isLetter.test(letter) ? unaccented(letter).toLowerCase() : ''
  if (written.size < 5_000) written.set(letter, plain)
  return plain
}

/** Remembered, because Unicode normalisation of single letters is slow. */
const written = new Map<string, string>()

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
