import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { schoolCalendarOf } from '../../../src/build/schoolCalendars.ts'
import {
  enrolmentDay,
  firstSchoolDay,
  holidayAround,
  isSchoolHoliday,
  summerHolidayBefore,
} from '../../../src/domain/time/schoolCalendar.ts'
import { coverage, missingBreaks, runsOut } from '../../../src/domain/time/schoolCalendarEnd.ts'
import { schoolYearOf, startOfSchoolYear, yearItBegins } from '../../../src/domain/time/schoolYear.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const calendars = {
  SH: schoolCalendarOf('SH')!,
  NI: schoolCalendarOf('NI')!,
  BE: schoolCalendarOf('BE')!,
  NW: schoolCalendarOf('NW')!,
}
type Land = keyof typeof calendars
const lands = Object.keys(calendars) as Land[]

describe('school holidays', () => {
  // Source: domain.md section 6; first and last day count, the days beside them do not.
  test.each([
    ['SH', 'Sommerferien', '2024-07-22', '2024-08-31'],
    ['SH', 'Herbstferien', '2024-10-21', '2024-11-01'],
    ['SH', 'Weihnachtsferien', '2024-12-19', '2025-01-07'],
    ['SH', 'Osterferien', '2025-04-11', '2025-04-25'],
    ['SH', 'Sommerferien', '2025-07-28', '2025-09-06'],
    ['SH', 'Herbstferien', '2025-10-20', '2025-10-30'],
    ['SH', 'Weihnachtsferien', '2025-12-19', '2026-01-06'],
    ['SH', 'Osterferien', '2026-03-26', '2026-04-10'],
    ['SH', 'Sommerferien', '2026-07-04', '2026-08-15'],
    ['SH', 'Herbstferien', '2026-10-12', '2026-10-24'],
    ['SH', 'Weihnachtsferien', '2026-12-21', '2027-01-06'],
    ['SH', 'Osterferien', '2027-03-30', '2027-04-10'],
    ['SH', 'Sommerferien', '2027-07-03', '2027-08-14'],
    ['SH', 'Herbstferien', '2027-10-11', '2027-10-23'],
    ['SH', 'Weihnachtsferien', '2027-12-23', '2028-01-08'],
    ['SH', 'Osterferien', '2028-04-03', '2028-04-15'],
    ['SH', 'Sommerferien', '2028-06-24', '2028-08-04'],
    ['SH', 'Herbstferien', '2028-10-16', '2028-10-30'],
    ['SH', 'Tag nach Himmelfahrt', '2025-05-30', '2025-05-30'],
    ['NI', 'Sommerferien', '2025-07-03', '2025-08-13'],
    ['BE', 'Sommerferien', '2026-07-09', '2026-08-22'],
    ['NW', 'Sommerferien', '2027-07-19', '2027-08-31'],
  ] as const)('in %s the %s last from %s to %s', (land, name, first, last) => {
    const calendar = calendars[land]
    expect(holidayAround(calendar, day(first))).toMatchObject({ name, first: day(first), last: day(last) })
    expect(isSchoolHoliday(calendar, day(last))).toBe(true)
    expect(isSchoolHoliday(calendar, day(first).subtract({ days: 1 }))).toBe(false)
    expect(isSchoolHoliday(calendar, day(last).add({ days: 1 }))).toBe(false)
  })

  test('Helgoland goes back to school a week before the mainland, and has longer autumn holidays', () => {
    const { SH } = calendars
    expect(isSchoolHoliday(SH, day('2025-09-01'))).toBe(true)
    expect(isSchoolHoliday(SH, day('2025-09-01'), 'Helgoland')).toBe(false)
    expect(isSchoolHoliday(SH, day('2025-10-13'), 'Helgoland')).toBe(true)
    expect(isSchoolHoliday(SH, day('2025-10-13'), 'Elmshorn')).toBe(false)
    // What the island has no dates of its own for is as on the mainland.
    expect(holidayAround(SH, day('2025-12-24'), 'helgoland')?.name).toBe('Weihnachtsferien')
    expect(firstSchoolDay(SH, '2025/26', 'Helgoland')).toEqual({ day: day('2025-09-01'), computed: false })
    // 2028 the island begins on the last day of the legal school year before.
    expect(firstSchoolDay(SH, '2028/29', 'Helgoland')?.day).toEqual(day('2028-07-31'))
  })

  test('nothing is known of years that no source speaks of', () => {
    expect(isSchoolHoliday(calendars.SH, day('2035-07-15'))).toBe(false)
    expect(firstSchoolDay(calendars.SH, '2035/36')).toBeNull()
    expect(summerHolidayBefore(calendars.SH, '2035/36')).toBeNull()
  })
})

describe('three beginnings that are not the same', () => {
  test('the school year by law, the first school day, and the Einschulung', () => {
    expect(startOfSchoolYear('2025/26')).toEqual(day('2025-08-01'))
    expect(firstSchoolDay(calendars.SH, '2025/26')).toEqual({ day: day('2025-09-08'), computed: false })
    expect(enrolmentDay(calendars.SH, '2025/26')).toBeNull()
    expect(firstSchoolDay(calendars.NI, '2025/26')?.day).toEqual(day('2025-08-14'))
    expect(enrolmentDay(calendars.NI, '2025/26')).toEqual(day('2025-08-16'))
    expect(summerHolidayBefore(calendars.SH, '2025/26')?.last).toEqual(day('2025-09-06'))
  })

  test('a school year runs from 01.08. to 31.07., holidays or not', () => {
    expect(schoolYearOf(day('2025-07-31'))).toBe('2024/25')
    expect(schoolYearOf(day('2025-08-01'))).toBe('2025/26')
    expect(schoolYearOf(day('1999-08-01'))).toBe('1999/00')
    expect(yearItBegins('1999/00')).toBe(1999)
    for (const none of ['2025/27', '2025', '25/26', '2025/026', ''])
      expect(startOfSchoolYear(none)).toBeNull()
  })

  // Control for the days that are computed because no source names them.
  test.each(lands)(
    'in %s each first school day that a source names is also the one that would be computed',
    land => {
      const calendar = calendars[land]
      for (const [place, area] of [
        [null, calendar.usual] as const,
        ...calendar.parts.map(part => [part.places[0]!, part.calendar] as const),
      ]) {
        expect(area.firstDays.size).toBeGreaterThan(3)
        const without = { ...calendar, usual: { ...area, firstDays: new Map() }, parts: [] }
        for (const [schoolYear, stated] of area.firstDays) {
          expect(firstSchoolDay(without, schoolYear), `${land} ${place} ${schoolYear}`).toEqual({
            day: stated,
            computed: true,
          })
        }
      }
    },
  )
})

describe('the end of the data', () => {
  test.each(lands)('%s is known without gaps for years to come', land => {
    expect(missingBreaks(calendars[land])).toEqual([])
    expect(coverage(calendars[land]).last.year).toBeGreaterThanOrEqual(2030)
  })

  test('is told from one year before, and when it is reached', () => {
    const { SH } = calendars
    const { last } = coverage(SH)
    const before = last.subtract({ years: 1 })
    expect(runsOut(SH, before.subtract({ days: 1 }))).toBeNull()
    expect(runsOut(SH, before)).toEqual({ kind: 'soon', last })
    expect(runsOut(SH, last)).toEqual({ kind: 'soon', last })
    expect(runsOut(SH, last.add({ days: 1 }))).toEqual({ kind: 'over', last })
  })

  test('a break that is missing in the middle is named', () => {
    const { SH } = calendars
    const breaks = SH.usual.breaks.filter(each => each.first.toString() !== '2026-03-26')
    expect(missingBreaks({ ...SH, usual: { ...SH.usual, breaks } })).toEqual([
      { schoolYear: '2025/26', kind: 'Osterferien' },
    ])
  })
})
