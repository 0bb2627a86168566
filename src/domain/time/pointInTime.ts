import { Temporal } from 'temporal-polyfill'
import { germanDay, germanWeek } from './day.ts'

/** First and last day that a point in time may mean; equal when it is sharp. */
export interface Days {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
}

const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

/** "März". */
export function germanMonth(month: number): string {
  return months[month - 1]!
}

type Kind = 'day' | 'range' | 'month' | 'quarter' | 'week' | 'year' | 'schoolYear'

interface Read extends Days {
  kind: Kind
}

/**
 * The days that a `wann` of a profile covers, never sharper than it is: "2024-Q4" is 01.10.–31.12.2024.
 * null when it is no point in time at all or a day that does not exist (31.02., KW 53 of a year with 52).
 */
export function daysOf(wann: string): Days | null {
  const found = read(wann)
  return found && { first: found.first, last: found.last }
}

/**
 * German words that keep the fuzziness of the source: "01.08.2025", "KW 12 (18.–24.03.2024)",
 * "voraussichtlich April 2024", "voraussichtlich 4. Quartal 2024", "2012", "Schuljahr 2020/21",
 * "zwischen 01.06. und 01.08.2024". The text as it stands when it cannot be read.
 */
export function germanPointInTime(point: { wann: string; voraussichtlich?: boolean }): string {
  const found = read(point.wann)
  const words = found ? germanWords(found) : point.wann
  return point.voraussichtlich ? `voraussichtlich ${words}` : words
}

/** Where `today` lies: before all days of the point, within them, or after the last one. */
export function relationTo(days: Days, today: Temporal.PlainDate): 'before' | 'within' | 'after' {
  if (Temporal.PlainDate.compare(today, days.first) < 0) return 'before'
  return Temporal.PlainDate.compare(today, days.last) > 0 ? 'after' : 'within'
}

function read(wann: string): Read | null {
  const match =
    /^(?:(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?|(\d{4})-(\d{2})|(\d{4})-Q([1-4])|(\d{4})-W(\d{2})|(\d{4})\/(\d{2})|(\d{4}))$/.exec(
      wann,
    )
  if (!match) return null
  const [, day, lastDay, monthYear, month, quarterYear, quarter, weekYear, week, schoolYear, next, year] =
    match
  if (day !== undefined) return lastDay === undefined ? oneDay(day) : range(day, lastDay)
  if (month !== undefined) return monthsFrom('month', Number(monthYear), Number(month), 1)
  if (quarter !== undefined) return monthsFrom('quarter', Number(quarterYear), Number(quarter) * 3 - 2, 3)
  if (week !== undefined) return isoWeek(Number(weekYear), Number(week))
  if (year !== undefined) return monthsFrom('year', Number(year), 1, 12)
  // The school year runs from 01.08. to 31.07. (domain.md section 6); its first school day is another date.
  if ((Number(schoolYear) + 1) % 100 !== Number(next)) return null
  return monthsFrom('schoolYear', Number(schoolYear), 8, 12)
}

function oneDay(iso: string): Read | null {
  const day = plainDate(iso)
  return day && { kind: 'day', first: day, last: day }
}

function range(from: string, to: string): Read | null {
  const first = plainDate(from)
  const last = plainDate(to)
  return first && last && Temporal.PlainDate.compare(first, last) <= 0 ? { kind: 'range', first, last } : null
}

function monthsFrom(kind: Kind, year: number, month: number, length: number): Read | null {
  const first = plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)
  return first && { kind, first, last: first.add({ months: length }).subtract({ days: 1 }) }
}

function isoWeek(year: number, week: number): Read | null {
  // Week 1 is the one that holds 4 January (ISO 8601).
  const fourth = plainDate(`${String(year).padStart(4, '0')}-01-04`)
  if (!fourth || week < 1) return null
  const first = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 })
  const last = first.add({ days: 6 })
  return first.yearOfWeek === year ? { kind: 'week', first, last } : null
}

function plainDate(iso: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' })
  } catch {
    return null
  }
}

function germanWords({ kind, first, last }: Read): string {
  switch (kind) {
    case 'day':
      return germanDay(first)
    case 'range':
      return `zwischen ${first.year === last.year ? germanDay(first).slice(0, 6) : germanDay(first)} und ${germanDay(last)}`
    case 'month':
      return `${germanMonth(first.month)} ${first.year}`
    case 'quarter':
      return `${Math.ceil(first.month / 3)}. Quartal ${first.year}`
    case 'week':
      return germanWeek(first)
    case 'year':
      return String(first.year)
    case 'schoolYear':
      return `Schuljahr ${first.year}/${String(last.year).slice(-2)}`
  }
}
