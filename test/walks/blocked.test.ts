import { afterAll, beforeAll, expect, test } from 'vitest'
import { block } from '../../src/db/blockedAddresses.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { kla } from './command.ts'

let database: FreshDatabase
let env: Record<string, string>
beforeAll(async () => {
  database = await freshDatabase()
  env = { DATABASE_URL: database.url, KLA_SECRET: 'nur-fuer-tests-0123456789-abcdefghij' }
  await block(
    database.connection.db,
    'pinneberg',
    [{ address: 'weg@post.example', reason: 'Die Adresse gibt es nicht (5.1.1).' }],
    '2024-04-22T07:00:00Z',
  )
})
afterAll(() => database.drop())

test('kla outbox names a blocked address with its day and reason, and lifts the block when a person says so', async () => {
  const listed = await kla(['outbox'], { env })
  expect(listed).toMatchObject({ status: 0 })
  expect(listed.out).toContain('weg@post.example  gesperrt für automatische Briefe seit 22.04.2024')
  expect(listed.out).toContain('Die Adresse gibt es nicht (5.1.1).')
  expect(await kla(['outbox', 'entsperren', 'Weg@post.example'], { env })).toMatchObject({
    status: 0,
    out: 'Weg@post.example bekommt wieder automatische Briefe.\n',
  })
  expect((await kla(['outbox'], { env })).out).toBe('Nichts wartet auf eine Entscheidung.\n')
  expect(await kla(['outbox', 'entsperren', 'weg@post.example'], { env })).toMatchObject({
    status: 1,
    out: '',
  })
  const log = await database.connection.client`select action, actor, detail from audit_log`
  expect(log).toEqual([{ action: 'sperre_aufgehoben', actor: 'cli', detail: {} }])
})

test('kla outbox entsperren without an address says how it is written', async () => {
  const ended = await kla(['outbox', 'entsperren'], { env })
  expect(ended.status).toBe(2)
  expect(ended.err).toContain('kla outbox entsperren ADRESSE')
})
