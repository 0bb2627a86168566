import type { Temporal } from 'temporal-polyfill'
import { addWorkingDays, isWorkingDay, type Land } from '../time/calendar.ts'
import { daysOf } from '../time/pointInTime.ts'
import type { When } from './process.ts'
import { type Unit, units } from './template/template.ts'

/** A distance as rules and people say it: { wochen: 3 }. */
export type Distance = Partial<Record<Unit, number>>

const read = new Map<string, When>()
/** More different dates than a programme ever has; a limit, because people type them. */
const mostRead = 10_000

/**
 * A `wann` of a profile or a command as days; throws RangeError when it is none (they are checked where they come in). Each is
 * read once: a history is told again for every plan.
 */
export function whenOf(wann: string, tentative = false): When {
  const key = `${wann} ${tentative}`
  const known = read.get(key)
  if (known) return known
  const days = daysOf(wann)
  if (!days) throw new RangeError(`no point in time: ${wann}`)
  if (read.size >= mostRead) read.clear()
  const when = { ...days, wann, tentative }
  read.set(key, when)
  return when
}

/** One sharp day. */
export function onDay(day: Temporal.PlainDate): When {
  return { first: day, last: day, wann: day.toString(), tentative: false }
}

export function isSharp(when: When): boolean {
  return when.first.equals(when.last)
}

/**
 * So long after (sign 1) or before (sign -1) a point in time; the day itself is not counted (§ 187 Abs. 1 BGB), months end on
 * the day of the same number or the last one (§ 188 Abs. 2, 3 BGB). What is fuzzy stays as fuzzy as it was.
 */
export function shifted(when: When, distance: Distance, sign: 1 | -1, land: Land): When {
  const first = shiftedDay(when.first, distance, sign, land)
  const last = isSharp(when) ? first : shiftedDay(when.last, distance, sign, land)
  return between(first, last, when.tentative)
}

/** From the first to the last of two days. */
export function between(first: Temporal.PlainDate, last: Temporal.PlainDate, tentative: boolean): When {
  return { first, last, wann: wannOf(first, last), tentative }
}

/** A whole month or quarter keeps its name: "2024-05", "2024-Q2". */
function wannOf(first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  if (first.equals(last)) return first.toString()
  if (first.day === 1 && last.equals(first.add({ months: 1 }).subtract({ days: 1 })))
    return first.toPlainYearMonth().toString()
  if (first.day === 1 && first.month % 3 === 1 && last.equals(first.add({ months: 3 }).subtract({ days: 1 })))
    return `${first.year}-Q${Math.ceil(first.month / 3)}`
  return `${first}/${last}`
}

/** An end on a Saturday, Sunday or holiday moves to the next working day (§ 193 BGB); fuzzy times stay. */
export function rolled(when: When, land: Land): When {
  return isSharp(when) && !isWorkingDay(land, when.first) ? onDay(addWorkingDays(land, when.first, 0)) : when
}

function shiftedDay(
  day: Temporal.PlainDate,
  distance: Distance,
  sign: 1 | -1,
  land: Land,
): Temporal.PlainDate {
  const { tage = 0, arbeitstage, wochen = 0, monate = 0, jahre = 0 } = distance
  if (arbeitstage !== undefined) return addWorkingDays(land, day, sign * arbeitstage)
  return day.add({ days: sign * tage, weeks: sign * wochen, months: sign * monate, years: sign * jahre })
}

const words: Record<Unit, [one: string, many: string]> = {
  tage: ['Tag', 'Tage'],
  arbeitstage: ['Arbeitstag', 'Arbeitstage'],
  wochen: ['Woche', 'Wochen'],
  monate: ['Monat', 'Monate'],
  jahre: ['Jahr', 'Jahre'],
}

/** "12 Monate", "1 Tag". */
export function germanDistance(distance: Distance): string {
  const unit = units.find(each => distance[each] !== undefined) ?? 'tage'
  const n = distance[unit] ?? 0
  return `${n} ${words[unit][n === 1 ? 0 : 1]}`
}
