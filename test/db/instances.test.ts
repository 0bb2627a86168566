import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { sql } from '../../src/db/drizzle.ts'
import { type Instance, instanceIsDead, isAlive, startInstance } from '../../src/db/instances.ts'
import { posts } from '../../src/db/schema.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { talkTo } from '../peers/processes.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function instance(): Promise<Instance> {
  const started = await startInstance(database.connection)
  onTestFinished(() => started.stop())
  return started
}

/** The server frees what a session held when it has noticed its end. */
async function stopped(one: Instance): Promise<Instance> {
  await one.stop()
  await expect.poll(() => isAlive(database.connection.db, one.id)).toBe(false)
  return one
}

test('an instance lives until it stops, and no id is given twice', async () => {
  const { db } = database.connection
  const [one, two] = await Promise.all([instance(), instance()])
  expect(one.id).not.toBe(two.id)
  expect(await isAlive(db, one.id)).toBe(true)
  await stopped(one)
  expect(await isAlive(db, two.id)).toBe(true)
  expect((await instance()).id).toBeGreaterThan(Math.max(one.id, two.id))
})

test('an instance that was killed is dead at once', async () => {
  const { db } = database.connection
  const other = talkTo('holder.ts', [database.url, 'nothing'])
  const { id } = JSON.parse(await other.line())
  expect(await isAlive(db, id)).toBe(true)
  const killed = performance.now()
  await other.kill()
  while (await isAlive(db, id)) expect(performance.now() - killed).toBeLessThan(5_000)
  console.log(`a killed instance counted as dead after ${Math.round(performance.now() - killed)} ms`)
})

test('a condition finds what dead instances had claimed, and leaves alone what living ones have', async () => {
  const { db } = database.connection
  const [living, dead] = await Promise.all([instance(), instance()])
  await stopped(dead)
  const post = (key: string, claimedBy: number | null) => ({
    programmeId: 'pinneberg',
    key,
    platform: 'terminal' as const,
    channel: 'c',
    reply: [] as never,
    state: 'claimed' as const,
    claimedBy,
    createdAt: '2026-01-01T00:00:00Z',
  })
  await db.insert(posts).values([post('living', living.id), post('dead', dead.id), post('nobody', null)])
  const found = await db
    .select({ key: posts.key })
    .from(posts)
    .where(instanceIsDead(posts.claimedBy))
    .orderBy(posts.key)
  expect(found.map(row => row.key)).toEqual(['dead', 'nobody'])
})

test('many may ask about a dead instance at once and all hear the truth', async () => {
  const dead = await stopped(await instance())
  const { db } = database.connection
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      db.transaction(async tx => {
        const alive = await isAlive(tx, dead.id)
        await tx.execute(sql`select pg_sleep(0.05)`)
        return alive
      }),
    ),
  )
  expect(answers).toEqual(Array(8).fill(false))
})

test('only one of many workers takes over the row of a dead instance', async () => {
  const dead = await stopped(await instance())
  const { db } = database.connection
  await db.insert(posts).values({
    programmeId: 'pinneberg',
    key: 'take over',
    platform: 'terminal',
    channel: 'c',
    reply: [] as never,
    state: 'claimed',
    claimedBy: dead.id,
    createdAt: '2026-01-01T00:00:00Z',
  })
  const workers = await Promise.all(Array.from({ length: 5 }, () => instance()))
  const taken = await Promise.all(
    workers.map(({ id }) =>
      db
        .update(posts)
        .set({ claimedBy: id })
        .where(sql`${posts.key} = 'take over' and ${instanceIsDead(posts.claimedBy)}`)
        .returning({ by: posts.claimedBy }),
    ),
  )
  expect(taken.filter(rows => rows.length > 0)).toHaveLength(1)
})

test('an instance whose connection was cut says so once and proves its life again under the same id', async () => {
  const { db, client } = database.connection
  const started = await instance()
  let lost = 0
  started.onLost(() => {
    lost += 1
  })
  const cut = () =>
    client`select pg_terminate_backend(pid) from pg_locks
           where locktype = 'advisory' and objid = ${started.id} and objsubid = 2 and mode = 'ExclusiveLock'`
  for (const round of [1, 2]) {
    expect(await cut()).toHaveLength(1)
    await expect.poll(() => lost).toBe(round)
    await expect.poll(() => isAlive(db, started.id)).toBe(true)
  }
  await stopped(started)
  expect(lost).toBe(2)
})

test('an instance that stops while its server is away does not come back', async () => {
  const other = connect(database.url)
  onTestFinished(() => other.close())
  const started = await startInstance(other)
  const { client, db } = database.connection
  started.onLost(() => void started.stop())
  await client`select pg_terminate_backend(pid) from pg_locks
               where locktype = 'advisory' and objid = ${started.id} and objsubid = 2`
  await new Promise(resolve => setTimeout(resolve, 800))
  expect(await isAlive(db, started.id)).toBe(false)
})
