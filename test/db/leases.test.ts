import { afterAll, beforeAll, expect, test } from 'vitest'
import { leaseFor } from '../../src/db/leases.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { talkTo } from '../peers/processes.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const inbox = 'klassenassistenz@kreis.example/INBOX'

test('a mailbox is leased by one process, and by the next when it gives it back', async () => {
  const first = await leaseFor(database.connection, inbox)
  expect(first).not.toBeNull()
  expect(await leaseFor(database.connection, inbox)).toBeNull()
  const other = await leaseFor(database.connection, 'klassenassistenz@kreis.example/Archiv')
  expect(other).not.toBeNull()
  await first?.()
  const second = await leaseFor(database.connection, inbox)
  expect(second).not.toBeNull()
  await Promise.all([second?.(), other?.()])
})

test('of many that ask at once one gets the lease', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => leaseFor(database.connection, inbox)))
  const got = answers.filter(answer => answer !== null)
  expect(got).toHaveLength(1)
  await got[0]?.()
})

test('when the holder is killed another process takes over at once', async () => {
  const holder = talkTo('holder.ts', [database.url, inbox])
  expect(JSON.parse(await holder.line())).toMatchObject({ leased: true })
  expect(await leaseFor(database.connection, inbox)).toBeNull()
  const killed = performance.now()
  await holder.kill()
  let release = await leaseFor(database.connection, inbox)
  while (release === null) release = await leaseFor(database.connection, inbox)
  const tookMs = performance.now() - killed
  console.log(`the lease of a killed process was taken over after ${Math.round(tookMs)} ms`)
  expect(tookMs).toBeLessThan(2_000)
  await release()
})

test('a holder whose connection was cut hears of it once, and the lease is free', async () => {
  let lost = 0
  await leaseFor(database.connection, inbox, () => {
    lost += 1
  })
  await database.connection.client`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'kla lease' and datname = current_database()`
  await expect.poll(() => lost).toBe(1)
  const next = await leaseFor(database.connection, inbox)
  expect(next).not.toBeNull()
  await next?.()
  expect(lost).toBe(1)
})
