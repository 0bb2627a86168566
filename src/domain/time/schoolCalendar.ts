import type { Temporal } from 'temporal-polyfill'
import { folded } from '../programme/spelling.ts'
import { isWorkingDay, type Land } from './calendar.ts'
import { type SchoolYear, yearItBegins } from './schoolYear.ts'

export const breakKinds = [
  'Sommerferien',
  'Herbstferien',
  'Weihnachtsferien',
  'Winterferien',
  'Halbjahresferien',
  'Osterferien',
  'Pfingstferien',
  'Freie Tage',
] as const
export type BreakKind = (typeof breakKinds)[number]

/** A break from school. Sundays and public holidays inside it count with it; those beside it do not. */
export interface SchoolBreak {
  kind: BreakKind
  /** "Osterferien"; of single days what they are for: "Tag nach Himmelfahrt". */
  name: string
  first: Temporal.PlainDate
  last: Temporal.PlainDate
}

/** Where a date was found. */
export interface DateSource {
  quelle: string
  lizenz: string
  /** ISO day up to which the source was looked at. */
  stand: string
}

/** The calendar of a Land, or of a part of it that has breaks of its own. */
export interface AreaCalendar {
  /** In order of time, without overlap. */
  breaks: readonly SchoolBreak[]
  /** By ISO day: reminders ask for thousands of days. */
  breakOn: ReadonlyMap<string, SchoolBreak>
  firstDays: ReadonlyMap<SchoolYear, Temporal.PlainDate>
  /** Days on which new first forms begin; empty: no source for the whole area. */
  enrolments: ReadonlyMap<SchoolYear, Temporal.PlainDate>
  source: DateSource
}

/** School holidays and first school days of one Land, as far as sources know them. */
export interface SchoolCalendar {
  land: Land
  /** "Schleswig-Holstein". */
  name: string
  usual: AreaCalendar
  /** Parts with other breaks, such as Helgoland; found by the name of a place. */
  parts: readonly { name: string; places: readonly string[]; calendar: AreaCalendar }[]
}

/** The calendar that holds at a place; null or a place without its own: that of the Land. */
export function areaCalendar(calendar: SchoolCalendar, place: string | null): AreaCalendar {
  if (place === null) return calendar.usual
  const wanted = folded(place)
  return (
    calendar.parts.find(part => part.places.some(each => folded(each) === wanted))?.calendar ?? calendar.usual
  )
}

/** The break that a day belongs to; null: school, a weekend, or a day of which no source speaks. */
export function holidayAround(
  calendar: SchoolCalendar,
  day: Temporal.PlainDate,
  place: string | null = null,
): SchoolBreak | null {
  return areaCalendar(calendar, place).breakOn.get(day.toString()) ?? null
}

/** False also where nothing is known: then things are reminded of as on any day. `coverage` says how far the calendar reaches. */
export function isSchoolHoliday(
  calendar: SchoolCalendar,
  day: Temporal.PlainDate,
  place: string | null = null,
): boolean {
  return holidayAround(calendar, day, place) !== null
}

/** The summer holidays that end a school year and come before the given one; null: not known. */
export function summerHolidayBefore(
  calendar: SchoolCalendar,
  schoolYear: SchoolYear,
  place: string | null = null,
): SchoolBreak | null {
  const year = yearItBegins(schoolYear)
  const { breaks } = areaCalendar(calendar, place)
  return breaks.find(each => each.kind === 'Sommerferien' && each.last.year === year) ?? null
}

export interface FirstSchoolDay {
  day: Temporal.PlainDate
  /** true: no source names it; it is the first working day after the summer holidays without a break on it. */
  computed: boolean
}

/**
 * The first day of lessons of a school year, for all but the new first forms; null: not known. Not the legal start (`startOfSchoolYear`)
 * and not the Einschulung (`enrolmentDay`).
 */
export function firstSchoolDay(
  calendar: SchoolCalendar,
  schoolYear: SchoolYear,
  place: string | null = null,
): FirstSchoolDay | null {
  const stated = areaCalendar(calendar, place).firstDays.get(schoolYear)
  if (stated) return { day: stated, computed: false }
  const summer = summerHolidayBefore(calendar, schoolYear, place)
  if (!summer) return null
  let day = summer.last.add({ days: 1 })
  while (!isWorkingDay(calendar.land, day) || isSchoolHoliday(calendar, day, place))
    day = day.add({ days: 1 })
  return { day, computed: true }
}

/** The Einschulung: the day of the new first forms. null where schools choose it themselves or no source names it. */
export function enrolmentDay(
  calendar: SchoolCalendar,
  schoolYear: SchoolYear,
  place: string | null = null,
): Temporal.PlainDate | null {
  return areaCalendar(calendar, place).enrolments.get(schoolYear) ?? null
}
