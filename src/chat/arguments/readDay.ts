import { Temporal } from 'temporal-polyfill'
import type { Word } from '../words.ts'
import {
  articlesAt,
  type Found,
  firstYear,
  lastYear,
  monthOf,
  plain,
  shortWeekdayOf,
  weekdayOf,
  yearOf,
} from './dayWords.ts'
import { spelledOrdinal } from './numberWords.ts'
import { relativeDayAt } from './relativeDays.ts'

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
  const numeric = numericParts(one)
  if (numeric) {
    const value = dateOf({ ...numeric, year: numeric.year ?? nearestYear(numeric, today) })
    return value && { value, length: 1 }
  }
  // "Freitag, den 3. Mai" and "Fr, 03.05." say the day twice.
  const behind = at + 1 + articlesAt(words, at + 1)
  const twice = weekdayOf(one) !== null || (shortWeekdayOf(one) !== null && numericParts(two))
  const said = twice && /^\d/.test(plain(words[behind])) ? dayFrom(words, behind, today) : null
  if (said) return { value: said.value, length: said.length + behind - at }
  return relativeDayAt(words, at, today) ?? monthDay(one, two, three, today) ?? dayAlone(words, at, today)
}

/** "3. Mai", "3 Mai 2025", "dritten Mai". */
function monthDay(one: string, two: string, three: string, today: Temporal.PlainDate) {
  const month = monthOf(two)
  const day = /^\d{1,2}$/.test(one) ? Number(one) : spelledOrdinal(one)
  if (day === null || month === null) return null
  const year = yearOf(three)
  const parts = { day, month }
  const value = dateOf({ ...parts, year: year ?? nearestYear(parts, today) })
  return value && { value, length: year === null ? 2 : 3 }
}

/** "auf den 15." is the next one; at the end of what was said or before a verb, so that nothing is counted by it. */
function dayAlone(words: readonly Word[], at: number, today: Temporal.PlainDate) {
  const one = plain(words[at])
  const day = /^\d{1,2}$/.test(one) ? Number(one) : spelledOrdinal(one)
  const led = /^(den|am|zum)$/.test(plain(words[at - 1]))
  if (
    day === null ||
    !led ||
    !/^(|bitte|\p{Ll}*(schieben|legen|setzen|stellen|ziehen))$/u.test(plain(words[at + 1]))
  )
    return null
  const month = day <= today.day ? today.add({ months: 1 }) : today
  const value = dateOf({ year: month.year, month: month.month, day })
  return value && { value, length: 1 }
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
