import { describe, expect, test } from 'vitest'
import { storedTimeline, timelineFrom } from '../../../src/domain/timeline/storedTimeline.ts'
import { timelineLayout } from '../../../src/domain/timeline/timelineLayout.ts'
import { ticksOf } from '../../../src/domain/timeline/timelineTicks.ts'
import { day, item, span, tender, timeline } from './timelines.ts'

const labels = (from: string, to: string) =>
  ticksOf(day(from), day(to)).map(({ label, below }) => [label, below].filter(Boolean).join(' '))

describe('the axis of time', () => {
  test('shows single days of a week', () => {
    expect(labels('2024-04-26', '2024-05-02')).toEqual(
      ['26.04.', '27.04.', '28.04.', '29.04.', '30.04.', '01.05.', '02.05.'], //
    )
  })
  test('shows Mondays with their week, over the turn of a year as ISO 8601 counts them', () => {
    expect(labels('2024-12-20', '2025-01-12')).toEqual(['23.12. KW 52', '30.12. KW 1', '06.01. KW 2'])
  })
  test('shows months in German, the year where it begins', () => {
    expect(labels('2024-10-15', '2025-04-02')).toEqual([
      'Nov. 2024',
      'Dez.',
      'Jan. 2025',
      'Feb.',
      'März',
      'Apr.',
    ])
  })
  test('shows quarters over a year and a half', () => {
    expect(labels('2024-03-01', '2025-09-24')).toEqual([
      'Apr. 2024',
      'Juli',
      'Okt.',
      'Jan. 2025',
      'Apr.',
      'Juli',
    ])
  })
  test('shows years over five years, and steps over forty', () => {
    expect(labels('2021-06-01', '2026-09-30')).toEqual(['2022', '2023', '2024', '2025', '2026'])
    expect(labels('2000-01-01', '2039-12-31')).toEqual([
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
      '2025',
      '2030',
      '2035',
    ])
  })
  test('never shows more than can stand side by side, and always something', () => {
    for (let days = 7; days < 36_000; days = Math.ceil(days * 1.13)) {
      const ticks = ticksOf(day('2001-02-17'), day('2001-02-17').add({ days }))
      expect(ticks.length).toBeLessThanOrEqual(8)
      expect(ticks.length).toBeGreaterThan(0)
    }
  })
})

describe('what a picture shows', () => {
  test('is everything, its old places and today, with a little air', () => {
    const layout = timelineLayout(timeline(tender))!
    expect(layout.rows.map(row => row.title)).toEqual(tender.map(each => each.title))
    expect(layout).toMatchObject({ more: 0, today: 'within' })
    expect(layout.from.toString() < '2024-03-18').toBe(true)
    expect(layout.to.toString() > '2025-08-01').toBe(true)
  })

  test('reaches back to where a moved date stood, however far', () => {
    const moved = item('Start', span('2025-08-01'), { movedFrom: [span('2022-08-01'), span('2024-08-01')] })
    expect(timelineLayout(timeline([moved]))!.from.toString() < '2022-08-01').toBe(true)
  })

  test('keeps the nearest fourteen and counts the others', () => {
    const monthly = Array.from({ length: 30 }, (_, i) => {
      const at = day('2023-01-15').add({ months: i })
      return item(`Termin ${i}`, span(at.toString()))
    })
    const layout = timelineLayout(timeline(monthly))!
    expect(layout.rows).toHaveLength(14)
    expect(layout.more).toBe(16)
    expect(layout.rows[0]!.title).toBe('Termin 9')
    expect(layout.rows.at(-1)!.title).toBe('Termin 22')
  })

  test('is what touches a window that was asked for, and today may lie outside', () => {
    const layout = timelineLayout(timeline(tender, { from: day('2024-06-01'), to: day('2024-06-30') }))!
    expect(layout.rows.map(row => row.title)).toEqual([
      'Gespräch mit den Schulen',
      'Kooperationsvertrag unterschrieben',
    ])
    expect(layout.today).toBe('before')
    expect([layout.from, layout.to].map(String)).toEqual(['2024-06-01', '2024-06-30'])
  })

  test('is never narrower than two weeks', () => {
    const { from, to } = timelineLayout(timeline([item('Heute', span('2024-04-22'))]))!
    expect(from.until(to, { largestUnit: 'days' }).days).toBeGreaterThanOrEqual(14)
  })

  test('is nothing without items', () => {
    expect(timelineLayout(timeline([]))).toBeNull()
  })
})

describe('a timeline in a post', () => {
  test('comes back as it was', () => {
    const stored = JSON.parse(JSON.stringify(storedTimeline(timeline(tender))))
    expect(storedTimeline(timelineFrom(stored)!)).toEqual(stored)
    expect(timelineFrom(stored)!.items[7]!.movedFrom![0]!.first.equals(day('2024-08-01'))).toBe(true)
  })

  const stored = storedTimeline(timeline(tender))
  const [first] = stored.items
  test.each([
    ['the last day before the first', { items: [{ ...first, last: '2024-03-01' }] }],
    [
      'the old place of which ends before it begins',
      {
        items: [{ ...first, movedFrom: [{ first: '2024-03-02', last: '2024-03-01', words: '' }] }],
      },
    ],
    ['a day that does not exist', { items: [{ ...first, last: '2025-02-30' }] }],
    ['a year of another age', { today: '0024-04-22' }],
    ['a state that nobody knows', { items: [{ ...first, state: 'vielleicht' }] }],
    ['thousands of items', { items: Array(2_000).fill(first) }],
    ['a title of a whole book', { title: 'x'.repeat(100_000) }],
    ['a window that ends before it begins', { from: '2024-05-01', to: '2024-04-01' }],
  ])('with %s is not drawn', (_name, fault) => {
    expect(timelineFrom({ ...stored, ...fault })).toBeNull()
  })
  test.each([null, undefined, 'Zeitplan', 17, []])('that is %j is none', value => {
    expect(timelineFrom(value)).toBeNull()
  })
})
