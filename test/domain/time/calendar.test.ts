import { fc, test as property } from '@fast-check/vitest'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  isWorkingDay,
  type Land,
  publicHolidays,
  workingDaysBetween,
} from '../../../src/domain/time/calendar.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('the table of public holidays (domain.md section 6)', () => {
  test.each([
    [2024, '2024-03-29', '2024-04-01', '2024-05-09', '2024-05-20', '2024-05-30'],
    [2025, '2025-04-18', '2025-04-21', '2025-05-29', '2025-06-09', '2025-06-19'],
    [2026, '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25', '2026-06-04'],
    [2027, '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-05-27'],
    [2028, '2028-04-14', '2028-04-17', '2028-05-25', '2028-06-05', '2028-06-15'],
  ])('%i: the days that move with Easter', (year, ...days) => {
    const [karfreitag, ostermontag, himmelfahrt, pfingstmontag, fronleichnam] = days as string[]
    const fixed = ['01-01', '05-01', '10-03', '10-31', '12-25', '12-26'].map(each => `${year}-${each}`)
    const expected = [...fixed, karfreitag, ostermontag, himmelfahrt, pfingstmontag].sort()
    expect([...publicHolidays('SH', year).keys()].sort()).toEqual(expected)
    expect([...publicHolidays('NI', year).keys()].sort()).toEqual(expected)
    expect(publicHolidays('NW', year).has(fronleichnam!)).toBe(true)
    expect(publicHolidays('NW', year).has(`${year}-11-01`)).toBe(true)
    expect(publicHolidays('NW', year).has(`${year}-10-31`)).toBe(false)
  })

  test('Berlin has the women’s day every year and two days once only', () => {
    expect(publicHolidays('BE', 2024).has('2024-03-08')).toBe(true)
    expect(publicHolidays('BE', 2025).has('2025-05-08')).toBe(true)
    expect(publicHolidays('BE', 2026).has('2026-05-08')).toBe(false)
    expect(publicHolidays('BE', 2028).has('2028-06-17')).toBe(true)
    expect(publicHolidays('BE', 2025).has('2025-10-31')).toBe(false)
  })
})

test('Christmas Eve and New Year’s Eve are working days', () => {
  expect(isWorkingDay('SH', day('2024-12-24'))).toBe(true)
  expect(isWorkingDay('SH', day('2024-12-31'))).toBe(true)
  expect(isWorkingDay('SH', day('2024-12-25'))).toBe(false)
})

test.each([
  ['over a weekend', '2024-04-22', 5, '2024-04-29'],
  ['over Easter', '2024-03-28', 1, '2024-04-02'],
  ['over Labour Day', '2024-04-30', 1, '2024-05-02'],
  ['over the change to summer time (31.03.2024)', '2024-03-27', 2, '2024-04-02'],
  ['over the change to winter time (27.10.2024)', '2024-10-25', 1, '2024-10-28'],
  ['over the turn of the year', '2024-12-23', 5, '2025-01-02'],
  ['backward over the turn of the year', '2025-01-02', -5, '2024-12-23'],
  ['from a Saturday', '2024-04-20', 1, '2024-04-22'],
  ['none from a Saturday', '2024-04-20', 0, '2024-04-22'],
  ['none from a working day', '2024-04-22', 0, '2024-04-22'],
])('working days are counted %s', (_, from, n, to) => {
  expect(addWorkingDays('SH', day(from), n).toString()).toBe(to)
})

test('the same span has a working day less where a Land has a holiday more', () => {
  expect(workingDaysBetween('SH', day('2024-10-30'), day('2024-11-01'))).toBe(1)
  expect(workingDaysBetween('NW', day('2024-10-30'), day('2024-11-01'))).toBe(1)
  expect(workingDaysBetween('BE', day('2024-10-30'), day('2024-11-01'))).toBe(2)
})

test('half a working day is refused', () => {
  expect(() => addWorkingDays('SH', day('2024-04-22'), 1.5)).toThrow(RangeError)
})

const lands: Land[] = ['SH', 'NI', 'BE', 'NW']
const anyLand = fc.constantFrom(...lands)
const anyDay = fc.integer({ min: 0, max: 20_000 }).map(n => day('1995-01-01').add({ days: n }))

property.prop([anyLand, anyDay, fc.integer({ min: 1, max: 120 })])(
  'counting forward and back again agree',
  (land, from, n) => {
    const to = addWorkingDays(land, from, n)
    expect(isWorkingDay(land, to)).toBe(true)
    expect(workingDaysBetween(land, from, to)).toBe(n)
    expect(workingDaysBetween(land, to, from)).toBe(-n)
  },
)

property.prop([anyLand, anyDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })])(
  'two steps are one long step',
  (land, from, a, b) => {
    const twice = addWorkingDays(land, addWorkingDays(land, from, a), b)
    expect(twice.equals(addWorkingDays(land, from, a + b))).toBe(true)
  },
)

property.prop([anyLand, anyDay, fc.integer({ min: 0, max: 60 })])(
  'a later start never ends earlier',
  (land, from, n) => {
    const one = addWorkingDays(land, from, n)
    const next = addWorkingDays(land, from.add({ days: 1 }), n)
    expect(Temporal.PlainDate.compare(one, next)).toBeLessThanOrEqual(0)
  },
)
