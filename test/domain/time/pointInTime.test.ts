import { fc, test as property } from '@fast-check/vitest'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { daysOf, germanPointInTime, relationTo } from '../../../src/domain/time/pointInTime.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

test.each([
  ['2025-08-01', '2025-08-01', '2025-08-01', '01.08.2025'],
  ['2024-W12', '2024-03-18', '2024-03-24', 'KW 12 (18.–24.03.2024)'],
  ['2026-W53', '2026-12-28', '2027-01-03', 'KW 53 (28.12.2026–03.01.2027)'],
  ['2025-W01', '2024-12-30', '2025-01-05', 'KW 1 (30.12.2024–05.01.2025)'],
  ['2024-04', '2024-04-01', '2024-04-30', 'April 2024'],
  ['2024-02', '2024-02-01', '2024-02-29', 'Februar 2024'],
  ['2024-Q4', '2024-10-01', '2024-12-31', '4. Quartal 2024'],
  ['2012', '2012-01-01', '2012-12-31', '2012'],
  ['2020/21', '2020-08-01', '2021-07-31', 'Schuljahr 2020/21'],
  ['1999/00', '1999-08-01', '2000-07-31', 'Schuljahr 1999/00'],
  ['2024-06-01/2024-08-01', '2024-06-01', '2024-08-01', 'zwischen 01.06. und 01.08.2024'],
  ['2024-12-01/2025-01-15', '2024-12-01', '2025-01-15', 'zwischen 01.12.2024 und 15.01.2025'],
])('%s covers %s to %s and reads "%s"', (wann, first, last, german) => {
  const days = daysOf(wann)!
  expect([days.first.toString(), days.last.toString()]).toEqual([first, last])
  expect(germanPointInTime({ wann })).toBe(german)
})

test('what is expected only says so', () => {
  expect(germanPointInTime({ wann: '2024-04', voraussichtlich: true })).toBe('voraussichtlich April 2024')
  expect(germanPointInTime({ wann: '2024-Q4', voraussichtlich: true })).toBe(
    'voraussichtlich 4. Quartal 2024',
  )
})

test.each([
  '2024-02-30',
  '2025-W53',
  '2024-W00',
  '2024-13',
  '2024-Q5',
  '2024/26',
  '24',
  '',
  'bald',
  '2024-08-01/2024-06-01',
  '01.08.2025',
  '-2024-01-01',
])('"%s" is no point in time', wann => expect(daysOf(wann)).toBeNull())

test('today is before, within or after', () => {
  const april = daysOf('2024-04')!
  expect(relationTo(april, day('2024-03-31'))).toBe('before')
  expect(relationTo(april, day('2024-04-01'))).toBe('within')
  expect(relationTo(april, day('2024-04-30'))).toBe('within')
  expect(relationTo(april, day('2024-05-01'))).toBe('after')
})

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(n => day('1990-01-01').add({ days: n }))
const pad = (n: number) => String(n).padStart(2, '0')

property.prop([anyDay])('every day lies within its own month, quarter, week and school year', at => {
  const school = at.month >= 8 ? at.year : at.year - 1
  const spellings = [
    at.toString(),
    `${at.year}-${pad(at.month)}`,
    `${at.year}-Q${Math.ceil(at.month / 3)}`,
    `${at.yearOfWeek}-W${pad(at.weekOfYear!)}`,
    `${school}/${pad((school + 1) % 100)}`,
  ]
  for (const wann of spellings) expect([wann, relationTo(daysOf(wann)!, at)]).toEqual([wann, 'within'])
})

property.prop([fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 53 })])(
  'a week has seven days from a Monday, or does not exist',
  (year, week) => {
    const days = daysOf(`${year}-W${pad(week)}`)
    expect(days !== null || week === 53).toBe(true)
    if (!days) return
    expect(days.first.dayOfWeek).toBe(1)
    expect(days.first.until(days.last).days).toBe(6)
    expect(days.first.weekOfYear).toBe(week)
  },
)

property.prop([fc.string({ maxLength: 30 })])('nothing that a person may type throws', typed => {
  const days = daysOf(typed)
  if (days) expect(Temporal.PlainDate.compare(days.first, days.last)).toBeLessThanOrEqual(0)
  expect(typeof germanPointInTime({ wann: typed })).toBe('string')
})
