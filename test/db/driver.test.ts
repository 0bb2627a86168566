import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Connection, connect } from '../../src/db/connect.ts'
import { isConnectionFault } from '../../src/db/connectionFault.ts'
import { Bytes } from '../../src/db/driver.ts'
import { sql } from '../../src/db/drizzle.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { type BadLine, startProxy } from '../peers/proxy.ts'

let database: FreshDatabase
let line: BadLine
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  line = await startProxy(Number(new URL(database.url).port))
  const url = new URL(database.url)
  url.hostname = '127.0.0.1'
  url.port = String(line.port)
  connection = connect(url.href, { max: 1 })
})
afterEach(async () => {
  await connection.close()
  await line.stop()
})

test('bytes travel as they are, however many, beside parameters of other kinds', async () => {
  for (const size of [0, 1, 300, 65_000, 66_000, 3_000_000]) {
    const parts = [randomBytes(size), Buffer.from([0, 255, 92]), randomBytes(size)]
    const [row] = await connection.db.execute<Record<string, string | number | null>>(sql`
      select ${'ä'}::text as before, encode(sha256(${new Bytes(parts)}::bytea), 'hex') as hash, ${null}::int as behind`)
    const hash = createHash('sha256').update(Buffer.concat(parts)).digest('hex')
    expect(row).toEqual({ before: 'ä', hash, behind: null })
  }
})

// vitest itself fails when an exception is thrown that nobody can catch: that is how the process would have ended.
test('a line that breaks anywhere in a transaction rejects it, and the next query gets a new line', async () => {
  const { client } = connection
  let broken = 0
  for (let bytes = 1; bytes <= 1_200; bytes += 61) {
    line.cutNextAfter(bytes)
    const outcome = await inTime(
      client.begin(async tx => {
        await tx`select 1`
        await tx`select repeat('x', 400)`
        await Promise.all([tx`select 2`, tx`select 3`])
      }),
    )
    if (outcome !== 'done') {
      broken++
      expect(isConnectionFault(outcome), `broken after ${bytes} bytes: ${outcome}`).toBe(true)
    }
    // What else broke in that moment must not keep the pool from working.
    while ((await inTime(client`select 1`)) !== 'done') await pause(5)
    await client`select pg_terminate_backend(pg_backend_pid())`.catch(() => {})
  }
  // Control: lines were broken while something was under way.
  expect(broken).toBeGreaterThan(5)
})

test('what a transaction says after its line broke reaches no other line', async () => {
  const { client } = connection
  const outcome = await inTime(
    client.begin(async tx => {
      const [row] = await tx`select pg_backend_pid() as pid`
      await database.connection.client`select pg_terminate_backend(${row?.pid})`
      await pause(50)
      // Somebody else needs the only place of the pool, so it gets a new line.
      await client`select 1`
      await tx`create table stray (number int)`
    }),
  )
  expect(isConnectionFault(outcome)).toBe(true)
  await pause(200)
  const [found] = await database.connection.client`select to_regclass('stray') as stray`
  expect(found).toEqual({ stray: null })
  expect(await inTime(client`select 1`)).toBe('done')
})

async function inTime(work: Promise<unknown>): Promise<unknown> {
  const late = new Error('nothing for five seconds')
  const settled = work.then(
    () => 'done',
    error => error,
  )
  const outcome = await Promise.race([settled, pause(5_000, late, { ref: false })])
  if (outcome === late) throw late
  return outcome
}
