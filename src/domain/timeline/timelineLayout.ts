import { Temporal } from 'temporal-polyfill'
import type { Timeline, TimelineItem, TimelineSpan } from './timeline.ts'
import { type Tick, ticksOf } from './timelineTicks.ts'

/** What a picture of a timeline shows: which days, which rows, in which order. */
export interface TimelineLayout {
  /** First and last day of the window, both in it. */
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  ticks: Tick[]
  /** Earliest first. */
  rows: TimelineItem[]
  /** Those of the window that found no row. */
  more: number
  /** Where today lies, seen from the window. */
  today: 'before' | 'within' | 'after'
}

/** Rows that a person takes in at a glance. */
const mostRows = 14

/** A window is never narrower, so that a single day does not fill the picture. */
const fewestDays = 14

/** null when there is nothing to show. */
export function timelineLayout(timeline: Timeline): TimelineLayout | null {
  const inWindow = timeline.items.filter(item => touches(item, timeline.from, timeline.to))
  const rows = nearest(inWindow, timeline.today).toSorted(byTime)
  if (rows.length === 0) return null
  const window = windowOf(timeline, rows)
  return {
    ...window,
    ticks: ticksOf(window.from, window.to),
    rows,
    more: inWindow.length - rows.length,
    today: placeOf(timeline.today, window),
  }
}

/** Earliest first; what begins on the same day in the order in which it ends. */
export function byTime(a: TimelineSpan, b: TimelineSpan): number {
  return Temporal.PlainDate.compare(a.first, b.first) || Temporal.PlainDate.compare(a.last, b.last)
}

function nearest(items: readonly TimelineItem[], today: Temporal.PlainDate): TimelineItem[] {
  return items
    .map(item => ({ item, days: daysAway(item, today) }))
    .sort((a, b) => a.days - b.days)
    .slice(0, mostRows)
    .map(each => each.item)
}

/** 0 within the span. */
function daysAway({ first, last }: TimelineSpan, today: Temporal.PlainDate): number {
  return Math.max(0, daysBetween(today, first), daysBetween(last, today))
}

/** What was asked for, else everything that is shown, with its old places and today, and a little air. */
function windowOf(timeline: Timeline, rows: readonly TimelineItem[]): Pick<TimelineLayout, 'from' | 'to'> {
  const spans = rows.flatMap(item => [item, ...(item.movedFrom ?? [])])
  const first = [timeline.today, ...spans.map(each => each.first)].reduce(earlier)
  const last = [timeline.today, ...spans.map(each => each.last)].reduce(later)
  const days = daysBetween(first, last)
  const air = Math.max(Math.ceil(days * 0.03), Math.ceil((fewestDays - days) / 2), 1)
  return {
    from: timeline.from ?? first.subtract({ days: air }),
    to: timeline.to ?? last.add({ days: air }),
  }
}

function touches(item: TimelineSpan, from: Temporal.PlainDate | null, to: Temporal.PlainDate | null) {
  return (
    (from === null || Temporal.PlainDate.compare(item.last, from) >= 0) &&
    (to === null || Temporal.PlainDate.compare(item.first, to) <= 0)
  )
}

function placeOf(day: Temporal.PlainDate, { from, to }: Pick<TimelineLayout, 'from' | 'to'>) {
  if (Temporal.PlainDate.compare(day, from) < 0) return 'before'
  return Temporal.PlainDate.compare(day, to) > 0 ? 'after' : 'within'
}

/** Negative when `b` is earlier. */
function daysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return a.until(b, { largestUnit: 'days' }).days
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b
}
