import { Temporal } from 'temporal-polyfill'
import type { DueReminder, Stage } from './reminderThing.ts'

/** What one place is told in one morning. */
export interface MorningMessage<Place extends string = string> {
  place: Place
  /** The most pressing first. */
  lines: readonly DueReminder[]
  /** Left for the next morning, because a message has an end. */
  more: number
}

/**
 * One message for each place: `placesOf` says where a channel of the profile is. No more than `most` lines, except that what the
 * law demands is never left for tomorrow. What is left out is not said, so it comes on the next morning.
 */
export function morningMessages<Place extends string>(
  due: readonly DueReminder[],
  placesOf: (channel: string) => readonly Place[],
  most: number,
): MorningMessage<Place>[] {
  const byPlace = new Map<Place, DueReminder[]>()
  for (const each of oncePerThing(due))
    for (const place of new Set(each.channels.flatMap(channel => placesOf(channel))))
      byPlace.set(place, [...(byPlace.get(place) ?? []), each])
  return [...byPlace].map(([place, all]) => {
    const sorted = sameStepTogether(all.toSorted(byUrgency))
    const legal = sorted.filter(each => each.thing.legal).length
    const lines = sorted.slice(0, Math.max(most, legal))
    return { place, lines, more: count(sorted) - count(lines) }
  })
}

const count = (lines: readonly DueReminder[]) => lines.reduce((sum, each) => sum + inLine(each).length, 0)

/** All reminders that one line tells. */
export function inLine(line: DueReminder): readonly DueReminder[] {
  return [line, ...(line.also ?? [])]
}

/** From so many on the same step of many is one line. */
const fewest = 3

/**
 * The same step with the same date of many schools is one line, in the place of the first of them: else it would push all others
 * over the end of the message. What the law demands keeps its own line.
 */
function sameStepTogether(sorted: readonly DueReminder[]): DueReminder[] {
  const groups = Map.groupBy(sorted, each => sameness(each) ?? each.thing.id)
  return [...groups.values()].flatMap(group => {
    const [first, ...also] = group
    return first && group.length >= fewest
      ? [{ ...first, keys: group.flatMap(each => each.keys), also }]
      : group
  })
}

/** What reminders have in common that can be told in one line; null: this one is told alone. */
function sameness({ thing, stage, given, plannedOn, first }: DueReminder): string | null {
  const { shared, occasion, legal, numberOnly } = thing
  if (shared === null || legal || numberOnly || occasion.kind !== 'date') return null
  const { wann, tentative } = occasion.when
  const waits = thing.waitsFor.map(each => each.title)
  return JSON.stringify([
    shared.id,
    stage,
    wann,
    tentative,
    thing.owner,
    given,
    `${plannedOn}`,
    first,
    thing.holdsUp,
    waits,
    thing.why,
  ])
}

/** Keys of everything that stands in one of these messages, each once. What was left out of one place only was said in another. */
export function keysSaid(messages: readonly MorningMessage[]): string[] {
  return [...new Set(messages.flatMap(({ lines }) => lines.flatMap(line => line.keys)))]
}

/** A Vorgang that nobody has and that is due is one line. */
function oncePerThing(due: readonly DueReminder[]): DueReminder[] {
  const byThing = new Map<string, DueReminder>()
  for (const each of due) {
    const before = byThing.get(each.thing.id)
    byThing.set(each.thing.id, before ? { ...before, keys: [...before.keys, ...each.keys] } : each)
  }
  return [...byThing.values()]
}

/** Legal ones first, then what is late, then what is today, then what comes. */
const ranks: Record<Stage, number> = {
  lead: 0,
  deputy: 1,
  oncemore: 1,
  overdue: 2,
  today: 3,
  unassigned: 4,
  again: 5,
  ahead: 5,
  pending: 6,
}

function byUrgency(one: DueReminder, other: DueReminder): number {
  const legal = Number(other.thing.legal) - Number(one.thing.legal)
  return (
    legal ||
    ranks[one.stage] - ranks[other.stage] ||
    Temporal.PlainDate.compare(dayAbout(one), dayAbout(other)) ||
    one.thing.id.localeCompare(other.thing.id, 'de', { numeric: true })
  )
}

function dayAbout({ thing: { occasion } }: DueReminder): Temporal.PlainDate {
  return occasion.kind === 'date' ? occasion.when.first : occasion.since
}
