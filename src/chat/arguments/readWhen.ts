import { Temporal } from 'temporal-polyfill'
import { daysOf } from '../../domain/time/pointInTime.ts'
import type { Word } from '../words.ts'
import type { WhenValue } from './args.ts'
import { articlesAt, type Found, firstYear, lastYear, monthOf, plain, weekdayOf, yearOf } from './dayWords.ts'
import { dateOf, dayFrom, nearestYear, numericParts, type Parts } from './readDay.ts'

const ordinals = 'erste zweite dritte vierte'.split(' ')
const tentativeWords = new Set('voraussichtlich vsl voraussichtl ca circa etwa ungefaehr wohl'.split(' '))

/** The point in time that begins at word `at`, no sharper than it was said. */
export function pointAt(
  words: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): Found<WhenValue> | null {
  let start = at + articlesAt(words, at)
  const tentative = tentativeWords.has(plain(words[start]))
  if (tentative) start += 1 + articlesAt(words, start + 1)
  const found = rangeFrom(words, start, today) ?? fuzzy(words, start, today)
  if (found) return { value: { wann: found.value, tentative }, length: start - at + found.length }
  const day = dayFrom(words, start, today)
  return day && { value: { wann: day.value.toString(), tentative }, length: start - at + day.length }
}

/** "zwischen 01.06. und 01.08.2024", "01.06.-01.08.2024", "2024-06-01/2024-08-01". */
function rangeFrom(words: readonly Word[], at: number, today: Temporal.PlainDate): Found<string> | null {
  const one = plain(words[at])
  const apart =
    /^(\d[\d.]*\d\.?)-(\d[\d.]*\d)$/.exec(one) ?? /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(one)
  if (apart) {
    const [from, to] = [apart[1]!, apart[2]!].map(text => numericParts(text.replace(/\.$/, '')))
    const range = from && to && between(from, to, today)
    return range ? { value: range, length: 1 } : null
  }
  if (one !== 'zwischen') return null
  const first = dayFrom(words, at + 1 + articlesAt(words, at + 1), today)
  const and = at + 1 + articlesAt(words, at + 1) + (first?.length ?? 0)
  if (!first || plain(words[and]) !== 'und') return null
  const start = and + 1 + articlesAt(words, and + 1)
  const last = dayFrom(words, start, today)
  if (!last) return null
  const from = first.value.with({
    year: /\d{4}/.test(plain(words[and - 1])) ? first.value.year : last.value.year,
  })
  return Temporal.PlainDate.compare(from, last.value) <= 0
    ? { value: `${from}/${last.value}`, length: start + last.length - at }
    : null
}

function between(from: Parts, to: Parts, today: Temporal.PlainDate): string | null {
  const last = dateOf({ ...to, year: to.year ?? nearestYear(to, today) })
  const first = last && dateOf({ ...from, year: from.year ?? last.year })
  return first && Temporal.PlainDate.compare(first, last) <= 0 ? `${first}/${last}` : null
}

/** Month, quarter, week, school year, part of a month; as `wann` has them. */
function fuzzy(words: readonly Word[], at: number, today: Temporal.PlainDate): Found<string> | null {
  const [one, two, three, four] = [0, 1, 2, 3].map(i => plain(words[at + i])) as [
    string,
    string,
    string,
    string,
  ]
  return (
    asWritten(one) ??
    quarter(one, two, three, four, today) ??
    week(one, two, three, today) ??
    comingSpan(one, two, three, today) ??
    schoolYear(one, two) ??
    partOfMonth(one, two, three, today) ??
    month(one, two, today)
  )
}

/** "2025-04", "2025-Q4", "2025-W12", "2025/26". */
function asWritten(one: string): Found<string> | null {
  const wann = one.toUpperCase().replace(/^(\d{4})\/Q/, '$1-Q')
  if (!/^\d{4}(-\d{2}|-Q[1-4]|-W\d{2}|\/\d{2})$/.test(wann) || !known(wann)) return null
  return { value: wann, length: 1 }
}

function quarter(one: string, two: string, three: string, four: string, today: Temporal.PlainDate) {
  const short = /^q([1-4])(?:[/-](\d{4}))?$/.exec(one)
  if (short) {
    const year = short[2] ? Number(short[2]) : yearOf(two)
    return quarterOf(Number(short[1]), year, today, year !== null && !short[2] ? 2 : 1)
  }
  const relative = /^quartals?$/.test(two)
  const ordinal = ordinals.findIndex(each => one.startsWith(each)) + 1
  const n = /^[1-4]$/.test(one) ? Number(one) : ordinal > 0 ? ordinal : /^letzte[nrms]?$/.test(one) ? 4 : null
  if (!relative) return null
  const now = Math.ceil(today.month / 3)
  if (/^naechste[nrms]?$/.test(one))
    return quarterOf((now % 4) + 1, today.year + (now === 4 ? 1 : 0), today, 2)
  if (/^diese[nrms]?$/.test(one)) return quarterOf(now, today.year, today, 2)
  if (n === null) return null
  // "im letzten Quartal des Jahres" is its fourth.
  const ofYear = three === 'des' && four === 'jahres'
  const year = ofYear ? today.year : yearOf(three)
  return quarterOf(n, year, today, ofYear ? 4 : year === null ? 2 : 3)
}

/** Without a year the one that is not over yet. */
function quarterOf(n: number, year: number | null, today: Temporal.PlainDate, length: number): Found<string> {
  const own = today.year + (n < Math.ceil(today.month / 3) ? 1 : 0)
  return { value: `${year ?? own}-Q${n}`, length }
}

/** Without a year the week nearest to today (domain.md section 2, R4); the answer shows its days. */
function week(one: string, two: string, three: string, today: Temporal.PlainDate): Found<string> | null {
  const joined = /^kw-?(\d{1,2})(?:\/(\d{4}))?$/.exec(one)
  const apart = one === 'kw' || one === 'kalenderwoche' ? /^(\d{1,2})(?:\/(\d{4}))?$/.exec(two) : null
  const found = joined ?? apart
  if (!found) return null
  const n = Number(found[1])
  const behind = found[2] ? null : yearOf(apart ? three : two)
  const length = (apart ? 2 : 1) + (behind === null ? 0 : 1)
  const said = found[2] ? Number(found[2]) : behind
  const years = said === null ? [today.year - 1, today.year, today.year + 1] : [said]
  const weeks = years
    .map(year => `${year}-W${pad(n)}`)
    .flatMap(wann => {
      const days = daysOf(wann)
      return days ? [{ wann, far: Math.abs(today.until(days.first).total('days')) }] : []
    })
    .sort((a, b) => a.far - b.far)
  return weeks[0] && known(weeks[0].wann) ? { value: weeks[0].wann, length } : null
}

/** "nächste Woche", "übernächste Woche", "nächsten Monat": the whole of it. "Nächste Woche Mittwoch" is a day. */
function comingSpan(
  one: string,
  two: string,
  three: string,
  today: Temporal.PlainDate,
): Found<string> | null {
  const ahead = /^(naechste|kommende)[nmrs]?$/.test(one) ? 1 : /^uebernaechste[nmrs]?$/.test(one) ? 2 : 0
  if (ahead === 0 || weekdayOf(three) !== null) return null
  if (/^(woche|wo)$/.test(two)) {
    const day = today.add({ weeks: ahead })
    return { value: `${day.yearOfWeek}-W${pad(day.weekOfYear ?? 1)}`, length: 2 }
  }
  if (two !== 'monat') return null
  const { year, month } = today.with({ day: 1 }).add({ months: ahead })
  return { value: `${year}-${pad(month)}`, length: 2 }
}

function schoolYear(one: string, two: string): Found<string> | null {
  const behind = one === 'schuljahr' || one === 'schuljahres'
  const match = /^(\d{4})[/-](?:\d{2})?(\d{2})$/.exec(behind ? two : one)
  if (!match || (!behind && one.includes('-'))) return null
  const wann = `${match[1]}/${match[2]}`
  return known(wann) ? { value: wann, length: behind ? 2 : 1 } : null
}

/** "Anfang Mai": 1.–10., "Mitte Mai": 11.–20., "Ende Mai": from the 21st. */
function partOfMonth(
  one: string,
  two: string,
  three: string,
  today: Temporal.PlainDate,
): Found<string> | null {
  const from = { anfang: 1, mitte: 11, ende: 21 }[one]
  const whole = from ? month(two, three, today) : null
  if (!from || !whole) return null
  const days = daysOf(whole.value)!
  const first = days.first.with({ day: from })
  const last = from === 21 ? days.last : first.add({ days: 9 })
  return { value: `${first}/${last}`, length: whole.length + 1 }
}

function month(one: string, two: string, today: Temporal.PlainDate): Found<string> | null {
  const numeric = /^(\d{1,2})[./](\d{4})$/.exec(one)
  if (numeric) {
    const wann = `${numeric[2]}-${pad(Number(numeric[1]))}`
    return known(wann) ? { value: wann, length: 1 } : null
  }
  const n = monthOf(one)
  if (n === null) return null
  const year = yearOf(two)
  // Without a year the one that is not over yet.
  const own = today.year + (n < today.month ? 1 : 0)
  return { value: `${year ?? own}-${pad(n)}`, length: year === null ? 1 : 2 }
}

function known(wann: string): boolean {
  const days = daysOf(wann)
  return days !== null && days.first.year >= firstYear && days.last.year <= lastYear
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
