import type { Temporal } from 'temporal-polyfill'
import { workingDaysBetween } from '../time/calendar.ts'
import { escalationDue } from './escalation.ts'
import { againKey, dayNumber, type Ladder, ladderOf, pendingKey, unassignedKey } from './ladder.ts'
import { type Around, around, type Morning } from './morning.ts'
import type { DueReminder, ReminderThing, Stage } from './reminderThing.ts'

/**
 * What is to be said this morning: of each thing the farthest rung that is reached and was not said, never the ones that were
 * missed before it. Nothing but its arguments decides, so that a second call with the keys of the first one finds nothing.
 */
export function dueReminders(things: readonly ReminderThing[], morning: Morning): DueReminder[] {
  const at = around(morning)
  return things.flatMap(thing => dueOf(thing, at) ?? [])
}

function dueOf(thing: ReminderThing, at: Around): DueReminder | null {
  if (thing.rests || !at.speaks[thing.quiet]) return null
  const ladder = ladderOf(thing)
  const { snoozedUntil } = thing
  if (snoozedUntil !== null && at.now < snoozeEnd(thing, snoozedUntil, ladder)) return null
  const found = ladder ? datedDue(thing, ladder, at) : undatedDue(thing, at)
  const again = snoozedUntil && againKey(thing, snoozedUntil)
  if (again === null || at.sent.has(again)) return found
  return found ? { ...found, keys: [...found.keys, again] } : reminder(thing, 'again', again, at.today)
}

/** Day number from which a thing that was put off is spoken of again; what is firm at the latest on the day before its date. */
function snoozeEnd({ quiet }: ReminderThing, until: Temporal.PlainDate, ladder: Ladder | null): number {
  return quiet === 'never' && ladder ? Math.min(dayNumber(until), ladder.first - 1) : dayNumber(until)
}

function datedDue(thing: ReminderThing, ladder: Ladder, at: Around): DueReminder | null {
  const { now, sent } = at
  if (now > ladder.last) return afterTheDate(thing, ladder, at)
  // A soft date on days without a morning is said on the last morning before them, better than after it.
  const near = at.upTo[thing.quiet] >= ladder.first
  const reached = near ? ladder.rungs.length - 1 : ladder.rungs.findLastIndex(rung => rung.from <= now)
  const rung = ladder.rungs[reached]
  if (!rung) return null
  for (let i = reached; i < ladder.rungs.length; i++) if (sent.has(ladder.rungs[i]!.key)) return null
  const stage = now >= ladder.first ? 'today' : 'ahead'
  return reminder(thing, stage, rung.key, plannedDay(thing, at, now - rung.from))
}

function afterTheDate(thing: ReminderThing, ladder: Ladder, at: Around): DueReminder | null {
  // A school day has come; a step that could not begin is not late, but the one it waits for is.
  if (thing.occasion.kind !== 'date' || !thing.occasion.needsDoing) return null
  if (thing.waitsFor.length > 0 && !thing.legal) return null
  const told = at.sent.get(ladder.overdue)
  if (told) return escalationDue(thing, ladder, told, at)
  return reminder(thing, 'overdue', ladder.overdue, plannedDay(thing, at, at.now - ladder.last - 1))
}

function undatedDue(thing: ReminderThing, at: Around): DueReminder | null {
  const { occasion } = thing
  if (occasion.kind === 'pending') {
    const days = at.now - dayNumber(occasion.since)
    const reached = Math.floor(days / occasion.every) * occasion.every
    const key = pendingKey(thing, occasion.since, reached)
    if (reached <= 0 || at.sent.has(key)) return null
    return reminder(thing, 'pending', key, plannedDay(thing, at, days - reached))
  }
  if (occasion.kind !== 'unassigned') return null
  const key = unassignedKey(thing)
  if (at.sent.has(key) || workingDaysBetween(at.land, occasion.since, at.today) <= 1) return null
  return reminder(thing, 'unassigned', key, at.today)
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
  const channels = [thing.owner?.channel ?? thing.channel]
  return { thing, stage, keys: [key], given: null, channels, plannedOn }
}
