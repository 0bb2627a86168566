import { spellingDistance } from '../../domain/programme/spelling.ts'
import { fold, type Word } from '../words.ts'
import { monthOf } from './dayWords.ts'
import { spelledNumber } from './numberWords.ts'
import { deadlineNumber } from './readDeadline.ts'

const ticketNouns = ['vorgang', 'anfrage', 'ticket', 'vorgangsnummer', 'vg', 'vorg']
const deadlineNouns = /^(frist|f)$/
const numbering = /^(nr|nummer)$/

/** What stands behind a count, not behind a number: "Frist 7 Tage", "Frist 10. Mai". */
const counted = /^(tage?n?|wochen?|wo|monate?n?|uhr|jahre?n?)$/

/**
 * Numbers as people say and dictate them, each as one word: "Frist Nr. 7" and "F sieben" are "F-7"; "Vorgang siebzehn", "KA 17",
 * "K. A. 17" and "KA 2024 17" are "KA-17" and "KA-2024-17". `prefix` is the programme's, "KA".
 */
export function withNumbers(words: readonly Word[], prefix: string): Word[] {
  const out: Word[] = []
  for (let i = 0; i < words.length; ) {
    const found = ticketNamed(words, i, prefix) ?? deadlineNamed(words, i)
    out.push(found ? oneWord(found.text) : words[i]!)
    i += found?.length ?? 1
  }
  return out
}

function oneWord(text: string): Word {
  return { text, folded: fold(text), quoted: false }
}

function ticketNamed(words: readonly Word[], at: number, prefix: string) {
  const spelled = spelledPrefix(words, at, prefix)
  const head = spelled > 0 ? spelled : isTicketNoun(words[at]) ? 1 : 0
  if (head === 0) return null
  const start = afterNumbering(words, at + head)
  const year = plain(words[start])
  const behind = plain(words[start + 1])
  if (spelled > 0 && /^(19|20)\d{2}$/.test(year) && /^\d{1,6}$/.test(behind))
    return { text: `${prefix}-${year}-${behind}`, length: start + 2 - at }
  const number = /^\d{4}[-/]\d{1,6}$/.test(year) ? year : countAt(words, start)
  return number === null ? null : { text: `${prefix}-${number}`, length: start + 1 - at }
}

function deadlineNamed(words: readonly Word[], at: number) {
  // "Fr. F-7" says it twice.
  const said = /^(fr|frist)$/.test(plain(words[at])) ? deadlineNumber(words[at + 1]) : null
  if (said) return { text: said.number, length: 2 }
  if (!deadlineNouns.test(plain(words[at]))) return null
  const start = afterNumbering(words, at + 1)
  const number = countAt(words, start)
  return number === null || number > 99_999 ? null : { text: `F-${number}`, length: start + 1 - at }
}

/** The number at a word, in digits or spelled out; null: none, or it counts something. */
function countAt(words: readonly Word[], at: number): number | null {
  const word = plain(words[at])
  const next = plain(words[at + 1])
  if (counted.test(next) || monthOf(next) !== null || word === 'ein') return null
  const number = /^\d{1,6}$/.test(word) ? Number(word) : spelledNumber(word)
  return number === 0 ? null : number
}

function afterNumbering(words: readonly Word[], at: number): number {
  return numbering.test(plain(words[at])) ? at + 1 : at
}

/** How many words the prefix takes: "KA" one, "K. A." two; 0: it does not stand here. */
function spelledPrefix(words: readonly Word[], at: number, prefix: string): number {
  const wanted = fold(prefix)
  let said = ''
  for (let length = 1; length <= wanted.length; length++) {
    said += plain(words[at + length - 1]).replaceAll('.', '')
    if (said === wanted) return length
    if (said.length !== length) return 0
  }
  return 0
}

/** Also with slips: "vorgnag 17". */
function isTicketNoun(word: Word | undefined): boolean {
  const said = plain(word)
  return ticketNouns.some(
    noun => noun === said || (said.length >= 6 && said[0] === noun[0] && spellingDistance(said, noun) === 1),
  )
}

function plain(word: Word | undefined): string {
  return word && !word.quoted ? word.folded : ''
}
