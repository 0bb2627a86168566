import { unaccented } from '../domain/programme/spelling.ts'

/** One word a person typed. */
export interface Word {
  /** Without the punctuation around it: "Elmshorn", "KA-17", "ort:Uetersen". */
  text: string
  /** For comparing: lower case, umlauts as ae/oe/ue, accents gone: "koelln-reisiek". */
  folded: string
  /** It stood in quotation marks; several words in one pair of marks are one Word. */
  quoted: boolean
}

/** A text longer than this is no command; it is answered with one sentence. Characters. */
export const longestInput = 4000

/**
 * Lower case, umlauts written out, other accents gone: "Kölln-Reisiek" → "koelln-reisiek", "Straße" → "strasse".
 * So a keyboard without umlauts and one with them say the same.
 */
export function fold(text: string): string {
  return unaccented(text).toLowerCase()
}

/**
 * What is left when control characters, invisible joiners and direction marks (which could make a line read
 * differently from what it says) are spaces, and runs of white space one space.
 */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, ' ')
      // Word processors and phones make "KA‑17" and "KA–17" of KA-17.
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s+/gu, ' ')
      .trim()
  )
}

/** Closing marks for each opening one; German „…“ and »…«, English “…”, French «…», plain "…" and ‚…‘. */
const closing: Record<string, string> = {
  '„': '“”"',
  '“': '”"',
  '"': '"“”',
  '»': '«',
  '«': '»',
  '‚': '‘’',
  '‘': '’',
  '`': '`',
}

/** The words of a cleaned text; each character is looked at once, so the time grows with the length only. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let current = ''
  const flush = () => {
    const word = trimmed(current)
    if (word) words.push({ text: word, folded: fold(word), quoted: false })
    current = ''
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    const closers = closing[char]
    if (closers && (current === '' || current.endsWith(':'))) {
      const end = firstOf(text, closers, i + 1)
      if (end > i) {
        const inside = text.slice(i + 1, end).trim()
        const key = current
        current = ''
        // ort:"Klein Nordende" is one argument that holds a space, not a quotation.
        if (inside) words.push({ text: key + inside, folded: fold(key + inside), quoted: key === '' })
        i = end
        continue
      }
    }
    if (char === ' ') flush()
    else current += char
  }
  flush()
  return words
}

function firstOf(text: string, chars: string, from: number): number {
  for (let i = from; i < text.length; i++) if (chars.includes(text[i]!)) return i
  return -1
}

/** Punctuation and emoji at the edges carry no meaning; a hyphen, colon or number inside does. */
function trimmed(word: string): string {
  return word.replace(/^[^\p{L}\p{N}#/]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '')
}

/** Words that carry no meaning for a question: they are skipped where nothing else fits. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'bitte mal doch gerne gern kurz eben jetzt nun denn eigentlich hallo hi hey moin danke ' +
    'der die das den dem des ein eine einen einem einer in im an am auf von vom fuer aus bei beim zu zum zur mit nach ' +
    'ist sind es und oder alle allen mir uns ich wir dort da hier noch so kla bot nr nummer reg stadt ' +
    'heute aller alles aktuell aktuelle aktuellen derzeit gerade momentan zurzeit schon'
  ).split(' '),
)

/** In an order hardly a word is idle: "morgen", "noch" or "eigentlich" may change what is meant. */
export const fillersOfOrders: ReadonlySet<string> = new Set(
  'bitte mal gerne gern jetzt danke der die das den dem an zu zum zur von kla nr nummer'.split(' '),
)
