import type { Temporal } from 'temporal-polyfill'
import type { When } from '../process/process.ts'
import { workingDaysBetween } from '../time/calendar.ts'
import { escalationDue } from './escalation.ts'
import { againKey, dayNumber, lateKey, leadKey, pendingKey, unassignedKey } from './keys.ts'
import { type Around, around, type Morning } from './morning.ts'
import type { DueReminder, Occasion, ReminderThing, Stage } from './reminderThing.ts'

/**
 * What is to be said this morning: of each thing the farthest rung that is reached and was not said, never the ones that were
 * missed before it. Nothing but its arguments decides, so that a second call with the keys of the first one finds nothing.
 */
export function dueReminders(things: readonly ReminderThing[], morning: Morning): DueReminder[] {
  const at = around(morning)
  return things.flatMap(thing => dueOf(thing, at) ?? [])
}

/** So many times as long since the last lead time as until the next one. */
const muchLater = 5

type Dated = Extract<Occasion, { kind: 'date' }>

function dueOf(thing: ReminderThing, at: Around): DueReminder | null {
  if (thing.rests || !at.speaks[thing.quiet]) return null
  const { snoozedUntil, occasion } = thing
  const dated = occasion.kind === 'date' ? occasion : null
  if (snoozedUntil !== null && at.now < snoozeEnd(thing, snoozedUntil, dated)) return null
  const found = dated ? datedDue(thing, dated, at) : undatedDue(thing, at)
  const again = snoozedUntil && againKey(thing, snoozedUntil)
  if (again === null || at.sent.has(again)) return found
  return found ? { ...found, keys: [...found.keys, again] } : reminder(thing, 'again', again, at.today)
}

/** Day number from which a thing that was put off is spoken of again; what is firm at the latest on the day before its date. */
function snoozeEnd({ quiet }: ReminderThing, until: Temporal.PlainDate, dated: Dated | null): number {
  const end = dayNumber(until)
  return quiet === 'never' && dated ? Math.min(end, dayNumber(dated.when.first) - 1) : end
}

function datedDue(
  thing: ReminderThing,
  { when, leadDays, needsDoing }: Dated,
  at: Around,
): DueReminder | null {
  const { now, sent } = at
  const last = dayNumber(when.last)
  // A school day has come; nobody is late.
  if (now > last) return needsDoing ? afterTheDate(thing, when, now - last, at) : null
  const left = dayNumber(when.first) - now
  // A soft date on days without a morning is said on the last morning before them, better than after it. A month or quarter of which
  // days are left then can wait for them.
  const silentUpTo = at.upTo[thing.quiet]
  const sharp = when.first.equals(when.last)
  const near = left <= 0 || silentUpTo >= last || (sharp && left <= silentUpTo - now)
  // A fuzzy date is counted from its first day, so that nobody reads a day out of it.
  const reached = near ? [0] : leadDays.filter(lead => lead >= left)
  if (reached.length === 0) return null
  const lead = Math.min(...reached)
  if (isNearlyNext(lead, left, leadDays)) return null
  if ([0, ...leadDays].some(each => each <= lead && sent.has(leadKey(thing, when, each)))) return null
  const stage = left <= 0 ? 'today' : 'ahead'
  const first = !leadDays.some(each => each > lead && sent.has(leadKey(thing, when, each)))
  return { ...reminder(thing, stage, leadKey(thing, when, lead), plannedDay(thing, at, lead - left)), first }
}

/** Of what came up long after its lead time the next one is waited for, when that comes in a moment. */
function isNearlyNext(lead: number, left: number, leadDays: readonly number[]): boolean {
  const next = Math.max(0, ...leadDays.filter(each => each < left))
  return next > 0 && lead - left > muchLater * (left - next)
}

/** `late`: days since its last day. */
function afterTheDate(thing: ReminderThing, when: When, late: number, at: Around): DueReminder | null {
  // A step that could not begin is not late, but the one it waits for is.
  if (thing.waitsFor.length > 0 && !thing.legal) return null
  const key = lateKey(thing, when, 'overdue')
  const told = at.sent.get(key)
  return told
    ? escalationDue(thing, when, told, at)
    : reminder(thing, 'overdue', key, plannedDay(thing, at, late - 1))
}

function undatedDue(thing: ReminderThing, at: Around): DueReminder | null {
  const { occasion } = thing
  if (occasion.kind === 'pending') {
    const days = at.now - dayNumber(occasion.since)
    if (days < occasion.every) return null
    // Each time after twice as long: who could not do it in a month is not helped by a reminder every third week.
    const reached = occasion.every * 2 ** Math.floor(Math.log2(days / occasion.every))
    const key = pendingKey(thing, occasion.since, reached)
    if (at.sent.has(key) || muchLater * (2 * reached - days) < days - reached) return null
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
  return { thing, stage, keys: [key], given: null, channels, plannedOn, first: false }
}
