import { Temporal } from 'temporal-polyfill'
import type { BreakKind, SchoolCalendar } from './schoolCalendar.ts'
import { type SchoolYear, schoolYearFrom, schoolYearOf } from './schoolYear.ts'

/** First and last day of which the calendar knows something. */
export function coverage(calendar: SchoolCalendar): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const { breaks } = calendar.usual
  // The reader takes no calendar without breaks.
  return { first: breaks[0]!.first, last: breaks.at(-1)!.last }
}

/**
 * Whether the data must be continued: 'soon' from one year before the last known holiday, so that the office has time to look for
 * the next ones, 'over' after it. null: they reach further.
 */
export function runsOut(
  calendar: SchoolCalendar,
  today: Temporal.PlainDate,
): { kind: 'soon' | 'over'; last: Temporal.PlainDate } | null {
  const { last } = coverage(calendar)
  if (Temporal.PlainDate.compare(today, last.subtract({ years: 1 })) < 0) return null
  return { kind: Temporal.PlainDate.compare(today, last) > 0 ? 'over' : 'soon', last }
}

/** Breaks that every Land has in every school year. */
const everyYear = [
  'Herbstferien',
  'Weihnachtsferien',
  'Osterferien',
  'Sommerferien',
] as const satisfies BreakKind[]

/** What is missing in the middle, e.g. the Easter holidays of 2028/29: that school year lies within the data and has none. */
export function missingBreaks(calendar: SchoolCalendar): { schoolYear: SchoolYear; kind: BreakKind }[] {
  const { first, last } = coverage(calendar)
  const missing: { schoolYear: SchoolYear; kind: BreakKind }[] = []
  // Whole school years only; the first and the last may be known in part.
  for (let year = first.month <= 8 ? first.year : first.year + 1; ; year++) {
    const end = Temporal.PlainDate.from({ year: year + 1, month: 7, day: 31 })
    if (Temporal.PlainDate.compare(end, last) > 0) return missing
    const schoolYear = schoolYearFrom(year)
    for (const kind of everyYear) {
      // Summer holidays that begin in August belong to the school year that they open; their end tells the year.
      const there = calendar.usual.breaks.some(each =>
        kind === 'Sommerferien'
          ? each.kind === kind && each.last.year === year
          : each.kind === kind && schoolYearOf(each.first) === schoolYear,
      )
      if (!there) missing.push({ schoolYear, kind })
    }
  }
}
