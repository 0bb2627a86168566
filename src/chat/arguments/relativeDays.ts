import type { Temporal } from 'temporal-polyfill'
import type { Word } from '../words.ts'
import { articlesAt, countOf, type Found, plain, shortWeekdayOf, weekdayOf } from './dayWords.ts'

const next = /^(naechste[nmrs]?|kommende[nmrs]?)$/
const afterNext = /^uebernaechste[nmrs]?$/
const current = /^(diese[nmrs]?|laufende[nmrs]?|der|des)$/
const last = /^(letzte[nmrs]?|vorige[nmrs]?|vergangene[nmrs]?)$/

/** A day counted from today, in words: "übermorgen", "nächsten Freitag", "in zwei Wochen", "Ende nächster Woche". */
export function relativeDayAt(
  words: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): Found<Temporal.PlainDate> | null {
  return (
    namedDay(words, at, today) ??
    inSomeTime(words, at, today) ??
    edgeOf(words, at, today) ??
    dayOfWeekAt(words, at, today)
  )
}

const named: Readonly<Record<string, number>> = {
  vorgestern: -2,
  gestern: -1,
  heute: 0,
  morgen: 1,
  uebermorgen: 2,
}

function namedDay(words: readonly Word[], at: number, today: Temporal.PlainDate) {
  const one = plain(words[at])
  if (!Object.hasOwn(named, one)) return null
  // "heute in zwei Wochen", "morgen in einer Woche".
  const later = inSomeTime(words, at + 2, today)
  const from = today.add({ days: named[one]! })
  return later && plain(words[at + 1]) === 'in'
    ? { value: later.value.add({ days: named[one]! }), length: later.length + 2 }
    : { value: from, length: 1 }
}

/** "(in) drei Tagen", "(in) einem Monat"; without "in" it is a span. */
function inSomeTime(words: readonly Word[], at: number, today: Temporal.PlainDate) {
  if (plain(words[at - 1]) !== 'in') return null
  const n = countOf(plain(words[at]))
  const unit = plain(words[at + 1])
  if (n === null) return null
  if (/^tage?n?$/.test(unit)) return { value: today.add({ days: n }), length: 2 }
  if (/^(wochen?|wo)$/.test(unit)) return { value: today.add({ weeks: n }), length: 2 }
  return /^monate?n?$/.test(unit) ? { value: today.add({ months: n }), length: 2 } : null
}

/** The working week: it ends on Friday. */
const edges: Readonly<Record<string, number>> = { anfang: 0, mitte: 2, ende: 4 }

/** "Ende der Woche", "Anfang nächster Woche", "Ende des Monats", "Monatsende". */
function edgeOf(words: readonly Word[], at: number, today: Temporal.PlainDate) {
  const [one, two, three] = [0, 1, 2].map(i => plain(words[at + i])) as [string, string, string]
  if (one === 'monatsende') return { value: endOfMonth(today), length: 1 }
  if (!Object.hasOwn(edges, one)) return null
  const ahead = next.test(two) ? 1 : afterNext.test(two) ? 2 : current.test(two) ? 0 : null
  if (ahead === null) return null
  if (/^(woche|wo)$/.test(three))
    return { value: mondayOf(today).add({ days: ahead * 7 + edges[one]! }), length: 3 }
  return one === 'ende' && /^monats?$/.test(three)
    ? { value: endOfMonth(today.add({ months: ahead })), length: 3 }
    : null
}

/** "Freitag", "nächsten Freitag", "Mittwoch nächster Woche", "nächste Woche Mittwoch", "letzten Freitag". */
function dayOfWeekAt(words: readonly Word[], at: number, today: Temporal.PlainDate) {
  const [one, two, three] = [0, 1, 2].map(i => plain(words[at + i])) as [string, string, string]
  const weekday = weekdayOf(one) ?? shortened(words, at)
  if (weekday !== null) {
    const start = at + 1 + articlesAt(words, at + 1)
    const ahead = weeksAhead(plain(words[start]), plain(words[start + 1]))
    return ahead === null
      ? { value: nextWeekday(weekday, today), length: 1 }
      : { value: dayInWeek(weekday, ahead, today), length: start + 2 - at }
  }
  const ahead = weeksAhead(one, two)
  const inWeek = weekdayOf(three)
  if (ahead !== null && inWeek !== null) return { value: dayInWeek(inWeek, ahead, today), length: 3 }
  const other = weekdayOf(two) ?? (next.test(one) ? shortWeekdayOf(two) : null)
  if (other === null) return null
  if (next.test(one) || /^diese[nmrs]?$/.test(one)) return { value: nextWeekday(other, today), length: 2 }
  if (afterNext.test(one)) return { value: nextWeekday(other, today).add({ weeks: 1 }), length: 2 }
  const back = 1 + (other === today.dayOfWeek ? 1 : 0)
  return last.test(one) ? { value: nextWeekday(other, today).subtract({ weeks: back }), length: 2 } : null
}

/** "fr" behind "auf", "bis", "am": elsewhere "so", "do" and "mi" are other words. */
function shortened(words: readonly Word[], at: number): number | null {
  return /^(auf|bis|am|zum|ab)$/.test(plain(words[at - 1])) ? shortWeekdayOf(plain(words[at])) : null
}

function weeksAhead(one: string, two: string): number | null {
  if (!/^(woche|wo)$/.test(two)) return null
  return next.test(one) ? 1 : afterNext.test(one) ? 2 : /^diese[nr]?$/.test(one) ? 0 : null
}

/** The next one, never today. */
export function nextWeekday(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })
}

export function mondayOf(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: today.dayOfWeek - 1 })
}

function dayInWeek(weekday: number, ahead: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return mondayOf(today).add({ days: ahead * 7 + weekday - 1 })
}

function endOfMonth(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: day.daysInMonth })
}
