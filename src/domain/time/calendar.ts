import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import type { Profile } from '../programme/profile.ts'

/** A German Land by its ISO 3166-2 code without "DE-", e.g. "SH". */
export type Land = Profile['land']

const holidaysOf = new Map<string, ReadonlyMap<string, string>>()

/**
 * Statutory public holidays of a Land in a year: ISO day → German name. Only "public" ones count: 24.12. and
 * 31.12. are bank holidays and stay working days (domain.md section 6); Berlin's single days are in.
 */
export function publicHolidays(land: Land, year: number): ReadonlyMap<string, string> {
  const key = `${land} ${year}`
  let holidays = holidaysOf.get(key)
  if (!holidays) {
    // Reading the rules of a year costs about a millisecond, asking for a day happens in loops.
    const rules = new Holidays('DE', land, { types: ['public'], languages: ['de'] })
    holidays = new Map(rules.getHolidays(year).map(each => [each.date.slice(0, 10), each.name]))
    holidaysOf.set(key, holidays)
  }
  return holidays
}

/** Monday to Friday, no public holiday of the Land. Saturday is none (VO 1182/71 Art. 2 Abs. 2; § 193 BGB). */
export function isWorkingDay(land: Land, day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < 6 && !publicHolidays(land, day.year).has(day.toString())
}

/**
 * The n-th working day after `day`, which itself is not counted (§ 187 Abs. 1 BGB); negative n counts backward.
 * 0 is the day itself, or the next working day when it is none.
 */
export function addWorkingDays(land: Land, day: Temporal.PlainDate, n: number): Temporal.PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`working days are whole: ${n}`)
  if (n === 0) return isWorkingDay(land, day) ? day : addWorkingDays(land, day, 1)
  const step = { days: Math.sign(n) }
  let at = day
  for (let left = Math.abs(n); left > 0; ) {
    at = at.add(step)
    if (isWorkingDay(land, at)) left--
  }
  return at
}

/** Working days after `from` up to and with `to`: 0 on the day itself, negative when `to` is earlier. */
export function workingDaysBetween(land: Land, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(to, from) < 0) return -workingDaysBetween(land, to, from)
  let n = 0
  for (let at = from; Temporal.PlainDate.compare(at, to) < 0; ) {
    at = at.add({ days: 1 })
    if (isWorkingDay(land, at)) n++
  }
  return n
}
