import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { debianBinaries, type OtherServer, startDebianPostgres } from '../peers/debianPostgres.ts'
import { missingDovecot } from '../peers/dovecot.ts'
import { letter } from './letters.ts'
import { type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot() ?? (debianBinaries() ? null : 'postgresql')

let server: OtherServer
let around: Surrounded
beforeEach(async () => {
  if (missing) return
  server = (await startDebianPostgres())! // its binaries were found above
  await migrate(server.url)
  const connection = connect(server.url)
  around = await surroundings({
    database: { url: server.url, connection, drop: () => connection.close() },
  })
})
afterEach(async () => {
  if (missing) return
  await around.stop()
  await server.stop()
})

test.skipIf(missing)(
  'a letter that the mail server accepts while the database is away is not uncertain: the process knows, and writes it down afterwards [needs Dovecot and PostgreSQL]',
  { timeout: 180_000 },
  async () => {
    const kla = await around.start()
    await around.sink.behave({ kind: 'slow', milliseconds: 1500 })
    await around.dovecot.deliver(letter({ id: 'waehrenddessen@post.example' }))
    const state = async () =>
      (await around.rows<{ state: string }>('select state from outgoing_mails')).map(row => row.state)
    await until(async () => (await state())[0] === 'handing-over', 20_000)
    await server.pause()
    await until(() => around.sink.letters().length === 1, 20_000)
    // Long enough for a first try to write it down to have failed.
    await pause(1500)
    await server.resume()
    await until(async () => (await state().catch(() => []))[0] === 'sent', 30_000)
    await until(async () => (await around.waiting()) === 0, 20_000)
    expect(await state()).toEqual(['sent'])
    expect(around.sink.letters()).toHaveLength(1)
    expect(await around.rows(`select 1 from messages where direction = 'out'`)).toHaveLength(1)
    expect(await kla.stop()).toBe(0)
  },
)
