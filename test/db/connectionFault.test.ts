import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { isConnectionFault, isPassingFault } from '../../src/db/connectionFault.ts'
import { DrizzleQueryError } from '../../src/db/drizzle.ts'
import { freePort } from '../../src/db/embedded/launch.ts'
import { tickets } from '../../src/db/schema.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const errorOf = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => null,
    error => error,
  )

test('a server that is not there is a fault of the connection, asked plainly or through drizzle', async () => {
  const away = connect(`postgres://kla:x@127.0.0.1:${await freePort()}/kla`)
  expect(isConnectionFault(await errorOf(away.client`select 1`))).toBe(true)
  const error = await errorOf(away.db.select().from(tickets))
  expect(error).toBeInstanceOf(DrizzleQueryError)
  expect(isConnectionFault(error)).toBe(true)
  await away.close()
})

test('a name that nobody answers to is one', async () => {
  const away = connect('postgres://kla:x@database.invalid/kla')
  expect(isConnectionFault(await errorOf(away.client`select 1`))).toBe(true)
  await away.close()
})

test('a session that the server ended in the middle of a query or a transaction is one', async () => {
  const { client } = database.connection
  const other = connect(database.url, { max: 1 })
  const [me] = await other.client`select pg_backend_pid() as pid`
  const running = errorOf(other.client`select pg_sleep(10)`)
  await expect
    .poll(() => client`select from pg_stat_activity where pid = ${me?.pid} and state = 'active'`)
    .toHaveLength(1)
  await client`select pg_terminate_backend(${me?.pid})`
  expect(isConnectionFault(await running)).toBe(true)

  const inTransaction = await errorOf(
    other.db.transaction(async tx => {
      await client`select pg_terminate_backend(pid) from pg_stat_activity
                   where application_name = 'kla' and state = 'idle in transaction' and datname = current_database()`
      await tx.select().from(tickets)
    }),
  )
  expect(isConnectionFault(inTransaction)).toBe(true)
  expect(await other.client`select 1 as one`).toMatchObject([{ one: 1 }])
  await other.close()
})

test('a mistake in a statement, a doubled row and a wrong password are none', async () => {
  const { client } = database.connection
  const wrong = new URL(database.url)
  wrong.password = 'falsch'
  const refused = postgres(wrong.href, { max: 1 })
  const twice = client`insert into mailboxes (programme_id, id) values ('p', 'm'), ('p', 'm')`
  for (const promise of [client`select * from nowhere`, client`select 'x'::int`, twice, refused`select 1`]) {
    const error = await errorOf(promise)
    expect(error).toBeInstanceOf(Error)
    expect(isConnectionFault(error)).toBe(false)
  }
  await refused.end()
  expect(isConnectionFault(new Error('CONNECTION_CLOSED'))).toBe(false)
  expect(isConnectionFault(null)).toBe(false)
  expect(isConnectionFault('ECONNREFUSED')).toBe(false)
})

test('a lock that others hold for too long and two that wait for each other pass, and are none', async () => {
  const { client } = database.connection
  expect(await client`show lock_timeout`).toMatchObject([{ lock_timeout: '20s' }])
  await client`insert into mailboxes (programme_id, id) values ('wait', 'a'), ('wait', 'b')`
  const lock = (id: string, tx: typeof client) => tx`select from mailboxes where id = ${id} for update`
  const both = Promise.withResolvers<void>()
  let first = 0
  const crosswise = (one: string, two: string) =>
    client.begin(async tx => {
      await lock(one, tx as never)
      if (++first === 2) both.resolve()
      await both.promise
      await lock(two, tx as never)
    })
  const ends = await Promise.all([errorOf(crosswise('a', 'b')), errorOf(crosswise('b', 'a'))])
  const [deadlock] = ends.filter(Boolean)
  const tooLong = await client.begin(async tx => {
    await lock('a', tx as never)
    return errorOf(
      client.begin(async other => {
        await other`set local lock_timeout = 50`
        await lock('a', other as never)
      }),
    )
  })
  for (const [error, code] of [
    [deadlock, '40P01'],
    [tooLong, '55P03'],
  ] as const) {
    expect(error).toMatchObject({ code })
    expect(isPassingFault(error)).toBe(true)
    expect(isPassingFault(new Error('wrapped', { cause: error }))).toBe(true)
    expect(isConnectionFault(error)).toBe(false)
  }
  expect(isPassingFault(await errorOf(client`select 'x'::int`))).toBe(false)
})

test('a pool that we closed ourselves is none: trying again would never end', async () => {
  const closed = connect(database.url)
  await closed.close()
  expect(isConnectionFault(await errorOf(closed.client`select 1`))).toBe(false)
})

test('of several addresses all must be away', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  expect(isConnectionFault(new AggregateError([refused, refused]))).toBe(true)
  expect(isConnectionFault(new AggregateError([refused, new Error('something else')]))).toBe(false)
  expect(isConnectionFault(new AggregateError([]))).toBe(false)
})

test('a circle of causes ends', () => {
  const error = new Error('round')
  error.cause = error
  expect(isConnectionFault(error)).toBe(false)
})
