import { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday } from '../day.ts'
import type { Length, RuleSet } from './ruleSet.ts'
import { daysOff, hangsOnRegionalHoliday, nextWorkingDayFrom, type WorkCalendar } from './workCalendar.ts'

/** How the law counts. */
export type Counting = RuleSet['zaehlung']

export interface Counted {
  /** Last day before any shift. */
  unrolled: Temporal.PlainDate
  date: Temporal.PlainDate
  shifted: boolean
  /** A holiday of the Land alone moved it. */
  regional: boolean
  /** "der 30. Tag ist So 19.05.2024; …". */
  words: string
}

const shiftNorm = {
  // Art. 3 Abs. 4 VO (EWG, Euratom) 1182/71 and § 193 BGB say the same of Saturdays, Sundays and holidays.
  vo_1182_71: 'Art. 3 Abs. 4 VO (EWG, Euratom) 1182/71',
  bgb: '§ 193 BGB',
}

/**
 * The last day of a period that begins with the day after an event. The day of the event is not counted (Art. 3 Abs. 1
 * VO 1182/71; § 187 Abs. 1 BGB); weekends and holidays are (Art. 3 Abs. 3). A last day that is no working day gives way to
 * the next one (Art. 3 Abs. 4; § 193 BGB) unless `rolls` is false.
 */
export function countForward(
  event: Temporal.PlainDate,
  length: Length,
  counting: Counting,
  calendar: WorkCalendar,
  rolls = true,
): Counted {
  const unrolled = lastDayOf(event, length)
  const rolled = rolls ? nextWorkingDayFrom(unrolled, calendar) : unrolled
  const date =
    rolls && counting === 'vo_1182_71' ? withTwoWorkingDays(event, rolled, length, calendar) : rolled
  const shifted = !date.equals(unrolled)
  const words = [
    lastDayWords(event, unrolled, length),
    ...(rolled.equals(unrolled)
      ? []
      : [
          `kein Arbeitstag: ${daysOff(unrolled, rolled, calendar)}`,
          `deshalb Ablauf am ${germanDayWithWeekday(rolled)} (${shiftNorm[counting]})`,
        ]),
    ...(date.equals(rolled)
      ? []
      : [
          `darin müssen zwei Arbeitstage liegen, deshalb ${germanDayWithWeekday(date)} (Art. 3 Abs. 5 VO (EWG, Euratom) 1182/71)`,
        ]),
  ]
  return {
    unrolled,
    date,
    shifted,
    regional: shifted && hangsOnRegionalHoliday(unrolled, date, calendar),
    words: words.join('; '),
  }
}

/**
 * Weeks end on the same day of the week, months and years on the same number of day; where a month has no such day, on
 * its last (Art. 3 Abs. 2 lit. c VO 1182/71; § 188 Abs. 2, 3 BGB).
 */
export function lastDayOf(event: Temporal.PlainDate, { count, unit }: Length): Temporal.PlainDate {
  if (unit === 'hours') throw new RangeError('hours have no last day')
  return event.add({ [unit]: count }, { overflow: 'constrain' })
}

/** Art. 3 Abs. 5 VO 1182/71: any period of two days or more has at least two working days. */
function withTwoWorkingDays(
  event: Temporal.PlainDate,
  end: Temporal.PlainDate,
  { count, unit }: Length,
  calendar: WorkCalendar,
): Temporal.PlainDate {
  if (unit === 'days' && count < 2) return end
  let at = end
  while (!hasTwoWorkingDays(event, at, calendar)) at = nextWorkingDayFrom(at.add({ days: 1 }), calendar)
  return at
}

/** Looks from the end: nearly always two days are enough. */
function hasTwoWorkingDays(
  event: Temporal.PlainDate,
  end: Temporal.PlainDate,
  calendar: WorkCalendar,
): boolean {
  let found = 0
  for (let at = end; Temporal.PlainDate.compare(at, event) > 0; at = at.subtract({ days: 1 }))
    if (calendar.isWorkingDay(at) && ++found === 2) return true
  return false
}

function lastDayWords(event: Temporal.PlainDate, last: Temporal.PlainDate, { count, unit }: Length): string {
  const day = germanDayWithWeekday(last)
  switch (unit) {
    case 'weeks':
      return `${count} Wochen enden am gleichen Wochentag, ${day}`
    case 'months':
    case 'years': {
      const length = `${count} ${unit === 'months' ? 'Monate' : 'Jahre'}`
      return last.day === event.day
        ? `${length} enden am Tag gleicher Zahl, ${day}`
        : `${length} enden, weil es den ${event.day}. dort nicht gibt, am letzten Tag des Monats, ${day}`
    }
    default:
      return `der ${count}. Tag ist ${day}`
  }
}

/**
 * The last day on which something can happen "n days before the end". Strict: n full days lie between, so the closing day
 * minus n + 1; plain: the closing day minus n. Nothing is shifted (Art. 3 Abs. 4 UAbs. 2 VO 1182/71).
 */
export function countBackward(
  closing: Temporal.PlainDate,
  days: number,
  strict: boolean,
): Temporal.PlainDate {
  return closing.subtract({ days: strict ? days + 1 : days })
}
