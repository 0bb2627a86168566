import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isQuiet, lastMorning, morningOn } from '../../../src/domain/time/morningTime.ts'

const usual = { uhrzeit: '07:30', leise: { von: '18:00', bis: '07:00' } }
const instant = (text: string) => Temporal.Instant.from(text)
const quiet = (time: string, times = usual) => isQuiet(times, instant(`2024-04-22T${time}+02:00`))

test('each day has one morning, in nights of 23 and 25 hours too', () => {
  for (const [from, to] of [
    ['2027-03-26', '2027-03-30'],
    ['2026-10-23', '2026-10-27'],
  ]) {
    // 02:15 is left out in spring and comes twice in autumn.
    for (const uhrzeit of ['07:30', '02:15', '00:00']) {
      const seen = new Map<string, string>()
      const end = instant(`${to}T23:55:00+01:00`)
      for (let now = instant(`${from}T00:00:00+02:00`); Temporal.Instant.compare(now, end) < 0; ) {
        const { day, planned } = lastMorning({ uhrzeit }, now)
        expect(seen.get(day.toString()) ?? planned.toString()).toBe(planned.toString())
        seen.set(day.toString(), planned.toString())
        now = now.add({ minutes: 5 })
      }
      const days = [...seen.keys()]
      expect(days).toEqual([...days].sort())
      expect(days.length).toBeGreaterThanOrEqual(5)
    }
  }
})

test('mornings of the last days of a year and of 29 February are found', () => {
  expect(morningOn(Temporal.PlainDate.from('2024-02-29'), usual).toString()).toBe('2024-02-29T06:30:00Z')
  expect(lastMorning(usual, instant('2027-01-01T07:29:00+01:00')).day.toString()).toBe('2026-12-31')
  expect(lastMorning(usual, instant('2027-01-01T07:30:00+01:00')).day.toString()).toBe('2027-01-01')
})

test('quiet hours go over midnight, end with their last minute, and may be none', () => {
  expect(['17:59', '18:00', '23:59', '00:00', '06:59', '07:00'].map(time => quiet(time))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ])
  expect(quiet('12:30', { ...usual, leise: { von: '12:00', bis: '13:00' } })).toBe(true)
  expect(quiet('12:30', { ...usual, leise: { von: '12:00', bis: '12:00' } })).toBe(false)
})

test('a morning that lies in its own quiet hours is said all the same', () => {
  expect(quiet('06:30', { ...usual, uhrzeit: '06:30' })).toBe(false)
})
