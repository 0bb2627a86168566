import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test, vi } from 'vitest'
import { startSchedule } from '../../src/jobs/schedule.ts'

afterEach(() => {
  vi.useRealTimers()
})

/**
 * The schedule with a clock of its own and a database that is away; gives the instants at which reminders were looked for, and
 * mailboxes that are overdue after so many minutes.
 */
async function wokenBetween(
  from: string,
  hours: number,
  minutes = 15,
): Promise<Record<'reminders' | 'mailboxes', number[]>> {
  vi.useFakeTimers({ now: Temporal.Instant.from(from).epochMilliseconds })
  const woken = { reminders: [] as number[], mailboxes: [] as number[] }
  const fail = () => {
    throw new Error('database away')
  }
  const away = new Proxy({}, { get: () => fail })
  const needs = {
    db: away,
    connection: { aside: away },
    programme: { id: 'pinneberg', profile: { erinnerungen: { uhrzeit: '07:30' } } },
    settings: { clamd: null },
    minutes,
    log: {
      info() {},
      warn() {},
      error: (_fields: object, message: string) => {
        if (message.startsWith('Postfächer')) woken.mailboxes.push(Date.now())
      },
    },
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
  }
  const reminders = {
    ...needs,
    now() {
      woken.reminders.push(Date.now())
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
  const { reminders } = await wokenBetween(from, 10)
  // At the start for what was missed, then every five minutes.
  expect(reminders).toHaveLength(121)
  expect(pausesOf(reminders)).toEqual(new Set([300_000]))
})

test.each([
  [15, 60_000, 180],
  [0.5, 30_000, 360],
  [0.2, 12_000, 900],
])('mailboxes that are overdue after %s minutes are looked for each %s ms', async (minutes, pause, times) => {
  const { mailboxes } = await wokenBetween('2027-04-27T22:00:00+02:00', 3, minutes)
  expect(pausesOf(mailboxes)).toEqual(new Set([pause]))
  // But for the first moments after the start.
  expect(mailboxes.length).toBeGreaterThan(times - 3)
  expect(mailboxes.length).toBeLessThanOrEqual(times)
})

const pausesOf = (woken: number[]) => new Set(woken.slice(1).map((at, i) => at - woken[i]!))
