import { germanMonth } from '../../domain/time/pointInTime.ts'
import { fold, type Word } from '../words.ts'
import { spelledNumber } from './numberWords.ts'

/** What was read, and how many words that were. */
export interface Found<T> {
  value: T
  length: number
}

/** As words are compared: "maerz". */
const months = Array.from({ length: 12 }, (_, i) => fold(germanMonth(i + 1)))
const shortMonths = 'jan feb maerz apr mai jun jul aug sept okt nov dez'.split(' ')
const weekdays = 'montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(' ')
const shortWeekdays = 'mo di mi do fr sa so'.split(' ')

/** Years that a person may mean; everything else is a slip. */
export const [firstYear, lastYear] = [1990, 2099] as const

/** Words before a date that add nothing to it: "auf den 3. Mai". */
const articles = new Set(['den', 'dem', 'der', 'die', 'das', 'am', 'zum', 'im', 'ins', 'in', 'auf', 'bis'])

/** "mai", "maerz", "sept": 1 to 12. */
export function monthOf(word: string): number | null {
  const typed = word === 'marz' ? 'maerz' : word
  const at = months.indexOf(typed)
  const short = at < 0 ? shortMonths.indexOf(typed.replace(/^sep$/, 'sept')) : at
  return short < 0 ? null : short + 1
}

/** "montag", "sonnabend": 1 (Monday) to 7. */
export function weekdayOf(word: string): number | null {
  const at = weekdays.indexOf(word === 'sonnabend' ? 'samstag' : word)
  return at < 0 ? null : at + 1
}

/** "mo", "fr", which mean a day only where the words around them say so. */
export function shortWeekdayOf(word: string): number | null {
  const at = shortWeekdays.indexOf(word)
  return at < 0 ? null : at + 1
}

export function yearOf(word: string): number | null {
  const year = /^\d{4}$/.test(word) ? Number(word) : 0
  return year >= firstYear && year <= lastYear ? year : null
}

/** "zwei", "12", "einem"; null: no number. */
export function countOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  return /^eine[nmrs]?$/.test(word) ? 1 : spelledNumber(word)
}

/** How many words before a date there are that add nothing. */
export function articlesAt(words: readonly Word[], at: number): number {
  let n = 0
  while (articles.has(plain(words[at + n]))) n++
  return n
}

/** The folded word; "" for quoted ones: they are somebody's words, not a date. */
export function plain(word: Word | undefined): string {
  return word && !word.quoted ? word.folded : ''
}
