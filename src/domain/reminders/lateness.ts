import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../time/day.ts'
import { type MorningTimes, morningOn } from '../time/morningTime.ts'
import type { DueReminder } from './reminderThing.ts'

/** A clock that wakes us every five minutes is not late. */
const graceMinutes = 10

/**
 * When a message should have come. A line is late when there should have been a morning for it after the last one that there
 * was; what somebody entered or moved since is not. `lastSpoken` null: there was none before this one.
 */
export function lateness(
  lines: readonly DueReminder[],
  at: {
    now: Temporal.Instant
    reached: Temporal.Instant
    lastSpoken: Temporal.PlainDate | null
    times: MorningTimes
  },
): { planned: Temporal.Instant; late: 'no' | 'partly' | 'yes' } {
  const { now, reached, lastSpoken, times } = at
  const today = dayOf(now)
  const missed = lines.filter(
    ({ plannedOn }) =>
      lastSpoken !== null &&
      Temporal.PlainDate.compare(plannedOn, lastSpoken) > 0 &&
      Temporal.PlainDate.compare(plannedOn, today) < 0,
  )
  const [first] = missed.map(each => each.plannedOn).sort(Temporal.PlainDate.compare)
  const planned = first ? morningOn(first, times) : reached
  if (now.since(reached).total('minutes') > graceMinutes || (first && missed.length === lines.length))
    return { planned, late: 'yes' }
  return { planned, late: first ? 'partly' : 'no' }
}
