import { Temporal } from 'temporal-polyfill'
import { germanMonth } from '../../domain/time/pointInTime.ts'
import { fold, type Word } from '../words.ts'

/** As words are compared: "maerz". */
const months = Array.from({ length: 12 }, (_, i) => fold(germanMonth(i + 1)))
const shortMonths = 'jan feb maerz apr mai jun jul aug sept okt nov dez'.split(' ')
const weekdays = 'montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(' ')

/** Years that a person may mean; everything else is a slip. */
export const [firstYear, lastYear] = [1990, 2099] as const

/** What was read, and how many words that were. */
export interface Found<T> {
  value: T
  length: number
}

/** Words before a date that add nothing to it: "auf den 3. Mai". */
const articles = new Set(['den', 'dem', 'der', 'die', 'das', 'am', 'zum', 'im', 'ins', 'in', 'auf', 'bis'])

/** A date in digits; `year` null: none was said. */
export interface Parts {
  year: number | null
  month: number
  day: number
}

/** The day that begins at word `at`; null: none does, or it is not in the calendar. */
export function sharpDayAt(
  words: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): Found<Temporal.PlainDate> | null {
  const skipped = articlesAt(words, at)
  const found = dayFrom(words, at + skipped, today)
  return found && { value: found.value, length: found.length + skipped }
}

/** Looks like a date, and no calendar has it: "30.02.", "31.4.2025", "2024-13-01". */
export function isNoDay(word: Pick<Word, 'folded'>): boolean {
  const parts = numericParts(word.folded)
  if (!parts) return false
  // 29.02. without a year exists in some.
  return dateOf({ ...parts, year: parts.year ?? 2000 }) === null
}

/** The same without words before it. */
export function dayFrom(
  words: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): Found<Temporal.PlainDate> | null {
  const [one, two, three] = [0, 1, 2].map(i => plain(words[at + i])) as [string, string, string]
  const named: Record<string, number> = { vorgestern: -2, gestern: -1, heute: 0, morgen: 1, uebermorgen: 2 }
  if (Object.hasOwn(named, one)) return { value: today.add({ days: named[one]! }), length: 1 }
  const numeric = numericParts(one)
  if (numeric) {
    const value = dateOf({ ...numeric, year: numeric.year ?? nearestYear(numeric, today) })
    return value && { value, length: 1 }
  }
  const weekday = weekdays.indexOf(one) + 1
  if (weekday > 0) {
    // "Freitag, 3. Mai" and "Fr, 03.05." say the day twice.
    const said = dayFrom(words, at + 1 + articlesAt(words, at + 1), today)
    if (said && /^\d/.test(plain(words[at + 1 + articlesAt(words, at + 1)])))
      return { value: said.value, length: said.length + 1 + articlesAt(words, at + 1) }
    return { value: nextWeekday(weekday, today), length: 1 }
  }
  if (/^(mo|di|mi|do|fr|sa|so)$/.test(one) && numericParts(two)) {
    const said = dayFrom(words, at + 1, today)
    return said && { value: said.value, length: said.length + 1 }
  }
  const other = weekdays.indexOf(two) + 1
  if (other > 0 && /^(naechste[nmrs]?|kommende[nmrs]?|diese[nmrs]?)$/.test(one))
    return { value: nextWeekday(other, today), length: 2 }
  if (other > 0 && /^(letzte[nmrs]?|vorige[nmrs]?|vergangene[nmrs]?)$/.test(one))
    return {
      value: nextWeekday(other, today).subtract({ weeks: 1 + (other === today.dayOfWeek ? 1 : 0) }),
      length: 2,
    }
  const n = countOf(one)
  if (n !== null && /^(tage?n?|wochen?)$/.test(two) && plain(words[at - 1]) === 'in')
    return { value: today.add(two.startsWith('t') ? { days: n } : { weeks: n }), length: 2 }
  return monthDay(one, two, three, today)
}

/** "3. Mai", "3 Mai 2025". */
function monthDay(one: string, two: string, three: string, today: Temporal.PlainDate) {
  const month = monthOf(two)
  if (!/^\d{1,2}$/.test(one) || month === null) return null
  const year = yearOf(three)
  const parts = { day: Number(one), month }
  const value = dateOf({ ...parts, year: year ?? nearestYear(parts, today) })
  return value && { value, length: year === null ? 2 : 3 }
}

/** "mai", "maerz", "sept": 1 to 12. */
export function monthOf(word: string): number | null {
  const typed = word === 'marz' ? 'maerz' : word
  const at = months.indexOf(typed)
  const short = at < 0 ? shortMonths.indexOf(typed.replace(/^sep$/, 'sept')) : at
  return short < 0 ? null : short + 1
}

export function yearOf(word: string): number | null {
  const year = /^\d{4}$/.test(word) ? Number(word) : 0
  return year >= firstYear && year <= lastYear ? year : null
}

/** A date in digits, whether or not a calendar has it. */
export function numericParts(typed: string): Parts | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const german = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2})?)?$/.exec(typed)
  if (!german) return null
  const year = german[3] ? Number(german[3]) + (german[3].length === 2 ? 2000 : 0) : null
  return { year, month: Number(german[2]), day: Number(german[1]) }
}

/** null: no calendar has it. */
export function dateOf({
  year,
  month,
  day,
}: {
  year: number
  month: number
  day: number
}): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || year < firstYear || year > lastYear) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null // 31.04. exists in no year
  }
}

/** The year in which a day without one lies nearest to today: at Christmas "10.1." is next year's. */
export function nearestYear({ month, day }: Pick<Parts, 'month' | 'day'>, today: Temporal.PlainDate): number {
  const near = [today.year - 1, today.year, today.year + 1].flatMap(year => {
    const date = dateOf({ year, month, day })
    return date ? [{ year, far: Math.abs(today.until(date).total('days')) }] : []
  })
  return near.sort((a, b) => a.far - b.far)[0]?.year ?? today.year
}

/** The next one, never today. */
function nextWeekday(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })
}

const counts: Record<string, number> = Object.fromEntries(
  'null ein zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn'
    .split(' ')
    .map((word, i) => [word, i]),
)

/** "zwei", "12"; null: no number. */
export function countOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  if (/^eine[nmrs]?$/.test(word)) return 1
  return Object.hasOwn(counts, word) && word !== 'null' ? counts[word]! : null
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
