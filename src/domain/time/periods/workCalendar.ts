import { Temporal } from 'temporal-polyfill'
import { isNationwideHoliday, isWorkingDay, type Land, publicHolidays } from '../calendar.ts'
import { germanDayWithWeekday } from '../day.ts'

/** Which days count as working days at a place, and why others do not. */
export interface WorkCalendar {
  isWorkingDay(day: Temporal.PlainDate): boolean
  /** "Pfingstmontag"; null on a day that is no public holiday. */
  holiday(day: Temporal.PlainDate): string | null
  /** Whether the holiday is one in all of Germany. */
  isNationwide(day: Temporal.PlainDate): boolean
}

/** ISO 3166-2 codes of the sixteen Länder. */
export const lands = [
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
] as const satisfies readonly Land[]

/** The statutory calendar of a Land. */
export function calendarOf(land: Land): WorkCalendar {
  return {
    isWorkingDay: day => isWorkingDay(land, day),
    holiday: day => publicHolidays(land, day.year).get(day.toString()) ?? null,
    isNationwide: isNationwideHoliday,
  }
}

/** The day itself, or the next working day when it is none. */
export function nextWorkingDayFrom(day: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  let at = day
  while (!calendar.isWorkingDay(at)) at = at.add({ days: 1 })
  return at
}

/** The day itself, or the last working day before it. */
export function lastWorkingDayUpTo(day: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  let at = day
  while (!calendar.isWorkingDay(at)) at = at.subtract({ days: 1 })
  return at
}

/** Working days after `start` up to and with `end`. */
export function workingDaysWithin(
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  calendar: WorkCalendar,
): number {
  let n = 0
  for (let at = start.add({ days: 1 }); Temporal.PlainDate.compare(at, end) <= 0; at = at.add({ days: 1 }))
    if (calendar.isWorkingDay(at)) n++
  return n
}

/** "Sa 18.05.2024 und So 19.05.2024 (Wochenende), Mo 20.05.2024 (Pfingstmontag)": the days from `from` that do not count, up to the day before `end`. */
export function daysOff(from: Temporal.PlainDate, end: Temporal.PlainDate, calendar: WorkCalendar): string {
  const days: string[] = []
  for (let at = from; Temporal.PlainDate.compare(at, end) < 0; at = at.add({ days: 1 }))
    if (!calendar.isWorkingDay(at)) days.push(`${germanDayWithWeekday(at)} (${whyOff(at, calendar)})`)
  return days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} und ${days.at(-1)}`
}

function whyOff(day: Temporal.PlainDate, calendar: WorkCalendar): string {
  const holiday = calendar.holiday(day)
  if (holiday) return holiday
  return day.dayOfWeek === 6 ? 'Samstag' : day.dayOfWeek === 7 ? 'Sonntag' : 'Feiertag'
}

/** Whether only a holiday of this Land, not one of all Germany, keeps one of these days from counting. */
export function hangsOnRegionalHoliday(
  from: Temporal.PlainDate,
  end: Temporal.PlainDate,
  calendar: WorkCalendar,
): boolean {
  for (let at = from; Temporal.PlainDate.compare(at, end) < 0; at = at.add({ days: 1 }))
    if (at.dayOfWeek < 6 && !calendar.isWorkingDay(at) && !calendar.isNationwide(at)) return true
  return false
}
