import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { locks } from '../../src/db/locks.ts'
import { migrate, serverTooOld } from '../../src/db/migrate.ts'
import { ask } from '../peers/embeddedServer.ts'
import { dropDatabase, emptyDatabase } from '../peers/postgres.ts'
import { talkTo } from '../peers/processes.ts'

const journal: { entries: { idx: number; when: number; tag: string }[] } = JSON.parse(
  readFileSync(new URL('../../drizzle/meta/_journal.json', import.meta.url), 'utf8'),
)

async function database(): Promise<string> {
  const url = await emptyDatabase()
  onTestFinished(() => dropDatabase(url))
  return url
}

const applied = (url: string) => ask(url, 'select created_at from drizzle.__drizzle_migrations')

test('32 starts at once on an empty database make its tables once', async () => {
  const url = await database()
  await Promise.all(Array.from({ length: 32 }, () => migrate(url)))
  expect(await applied(url)).toHaveLength(journal.entries.length)
  expect(await ask(url, 'select count(*)::int as n from tickets')).toEqual([{ n: 0 }])
})

test('separate processes that start at once on an empty database all get through', async () => {
  const url = await database()
  const processes = [1, 2, 3, 4].map(() => talkTo('migrator.ts', [url]))
  expect(await Promise.all(processes.map(process => process.line()))).toEqual(Array(4).fill('migrated'))
  expect(await Promise.all(processes.map(process => process.ended))).toEqual([0, 0, 0, 0])
  expect(await applied(url)).toHaveLength(journal.entries.length)
})

test('a start that is killed while it waits or works leaves a database on which the next start succeeds', async () => {
  const url = await database()
  const held = postgres(url, { max: 1 })
  await held`select pg_advisory_lock(${locks.migration})`
  const waiting = talkTo('migrator.ts', [url])
  const waiters = () =>
    ask(
      url,
      `select from pg_stat_activity where application_name = 'kla migrate' and wait_event_type = 'Lock'`,
    )
  await expect.poll(waiters, { timeout: 10_000 }).toHaveLength(1)
  await waiting.kill()
  await held.end()
  await migrate(url)
  expect(await applied(url)).toHaveLength(journal.entries.length)
})

test('a database that a newer program has used is left alone', async () => {
  const url = await database()
  await migrate(url)
  await ask(
    url,
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', ${Date.now() + 1e9})`,
  )
  await expect(migrate(url)).rejects.toThrow(
    'Die Datenbank wurde schon von einer neueren Fassung dieses Programms benutzt: bitte diese neuere Fassung starten.',
  )
  expect(await applied(url)).toHaveLength(journal.entries.length + 1)
})

test('an older migration that a merge brought in later is not skipped in silence', async () => {
  const url = await database()
  const folder = mkdtempSync(join(tmpdir(), 'kla-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (migrations: [tag: string, when: number][]) => {
    const entries = migrations.map(([tag, when], idx) => ({
      idx,
      version: '7',
      when,
      tag,
      breakpoints: true,
    }))
    mkdirSync(join(folder, 'meta'), { recursive: true })
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', entries }))
    for (const [tag] of migrations) writeFileSync(join(folder, `${tag}.sql`), `create table ${tag} ();`)
  }
  write([['first', 1000]])
  await migrate(url, folder)
  write([
    ['merged', 900],
    ['first', 1000],
  ])
  await expect(migrate(url, folder)).rejects.toThrow(
    /^Der Stand der Datenbank passt nicht zu diesem Programm \(1 Änderungen fehlen/,
  )
  // The control: the same migration with a time that rises.
  write([
    ['first', 1000],
    ['merged', 1100],
  ])
  await migrate(url, folder)
  expect(await ask(url, 'select from merged')).toEqual([])
})

test('a user who may not make tables is told what to ask the operator for', async () => {
  const url = await database()
  const name = `kla_reader_${Date.now()}`
  await ask(url, `create role ${name} login password 'x'`)
  onTestFinished(async () => void (await ask(url, `drop role ${name}`)))
  const reader = new URL(url)
  reader.username = name
  reader.password = 'x'
  await expect(migrate(reader.href)).rejects.toThrow(/^Der Datenbankbenutzer darf keine Tabellen anlegen: /)
})

test('servers from version 15 on are good, older ones are named', () => {
  expect(serverTooOld(150_000, '15.0')).toBeNull()
  expect(serverTooOld(180_004, '18.4')).toBeNull()
  expect(serverTooOld(140_022, '14.22 (Debian)')).toBe(
    'Der Datenbankserver ist PostgreSQL 14.22 (Debian); gebraucht wird Version 15 oder neuer.',
  )
})

test('the times of the journal rise, or drizzle would skip a migration without a word', () => {
  const times = journal.entries.map(entry => entry.when)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  expect(times.length).toBeGreaterThan(0)
  for (const { tag } of journal.entries)
    expect(readFileSync(new URL(`../../drizzle/${tag}.sql`, import.meta.url), 'utf8')).toMatch(/\S/)
})
