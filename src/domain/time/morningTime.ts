import { Temporal } from 'temporal-polyfill'
import { dayOf, zone } from './day.ts'
import { lastReached } from './nightly.ts'

/** Local times of a programme: when mornings are, and when nothing is to be heard. */
export interface MorningTimes {
  /** "07:30". */
  uhrzeit: string
  /** "18:00" to "07:00": may go over midnight; both the same is never. */
  leise: { von: string; bis: string }
}

/** The morning that was reached last, whether its message was sent or not. */
export interface ReachedMorning {
  planned: Temporal.Instant
  /** Its calendar day. */
  day: Temporal.PlainDate
}

export function lastMorning(
  { uhrzeit }: Pick<MorningTimes, 'uhrzeit'>,
  now: Temporal.Instant,
): ReachedMorning {
  const planned = lastReached(Temporal.PlainTime.from(uhrzeit), now)
  return { planned, day: dayOf(planned) }
}

/** The morning of a day. A time that summer time leaves out comes an hour later, one that comes twice counts the first time. */
export function morningOn(
  day: Temporal.PlainDate,
  { uhrzeit }: Pick<MorningTimes, 'uhrzeit'>,
): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: uhrzeit }).toInstant()
}

/**
 * Whether this is a time of quiet. A morning that an office puts into its own quiet hours is meant: then they hold back
 * nothing, or what is soft would never be said.
 */
export function isQuiet({ uhrzeit, leise }: MorningTimes, now: Temporal.Instant): boolean {
  const time = now.toZonedDateTimeISO(zone).toPlainTime()
  return within(time, leise) && !within(Temporal.PlainTime.from(uhrzeit), leise)
}

function within(time: Temporal.PlainTime, { von, bis }: { von: string; bis: string }): boolean {
  const after = Temporal.PlainTime.compare(time, von) >= 0
  const before = Temporal.PlainTime.compare(time, bis) < 0
  return von <= bis ? after && before : after || before
}
