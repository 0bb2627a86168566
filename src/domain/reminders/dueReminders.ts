import type { Temporal } from 'temporal-polyfill'
import { workingDaysBetween, type Land } from '../time/calendar.ts'
import { escalationDue } from './escalation.ts'
import { againKey, dayNumber, type Ladder, ladderOf, pendingKey, unassignedKey } from './ladder.ts'
import type { DueReminder, Quiet, ReminderThing, Stage } from './reminderThing.ts'
import type { SpeakingDays } from './speakingDays.ts'

/** What a morning knows besides the things themselves. */
export interface Morning {
  today: Temporal.PlainDate
  land: Land
  days: SpeakingDays
  /** Only what is firm may be said now: the morning was missed, and it is made up late in the evening. */
  quietHours: boolean
  /** Every key that was ever said, with its day. */
  sent: ReadonlyMap<string, Temporal.PlainDate>
  /** Working days after the first word about an overdue thing. */
  deputyAfter: number
  leadAfter: number
  /** Channel of reminders, for what nobody is named for. */
  channel: string
}

/**
 * What is to be said this morning: of each thing the farthest rung that is reached and was not said, never the ones that were
 * missed before it. Nothing but its arguments decides, so that a second call with the keys of the first one finds nothing.
 */
export function dueReminders(things: readonly ReminderThing[], morning: Morning): DueReminder[] {
  const around = { ...morning, now: dayNumber(morning.today), upTo: untilNextMorning(morning) }
  return things.flatMap(thing => dueOf(thing, around) ?? [])
}

/** A morning in numbers; `upTo`: the last day that is over before it may be spoken of again, for each quietness. */
export type Around = Morning & { now: number; upTo: Record<Quiet, number> }

function untilNextMorning({ days, today }: Morning): Record<Quiet, number> {
  const last = (quiet: Quiet) => dayNumber(days.next(quiet, today)) - 1
  return { never: dayNumber(today), freeDays: last('freeDays'), schoolHolidaysToo: last('schoolHolidaysToo') }
}

function dueOf(thing: ReminderThing, around: Around): DueReminder | null {
  const ladder = ladderOf(thing)
  // Most things are far ahead or were said: out of here before anything costs.
  if (ladder && (ladder.finished || ladder.rungs[0]!.from > around.upTo[thing.quiet])) {
    if (thing.snoozedUntil === null) return null
  }
  if (thing.rests || !maySpeak(thing, around)) return null
  const again = snoozeEnd(thing, ladder)
  if (again !== null && around.now < again) return null
  const againSaid = thing.snoozedUntil && againKey(thing, thing.snoozedUntil)
  const found = ladder ? datedDue(thing, ladder, around) : undatedDue(thing, around)
  if (againSaid === null || around.sent.has(againSaid)) return found
  if (found) return { ...found, keys: [...found.keys, againSaid] }
  return reminder(thing, 'again', againSaid, around.today)
}

function maySpeak({ quiet }: ReminderThing, { days, today, quietHours }: Around): boolean {
  return quiet === 'never' || (!quietHours && days.speaks(quiet, today))
}

/** Day number from which a thing that was put off is spoken of again; what is firm at the latest on the day before its date. */
function snoozeEnd({ snoozedUntil, quiet }: ReminderThing, ladder: Ladder | null): number | null {
  if (snoozedUntil === null) return null
  const until = dayNumber(snoozedUntil)
  return quiet === 'never' && ladder ? Math.min(until, ladder.first - 1) : until
}

function datedDue(thing: ReminderThing, ladder: Ladder, around: Around): DueReminder | null {
  if (around.now > ladder.last) return afterTheDate(thing, ladder, around)
  const { sent } = around
  // A soft date on days without a morning is said on the last morning before them, better than after it.
  const near = around.upTo[thing.quiet] >= ladder.first
  const reached = near ? ladder.rungs.length - 1 : ladder.rungs.findLastIndex(rung => rung.from <= around.now)
  const rung = ladder.rungs[reached]
  if (!rung || ladder.rungs.slice(reached).some(each => sent.has(each.key))) return null
  const planned = Math.min(rung.from, around.now)
  return reminder(
    thing,
    around.now >= ladder.first ? 'today' : 'ahead',
    rung.key,
    plannedDay(thing, around, around.now - planned),
  )
}

function afterTheDate(thing: ReminderThing, ladder: Ladder, around: Around): DueReminder | null {
  // A school day has come; a step that could not begin is not late, but the one it waits for is.
  if (thing.occasion.kind !== 'date' || !thing.occasion.needsDoing) return null
  if (thing.waitsFor.length > 0 && !thing.legal) return null
  const said = around.sent.get(ladder.overdue)
  if (said) return escalationDue(thing, ladder, said, around)
  return reminder(
    thing,
    'overdue',
    ladder.overdue,
    plannedDay(thing, around, around.now - ladder.last - 1),
  )
}

function undatedDue(thing: ReminderThing, around: Around): DueReminder | null {
  const { occasion } = thing
  if (occasion.kind === 'pending') {
    const days = around.now - dayNumber(occasion.since)
    const reached = Math.floor(days / occasion.every) * occasion.every
    const key = pendingKey(thing, occasion.since, reached)
    if (reached <= 0 || around.sent.has(key)) return null
    return reminder(thing, 'pending', key, plannedDay(thing, around, days - reached))
  }
  if (occasion.kind !== 'unassigned') return null
  const key = unassignedKey(thing)
  if (around.sent.has(key) || workingDaysBetween(around.land, occasion.since, around.today) <= 1) return null
  return reminder(thing, 'unassigned', key, around.today)
}

/** The first morning since so many days ago on which it could be said. */
function plannedDay(thing: ReminderThing, { today, days }: Around, ago: number): Temporal.PlainDate {
  const day = today.subtract({ days: Math.max(0, ago) })
  return days.speaks(thing.quiet, day) ? day : days.next(thing.quiet, day)
}

function reminder(
  thing: ReminderThing,
  stage: Stage,
  key: string,
  plannedOn: Temporal.PlainDate,
): DueReminder {
  return { thing, stage, keys: [key], given: null, channels: [thing.owner?.channel ?? thing.channel], plannedOn }
}
