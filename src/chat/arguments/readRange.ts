import { Temporal } from 'temporal-polyfill'
import { germanDay, germanWeek } from '../../domain/time/day.ts'
import { daysOf, germanMonth, germanPointInTime } from '../../domain/time/pointInTime.ts'
import type { Word } from '../words.ts'
import type { RangeValue } from './args.ts'
import { monthOf, plain, weekdayOf } from './dayWords.ts'
import { dayFrom } from './readDay.ts'
import { pointAt } from './readWhen.ts'
import { nextWeekday } from './relativeDays.ts'

type Read = { value: RangeValue; length: number } | null

/** The span of time that begins at word `at`: "heute", "diese Woche", "KW 17", "Mai", "2024-05", "15.05.2024". */
export function rangeAt(words: readonly Word[], at: number, today: Temporal.PlainDate): Read {
  const one = words[at]?.folded ?? ''
  const two = words[at + 1]?.folded ?? ''
  const three = words[at + 2]?.folded ?? ''
  return (
    named(`${one} ${two} ${three}`, 3, today) ??
    named(`${one} ${two}`, 2, today) ??
    named(one, 1, today) ??
    week(one, two, today) ??
    month(one, two, today) ??
    day(words, at, today) ??
    part(words, at, today)
  )
}

/** The same behind "fristen", where a bare year and "bis Freitag" can mean nothing else: "2025", "bis 01.06.2024". */
export function rangeOfListAt(words: readonly Word[], at: number, today: Temporal.PlainDate): Read {
  const year = /^(?:19|20)\d{2}$/.exec(words[at]?.folded ?? '')?.[0]
  if (year) {
    const first = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 1 })
    const value = span(year, first, first.with({ month: 12, day: 31 }), year)
    return { value, length: 1 }
  }
  return untilAt(words, at, today) ?? rangeAt(words, at, today)
}

/** "bis Freitag", "bis Ende Mai", "bis zum 15.5.": from today to the last day of it. */
export function untilAt(words: readonly Word[], at: number, today: Temporal.PlainDate): Read {
  if (plain(words[at]) !== 'bis') return null
  const until = pointAt(words, at + 1, today)
  const last = until && daysOf(until.value.wann)?.last
  if (!last) return null
  return { value: span(`bis ${last}`, today, last, `bis ${germanDay(last)}`), length: until.length + 1 }
}

function named(words: string, length: number, today: Temporal.PlainDate): Read {
  const value = fixed(words, today)
  return value && { value, length }
}

/** Spans with a name of their own. Endings are left open: "diese", "dieser", "dieses". */
function fixed(words: string, today: Temporal.PlainDate): RangeValue | null {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const first = today.with({ day: 1 })
  if (/^heut(e|ige[nrs]?)$/.test(words)) return span('heute', today, today, 'heute')
  if (words === 'morgen') return span('morgen', today.add({ days: 1 }), today.add({ days: 1 }), 'morgen')
  if (words === 'uebermorgen')
    return span('uebermorgen', today.add({ days: 2 }), today.add({ days: 2 }), 'übermorgen')
  if (/^(diese[rs]?|aktuelle[nr]?|laufende[nr]?) woche$|^(diese[-_])?woche$|^diese_woche$/.test(words))
    return span('diese_woche', monday, monday.add({ days: 6 }), 'diese Woche')
  if (/^(naechste[nr]?|naechst|nae|naech|kommende[nr]?)[ _](woche|wo)$/.test(words))
    return span('naechste_woche', monday.add({ days: 7 }), monday.add({ days: 13 }), 'nächste Woche')
  if (/^uebernaechste[nr]?[ _]woche$/.test(words))
    return span(
      'uebernaechste_woche',
      monday.add({ days: 14 }),
      monday.add({ days: 20 }),
      'übernächste Woche',
    )
  if (/^(letzte[nr]?|vergangene[nr]?|vorige[nr]?)[ _]woche$/.test(words))
    return span('letzte_woche', monday.subtract({ days: 7 }), monday.subtract({ days: 1 }), 'letzte Woche')
  if (/^(naechste[nr]?|kommende[nr]?)[ _]tage?n?$/.test(words))
    return span('naechste_7_tage', today, today.add({ days: 7 }), 'nächste 7 Tage')
  if (/^(diese[nrms]*|aktuelle[nrms]*|laufende[nrms]*)[ _]monat$|^monat$/.test(words))
    return span('dieser_monat', first, first.add({ months: 1 }).subtract({ days: 1 }), 'dieser Monat')
  if (/^(naechste[nrms]*|kommende[nrms]*)[ _]monat$/.test(words))
    return span(
      'naechster_monat',
      first.add({ months: 1 }),
      first.add({ months: 2 }).subtract({ days: 1 }),
      'nächster Monat',
    )
  const ahead =
    /^(?:naechste[nr]?|kommende[nr]?)[ _](\d{1,3}|zwei|drei|vier|sechs)[ _](tage[n]?|wochen?)$/.exec(words)
  if (ahead) {
    const written: Record<string, number> = { zwei: 2, drei: 3, vier: 4, sechs: 6 }
    const n = written[ahead[1]!] ?? Number(ahead[1])
    const days = ahead[2]!.startsWith('tag') ? n : n * 7
    return span(`naechste_${days}_tage`, today, today.add({ days }), `nächste ${days} Tage`)
  }
  if (
    /^(ueberfaellig(e[nrs]?)?|verpasst(e[nrs]?)?|abgelaufen(e[nrs]?)?|versaeumt(e[nrs]?)?|verstrichen(e[nrs]?)?|ueberschritten(e[nrs]?)?)$/.test(
      words,
    )
  )
    return span('ueberfaellig', null, today.subtract({ days: 1 }), 'überfällig')
  if (/^alle[nr]?$/.test(words)) return span('alle', null, null, 'alle')
  return null
}

function week(one: string, two: string, today: Temporal.PlainDate): Read {
  const iso = /^(\d{4})-w(\d{1,2})$/.exec(one)
  const short = /^kw-?(\d{1,2})(?:\/(\d{4}))?$/.exec(one)
  const apart = one === 'kw' || one === 'kalenderwoche' ? /^(\d{1,2})(?:\/(\d{4}))?$/.exec(two) : null
  const found = iso ? { year: iso[1], week: iso[2] } : numberAndYear(short ?? apart)
  if (!found) return null
  const year = Number(found.year ?? today.yearOfWeek ?? today.year)
  const n = Number(found.week)
  // DIN ISO 8601: week 1 holds 4 January.
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: n - 1 })
  if (n < 1 || monday.yearOfWeek !== year) return null
  const value = span(`${year}-W${pad(n)}`, monday, monday.add({ days: 6 }), germanWeek(monday))
  return { value, length: apart ? 2 : 1 }
}

function numberAndYear(match: RegExpExecArray | null) {
  return match && { week: match[1], year: match[2] }
}

function month(one: string, two: string, today: Temporal.PlainDate): Read {
  const iso = /^(\d{4})-(\d{2})$/.exec(one)
  const numeric = /^(\d{1,2})[./](\d{4})$/.exec(one)
  if (iso) return wholeMonth(Number(iso[1]), Number(iso[2]), 1)
  if (numeric) return wholeMonth(Number(numeric[2]), Number(numeric[1]), 1)
  const number = monthOf(one)
  if (number === null) return null
  const year = /^\d{4}$/.test(two) ? Number(two) : null
  // A month without a year is this year's, whatever the day: "fristen april" asks for all of April.
  return wholeMonth(year ?? today.year, number, year === null ? 1 : 2)
}

function wholeMonth(year: number, number: number, length: number): Read {
  if (number < 1 || number > 12) return null
  const first = Temporal.PlainDate.from({ year, month: number, day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return { value: span(`${year}-${pad(number)}`, first, last, `${germanMonth(number)} ${year}`), length }
}

function day(words: readonly Word[], at: number, today: Temporal.PlainDate): Read {
  const one = words[at]?.folded ?? ''
  const date = weekdayOf(one) === null ? dayAt(one, today) : null
  if (date) return { value: oneDay(date), length: 1 }
  const said = /^\d/.test(one) && !/^\d{1,2}$/.test(one) ? null : dayFrom(words, at, today)
  return said && { value: oneDay(said.value), length: said.length }
}

function oneDay(date: Temporal.PlainDate): RangeValue {
  return span(date.toString(), date, date, germanDay(date))
}

/** "Q3", "3. Quartal", "Ende Mai", "zwischen 01.06. und 01.08.". */
function part(words: readonly Word[], at: number, today: Temporal.PlainDate): Read {
  if (plain(words[at]) === '' || /^(in|im|am|auf|bis|zum|der|die|das|den|dem|ins)$/.test(plain(words[at])))
    return null
  const point = pointAt(words, at, today)
  const days = point && daysOf(point.value.wann)
  if (!days) return null
  const { wann } = point.value
  return { value: span(wann, days.first, days.last, germanPointInTime({ wann })), length: point.length }
}

/**
 * "15.05.2024", "15.5." (this year's), "2024-05-15", "freitag" (the next one, never today); null when it is no day
 * of the calendar. `typed` is folded.
 */
export function dayAt(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const weekday = weekdayOf(typed)
  if (weekday !== null) return nextWeekday(weekday, today)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  const german = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2})?)?$/.exec(typed)
  const parts = iso
    ? { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
    : german && {
        year: german[3] ? Number(german[3]) + (german[3].length === 2 ? 2000 : 0) : today.year,
        month: Number(german[2]),
        day: Number(german[1]),
      }
  if (!parts || parts.month < 1 || parts.month > 12 || parts.day < 1) return null
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' })
  } catch {
    return null // 31.04. exists in no year
  }
}

function span(
  name: string,
  from: Temporal.PlainDate | null,
  to: Temporal.PlainDate | null,
  german: string,
): RangeValue {
  return { name, from: from?.toString() ?? null, to: to?.toString() ?? null, german }
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
