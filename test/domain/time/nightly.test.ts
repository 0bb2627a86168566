import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { lastReached } from '../../../src/domain/time/nightly.ts'

const time = Temporal.PlainTime.from('02:40')
const reached = (now: string) => lastReached(time, Temporal.Instant.from(now)).toString()

test('before 02:40 the last time was yesterday, at 02:40 it is now', () => {
  expect(reached('2024-04-22T02:39:59+02:00')).toBe('2024-04-21T00:40:00Z')
  expect(reached('2024-04-22T02:40:00+02:00')).toBe('2024-04-22T00:40:00Z')
  expect(reached('2024-04-22T23:59:00+02:00')).toBe('2024-04-22T00:40:00Z')
})

test('in the night that leaves 02:40 out it comes at 03:40, and is not made up a second time', () => {
  // Summer time begins: 02:00 becomes 03:00.
  expect(reached('2027-03-28T01:59:00+01:00')).toBe('2027-03-27T01:40:00Z')
  expect(reached('2027-03-28T03:39:00+02:00')).toBe('2027-03-27T01:40:00Z')
  expect(reached('2027-03-28T03:40:00+02:00')).toBe('2027-03-28T01:40:00Z')
  expect(reached('2027-03-29T02:40:00+02:00')).toBe('2027-03-29T00:40:00Z')
})

test('in the night that has 02:40 twice the first one counts', () => {
  // Summer time ends: 03:00 becomes 02:00.
  expect(reached('2026-10-25T02:40:00+02:00')).toBe('2026-10-25T00:40:00Z')
  expect(reached('2026-10-25T02:40:00+01:00')).toBe('2026-10-25T00:40:00Z')
  expect(reached('2026-10-26T02:39:00+01:00')).toBe('2026-10-25T00:40:00Z')
})
