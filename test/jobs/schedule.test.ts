import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test, vi } from 'vitest'
import { startSchedule } from '../../src/jobs/schedule.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** The schedule with a clock of its own and a database that is away; gives the instants at which reminders were looked for. */
async function wokenBetween(from: string, hours: number): Promise<number[]> {
  vi.useFakeTimers({ now: Temporal.Instant.from(from).epochMilliseconds })
  const woken: number[] = []
  const fail = () => {
    throw new Error('database away')
  }
  const away = new Proxy({}, { get: () => fail })
  const needs = {
    db: away,
    connection: { aside: away },
    programme: { id: 'pinneberg', profile: { erinnerungen: { uhrzeit: '07:30' } } },
    settings: { clamd: null },
    minutes: 15,
    log: { info() {}, error() {}, warn() {} },
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
  }
  const reminders = {
    ...needs,
    now() {
      woken.push(Date.now())
      return needs.now()
    },
  }
  type Parts = Parameters<typeof startSchedule>
  const parts = [needs, {}, needs, needs, needs, reminders] as unknown as Parts
  const schedule = startSchedule(...parts)
  await vi.advanceTimersByTimeAsync(hours * 3_600_000)
  await schedule.stop()
  return woken
}

// E.4 node-cron#509, #457: the clock changes, and nothing comes for an hour, or everything twice.
test.each([
  ['23 hours', '2027-03-27T22:00:00+01:00'],
  ['24 hours', '2027-04-27T22:00:00+02:00'],
  ['25 hours', '2026-10-24T22:00:00+02:00'],
])('what is due is looked for every five minutes on a day of %s', async (_length, from) => {
  const woken = await wokenBetween(from, 10)
  expect(woken).toHaveLength(120)
  expect(new Set(woken.map((at, i) => at - (woken[i - 1] ?? at - 300_000)))).toEqual(new Set([300_000]))
})
