import HolidayRules from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'
import type { Profile } from '../programme/profile.ts'

/** A German Land by its ISO 3166-2 code without "DE-", e.g. "SH". */
export type Land = Profile['land']

/** One year of a Land. Days are numbers since 1970-01-01: a simulation of ten years asks for millions of them. */
interface Year {
  holidays: ReadonlyMap<string, string>
  /** 1 January. */
  first: number
  /** One byte a day from 1 January: 1 is a working day. */
  working: Uint8Array
}

/** 'DE': what is a holiday in every Land. */
type Place = Land | 'DE'

const yearsOf = new Map<Place, Map<number, Year>>()

function yearIn(place: Place, year: number): Year {
  const years = yearsOf.get(place) ?? new Map<number, Year>()
  const known = years.get(year)
  if (known) return known
  // Reading the rules of a year costs about a millisecond.
  const rules = new HolidayRules('DE', place === 'DE' ? '' : place, { types: ['public'], languages: ['de'] })
  const holidays = new Map(rules.getHolidays(year).map(each => [each.date.slice(0, 10), each.name]))
  const first = Date.UTC(year, 0, 1) / dayLength
  const working = new Uint8Array(Date.UTC(year + 1, 0, 1) / dayLength - first)
  // 1970-01-01 was a Thursday: day number 3 modulo 7 is a Sunday, 2 a Saturday.
  for (let i = 0; i < working.length; i++) working[i] = [2, 3].includes((((first + i) % 7) + 7) % 7) ? 0 : 1
  for (const iso of holidays.keys()) working[Date.parse(iso) / dayLength - first] = 0
  const made = { holidays, first, working }
  yearsOf.set(place, years.set(year, made))
  return made
}

const dayLength = 86_400_000

function numberOf(day: Temporal.PlainDate): number {
  return Date.UTC(day.year, day.month - 1, day.day) / dayLength
}

/**
 * Statutory public holidays of a Land in a year: ISO day → German name. Only "public" ones count: 24.12. and
 * 31.12. are bank holidays and stay working days (domain.md section 6); Berlin's single days are in. Holidays of single
 * municipalities are left out, since the seat of an office is known by its Land only: Mariä Himmelfahrt and the
 * Friedensfest in parts of Bayern, Fronleichnam in parts of Sachsen and Thüringen.
 */
export function publicHolidays(land: Land, year: number): ReadonlyMap<string, string> {
  return yearIn(land, year).holidays
}

/** Whether the day is a holiday in all of Germany, e.g. 31.10. in 2017 only. */
export function isNationwideHoliday(day: Temporal.PlainDate): boolean {
  return yearIn('DE', day.year).holidays.has(day.toString())
}

/** Monday to Friday, no public holiday of the Land. Saturday is none (VO 1182/71 Art. 2 Abs. 2; § 193 BGB). */
export function isWorkingDay(land: Land, day: Temporal.PlainDate): boolean {
  const { first, working } = yearIn(land, day.year)
  return working[numberOf(day) - first] === 1
}

/**
 * The n-th working day after `day`, which itself is not counted (§ 187 Abs. 1 BGB); negative n counts backward.
 * 0 is the day itself, or the next working day when it is none.
 */
export function addWorkingDays(land: Land, day: Temporal.PlainDate, n: number): Temporal.PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`working days are whole: ${n}`)
  if (n === 0) return isWorkingDay(land, day) ? day : addWorkingDays(land, day, 1)
  let days = 0
  let left = Math.abs(n)
  for (const isWorking of workingDays(land, day, Math.sign(n) as 1 | -1)) {
    days++
    if (isWorking && --left === 0) break
  }
  return day.add({ days: days * Math.sign(n) })
}

/** Working days after `from` up to and with `to`: 0 on the day itself, negative when `to` is earlier. */
export function workingDaysBetween(land: Land, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let left = numberOf(to) - numberOf(from)
  if (left < 0) return -workingDaysBetween(land, to, from)
  let n = 0
  for (const isWorking of workingDays(land, from, 1)) {
    if (left-- === 0) break
    if (isWorking) n++
  }
  return n
}

/** Of each day after (or before) this one, whether it is a working day; without end. */
function* workingDays(land: Land, day: Temporal.PlainDate, step: 1 | -1): Generator<boolean> {
  let year = day.year
  let { first, working } = yearIn(land, year)
  for (let at = numberOf(day) + step; ; at += step) {
    if (at < first || at >= first + working.length) {
      year += step
      ;({ first, working } = yearIn(land, year))
    }
    yield working[at - first] === 1
  }
}
