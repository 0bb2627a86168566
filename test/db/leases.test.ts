import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leaseFor, leaseIsFree, stillHeld } from '../../src/db/leases.ts'
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
  await first?.release()
  const second = await leaseFor(database.connection, inbox)
  expect(second).not.toBeNull()
  await Promise.all([second?.release(), other?.release()])
})

test('of many that ask at once one gets the lease', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => leaseFor(database.connection, inbox)))
  const got = answers.filter(answer => answer !== null)
  expect(got).toHaveLength(1)
  await got[0]?.release()
})

test('when the holder is killed another process takes over at once', async () => {
  const holder = talkTo('holder.ts', [database.url, inbox])
  expect(JSON.parse(await holder.line())).toMatchObject({ leased: true })
  expect(await leaseFor(database.connection, inbox)).toBeNull()
  const killed = performance.now()
  await holder.kill()
  let lease = await leaseFor(database.connection, inbox)
  while (lease === null) lease = await leaseFor(database.connection, inbox)
  const tookMs = performance.now() - killed
  console.log(`the lease of a killed process was taken over after ${Math.round(tookMs)} ms`)
  // Not after the silence of 8 s, which is for holders that cannot be heard.
  expect(tookMs).toBeLessThan(6_000)
  await lease.release()
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
  await next?.release()
  expect(lost).toBe(1)
})

test('a holder that is frozen loses the lease soon, although its kernel still answers', async () => {
  const holder = talkTo('holder.ts', [database.url, inbox])
  expect(JSON.parse(await holder.line())).toMatchObject({ leased: true })
  // Control: without a freeze it keeps the lease longer than anybody may be silent.
  await sleep(10_000)
  expect(await leaseFor(database.connection, inbox)).toBeNull()
  holder.child.kill('SIGSTOP')
  const frozen = performance.now()
  let lease = await leaseFor(database.connection, inbox)
  while (lease === null) {
    // 8 s of silence; the rest is for a busy machine. TCP alone would never tell.
    expect(performance.now() - frozen).toBeLessThan(30_000)
    await sleep(100)
    lease = await leaseFor(database.connection, inbox)
  }
  console.log(
    `the lease of a frozen process was taken over after ${Math.round(performance.now() - frozen)} ms`,
  )
  await lease.release()
  holder.child.kill('SIGCONT')
  await holder.kill()
}, 60_000)

test('whoever asks by the number of a lease hears whether it is still held, and each holding has its own', async () => {
  const { db } = database.connection
  const first = await leaseFor(database.connection, inbox)
  expect(await stillHeld(db, first!.fence)).toBe(true)
  // Asking, even by many at once, takes nothing away from the holder.
  expect(await Promise.all(Array.from({ length: 5 }, () => stillHeld(db, first!.fence)))).toEqual(
    Array(5).fill(true),
  )
  await first!.release()
  const second = await leaseFor(database.connection, inbox)
  expect(second!.fence).not.toBe(first!.fence)
  expect(await stillHeld(db, first!.fence)).toBe(false)
  expect(await stillHeld(db, second!.fence)).toBe(true)
  await second!.release()
})

test('looking whether a lease is free neither takes nor hinders it', async () => {
  const { db } = database.connection
  const looks = () =>
    Promise.all(Array.from({ length: 5 }, () => leaseIsFree(database.connection.aside, inbox)))
  expect(await looks()).toEqual(Array(5).fill(true))
  const lease = await leaseFor(database.connection, inbox)
  expect(await looks()).toEqual(Array(5).fill(false))
  expect(await stillHeld(db, lease!.fence)).toBe(true)
  await lease!.release()
  expect(await looks()).toEqual(Array(5).fill(true))
})
