import type { Temporal } from 'temporal-polyfill'

/** Everything in the house is counted in this zone. */
export const zone = 'Europe/Berlin'

/** The local calendar day of an instant. */
export function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate()
}

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const

/** "Mo" … "So". */
export function weekday(day: Temporal.PlainDate): (typeof weekdays)[number] {
  return weekdays[day.dayOfWeek - 1]!
}

/** "22.04.2024". */
export function germanDay(day: Temporal.PlainDate): string {
  return `${pad(day.day)}.${pad(day.month)}.${day.year}`
}

/** "Mo 22.04.2024". */
export function germanDayWithWeekday(day: Temporal.PlainDate): string {
  return `${weekday(day)} ${germanDay(day)}`
}

/** "09:14", local time. */
export function germanTime(now: Temporal.Instant): string {
  const local = now.toZonedDateTimeISO(zone)
  return `${pad(local.hour)}:${pad(local.minute)}`
}

/** "KW 12 (18.–24.03.2024)", DIN ISO 8601: Monday to Sunday, week 1 holds 4 January. */
export function germanWeek(day: Temporal.PlainDate): string {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const sunday = monday.add({ days: 6 })
  const from =
    monday.month === sunday.month
      ? `${pad(monday.day)}.`
      : monday.year === sunday.year
        ? `${pad(monday.day)}.${pad(monday.month)}.`
        : germanDay(monday)
  return `KW ${day.weekOfYear} (${from}–${germanDay(sunday)})`
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
