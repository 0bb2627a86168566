import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '../../src/db/drizzle.ts'
import { forgetRows } from '../../src/db/forget.ts'
import { seenEvents, ticks } from '../../src/db/schema.ts'
import { forgetSeenEvents } from '../../src/db/seenEvents.ts'
import { claimTick, forgetTicks } from '../../src/db/ticks.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const db = () => database.connection.db
const before = '2024-04-01T00:00:00Z'

test('D23: tens of thousands of old rows go in small batches, and nobody who works meanwhile waits', async () => {
  await db().execute(sql`insert into ticks (programme_id, name, at)
    select 'pinneberg', 'glean', timestamptz '2024-01-01' + n * interval '1 minute' from generate_series(1, 11000) n`)
  const batches: number[] = []
  const order: string[] = []
  const claims: Promise<unknown>[] = []
  const forgotten = await forgetRows(db(), ticks, sql`${ticks.at} < ${before}`, {
    onBatch(rows) {
      batches.push(rows)
      order.push('batch')
      const at = `2024-05-01T00:${10 + batches.length}:00Z`
      claims.push(claimTick(db(), 'pinneberg', 'prove', at).then(() => order.push('claim')))
    },
  })
  await Promise.all(claims)
  expect(forgotten).toBe(11_000)
  expect(batches.length).toBeGreaterThan(5)
  expect(Math.max(...batches)).toBeLessThanOrEqual(2_000)
  // Who asked in the middle was answered in the middle.
  expect(order.indexOf('claim')).toBeLessThan(order.lastIndexOf('batch'))
  expect(await db().select({ name: ticks.name }).from(ticks)).toHaveLength(batches.length)
})

test('D23: what is young, or of another programme, is kept', async () => {
  for (const [programmeId, day] of [
    ['pinneberg', '2024-03-31'],
    ['pinneberg', '2024-04-02'],
    ['verden', '2024-03-31'],
  ] as const) {
    await claimTick(db(), programmeId, 'glean', `${day}T00:00:00Z`)
    await db()
      .insert(seenEvents)
      .values({ programmeId, platform: 'slack', eventId: day, at: `${day}T00:00:00Z` })
  }
  expect(await forgetTicks(db(), 'pinneberg', before)).toBe(1)
  expect(await forgetSeenEvents(db(), 'pinneberg', before)).toBe(1)
  expect(await db().select().from(ticks)).toHaveLength(2)
  expect(await db().select().from(seenEvents)).toHaveLength(2)
})
