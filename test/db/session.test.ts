import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdSession } from '../../src/db/session.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('a server that hangs after its first answer, while a lock is being taken, is given up in time', async () => {
  const pace = { beatMs: 60_000, beatsMissed: 2, openingMs: 500, server: {} }
  const taking = holdSession(
    database.url,
    'hanging',
    async client => {
      await client`select pg_sleep(60)`
      return true
    },
    () => {},
    pace,
  )
  const error = await Promise.race([
    taking.catch(fault => fault),
    new Promise(resolve => setTimeout(resolve, 10_000, 'hung')),
  ])
  expect(error).toMatchObject({ code: 'CONNECT_TIMEOUT' })
})
