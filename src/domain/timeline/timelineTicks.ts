import { Temporal } from 'temporal-polyfill'

/** A mark on the axis of time, with up to two short lines: "Apr." above "2024", "22.04." above "KW 17". */
export interface Tick {
  at: Temporal.PlainDate
  label: string
  /** "" where it would repeat what stands left of it. */
  below: string
}

/** Labels that fit side by side. */
const mostTicks = 8

const months = [
  'Jan.',
  'Feb.',
  'März',
  'Apr.',
  'Mai',
  'Juni',
  'Juli',
  'Aug.',
  'Sept.',
  'Okt.',
  'Nov.',
  'Dez.',
] as const

interface Grain {
  /** The first tick on or after a day. */
  start(day: Temporal.PlainDate): Temporal.PlainDate
  step: Temporal.DurationLike
  label(day: Temporal.PlainDate): string
  below(day: Temporal.PlainDate): string
}

/** From fine to coarse. */
const grains: readonly Grain[] = [
  { start: day => day, step: { days: 1 }, label: dayAndMonth, below: () => '' },
  { start: nextMonday, step: { weeks: 1 }, label: dayAndMonth, below: day => `KW ${day.weekOfYear}` },
  ...[1, 3, 6].map(monthsApart),
  ...[1, 2, 5, 10, 20].map(yearsApart),
]

/** The ticks of a span of days: days, weeks, months, quarters or years, as fine as can be read. */
export function ticksOf(from: Temporal.PlainDate, to: Temporal.PlainDate): Tick[] {
  const grain = grains.find(each => days(each, from, to).length <= mostTicks) ?? grains.at(-1)!
  const ticks = days(grain, from, to).map(at => ({ at, label: grain.label(at), below: grain.below(at) }))
  return ticks.map((tick, i) => (tick.below === ticks[i - 1]?.below ? { ...tick, below: '' } : tick))
}

/** At most one more than can be shown. */
function days(grain: Grain, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  for (let at = grain.start(from); Temporal.PlainDate.compare(at, to) <= 0; at = at.add(grain.step)) {
    found.push(at)
    if (found.length > mostTicks) break
  }
  return found
}

function monthsApart(n: number): Grain {
  return {
    start: day => firstOfMonth(day, month => month.year * 12 + month.month - 1, n),
    step: { months: n },
    label: day => months[day.month - 1]!, // months count from 1 to 12
    below: day => String(day.year),
  }
}

function yearsApart(n: number): Grain {
  return {
    start: day => firstOfMonth(day, month => (month.month === 1 ? month.year : Number.NaN), n),
    step: { years: n },
    label: day => String(day.year),
    below: () => '',
  }
}

/** The first of the next month, `day` included, whose `count` can be divided by `n`. */
function firstOfMonth(day: Temporal.PlainDate, count: (month: Temporal.PlainDate) => number, n: number) {
  let at = day.day === 1 ? day : day.with({ day: 1 }).add({ months: 1 })
  while (count(at) % n !== 0) at = at.add({ months: 1 })
  return at
}

function nextMonday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (8 - day.dayOfWeek) % 7 })
}

function dayAndMonth(day: Temporal.PlainDate): string {
  return `${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}.`
}
