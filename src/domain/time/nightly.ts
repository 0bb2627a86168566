import type { Temporal } from 'temporal-polyfill'
import { zone } from './day.ts'

/**
 * When this local time of day was last reached: today's, or yesterday's as long as today's is to come. A time that summer
 * time leaves out comes an hour later that day; one that comes twice counts the first time (as `compatible` of Temporal).
 */
export function lastReached(time: Temporal.PlainTime, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  const todays = at(today)
  return todays.epochMilliseconds <= now.epochMilliseconds ? todays : at(today.subtract({ days: 1 }))
}
