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
  // A server of its own: it is stopped while others use that of the run.
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
  '[needs Dovecot and PostgreSQL] a database that goes away for 10 s: the program lives on, letters of that time are served once',
  { timeout: 180_000 },
  async () => {
    const kla = await around.start()
    const early = await deliver(3, 'vorher')
    await served(early, 20_000)
    await server.pause()
    const meanwhile = await deliver(5, 'waehrend')
    await pause(10_000)
    expect(kla.child.exitCode).toBeNull()
    expect((await fetch(new URL('/healthz', kla.webUrl))).status).toBe(200)
    await server.resume()
    await served([...early, ...meanwhile], 60_000)
    await served([...(await deliver(1, 'nachher'))], 20_000)
    expect(await kla.stop()).toBe(0)
  },
)

test.skipIf(missing)(
  '[needs Dovecot and PostgreSQL] a database that stops again and again in the middle of the work: every letter once',
  { timeout: 180_000 },
  async () => {
    const kla = await around.start()
    const all: string[] = []
    for (let round = 0; round < 6; round++) {
      all.push(...(await deliver(8, `runde-${round}`)))
      // Each time at another place of the work.
      await pause(20 + 60 * round)
      await server.pause()
      await pause(700)
      await server.resume()
      await pause(500)
    }
    expect(kla.child.exitCode).toBeNull()
    await served(all, 60_000)
    expect(await kla.stop()).toBe(0)
  },
)

async function deliver(count: number, name: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `${name}-${i}@post.example`)
  for (const id of ids)
    await around.dovecot.deliver(letter({ id, from: `${id}`, subject: `Frage ${id.split('@')[0]}` }))
  return ids.map(id => `<${id}>`)
}

/** Waits until nothing is left to do; then each letter must have one Vorgang, one announcement, one acknowledgement. */
async function served(ids: string[], milliseconds: number): Promise<void> {
  const handled = async () => {
    const [row] = await around.rows<{ n: number }>(
      `select count(distinct message_id)::int as n from raw_mails where outcome is not null
       and message_id in (${ids.map(id => `'${id}'`).join(', ')})`,
    )
    return row!.n // an aggregate always has a row
  }
  await until(
    async () => (await handled()) === ids.length && (await around.waiting()) === 0,
    milliseconds,
    () => '',
  )
  for (const id of ids)
    expect(await around.fate(id), id).toMatchObject({
      outcomes: ['ticket'],
      announcements: 1,
      acknowledgements: 1,
    })
}
