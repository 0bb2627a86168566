import { spawn } from 'node:child_process'
import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '../../../src/db/embedded/start.ts'
import { ask, dataOf, isRunning, killServer, serverDirectory, serverPid } from '../../peers/embeddedServer.ts'
import { talkTo } from '../../peers/processes.ts'

const start = (directory: string) => startEmbedded({ directory, durable: false })

test('what was written is there after a stop and a start, at the same address', async () => {
  const directory = serverDirectory()
  const first = await start(directory)
  await ask(
    first.url,
    `create table letters (subject text); insert into letters values ('Grüße aus Uetersen')`,
  )
  await first.stop()
  expect(isRunning(directory)).toBe(false)
  expect(serverPid(directory)).toBeNull()

  const second = await start(directory)
  expect(second.url).toBe(first.url)
  expect(second.reused).toBe(false)
  expect(await ask(second.url, 'select * from letters')).toEqual([{ subject: 'Grüße aus Uetersen' }])
  await second.stop()
})

test('the server listens on this machine alone, keeps its password to itself, and writes durably', async () => {
  const directory = serverDirectory()
  const server = await startEmbedded({ directory })
  const [row] = await ask(
    server.url,
    `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
     current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
     current_setting('max_connections') as connections, current_setting('password_encryption') as passwords,
     current_setting('TimeZone') as zone, current_setting('log_timezone') as log_zone,
     (select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)
      from pg_database where datname = 'kla') as locale,
     (select string_agg(distinct auth_method, ' ') from pg_hba_file_rules) as methods`,
  )
  expect(row).toEqual({
    listen: '127.0.0.1',
    sockets: '',
    fsync: 'on',
    commit: 'on',
    connections: '100',
    zone: 'UTC',
    log_zone: 'UTC',
    passwords: 'scram-sha-256',
    locale: 'b C.UTF-8 UTF8',
    methods: 'scram-sha-256',
  })
  expect(statSync(join(directory, 'cluster', 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(directory, 'cluster')).mode & 0o777).toBe(0o700)
  const wrong = new URL(server.url)
  wrong.password = 'falsch'
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  await server.stop()
})

test('words with umlauts compare without regard to case', async () => {
  const directory = serverDirectory()
  const server = await start(directory)
  expect(
    await ask(server.url, `select lower('HÖRNERKIRCHEN') as low, 'Ärzte' ilike 'ärzte' as same`),
  ).toEqual([{ low: 'hörnerkirchen', same: true }])
  await server.stop()
})

test('the log of the server holds no value of a statement that failed', async () => {
  const directory = serverDirectory()
  const server = await start(directory)
  await ask(server.url, 'create table people (name text unique)')
  for (const query of [
    `insert into people values ('Erika Beispiel'), ('Erika Beispiel')`,
    `select 'Erika Beispiel'::int`,
    `select * from erika_beispiel`,
  ])
    await expect(ask(server.url, query)).rejects.toThrow()
  await server.stop()
  const log = readFileSync(join(directory, 'cluster', 'server.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toMatch(/erika/i)
})

test('a directory may be missing, named relative to the working directory, and reached by a link', async () => {
  const directory = serverDirectory()
  symlinkSync(directory, join(directory, 'link'))
  const named = relative(process.cwd(), join(directory, 'link', 'new', 'data'))
  const first = await start(named)
  const second = await start(join(directory, 'new', 'data'))
  expect(second).toMatchObject({ url: first.url, reused: true })
  await first.stop()
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(isRunning(join(directory, 'new', 'data'))).toBe(false)
})

test('a port that somebody else took in the meantime does not matter', async () => {
  const directory = serverDirectory()
  const first = await start(directory)
  await first.stop()
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  onTestFinished(() => void squatter.close())
  const second = await start(directory)
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a server whose process was killed is joined by the next start and stopped by its stop', async () => {
  const directory = serverDirectory()
  const parent = talkTo('embeddedUser.ts', [directory])
  const { url } = JSON.parse(await parent.line())
  await parent.kill()
  expect(isRunning(directory)).toBe(true)

  const next = await start(directory)
  expect(next.reused).toBe(true)
  expect(next.url).toBe(url)
  await next.stop()
  expect(isRunning(directory)).toBe(false)
})

test('a leftover pid file that names a living stranger does not keep the server from starting', async () => {
  const directory = serverDirectory()
  const first = await start(directory)
  const before = readFileSync(join(dataOf(directory), 'postmaster.pid'), 'utf8')
  await first.stop()
  // Of the server's own user, for PostgreSQL ignores the processes of others.
  const { uid, gid } = statSync(dataOf(directory))
  const stranger = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' })
  onTestFinished(() => void stranger.kill())
  const stale = before.replace(/^\d+/, String(stranger.pid))
  writeFileSync(join(dataOf(directory), 'postmaster.pid'), stale)

  const second = await start(directory)
  expect(second.reused).toBe(false)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(stranger.exitCode).toBeNull()
  expect(readdirSync(dataOf(directory)).filter(name => name.includes('stale'))).toEqual([])
})

test('an empty pid file, as a power failure leaves it, does not keep the server from starting', async () => {
  const directory = serverDirectory()
  await (await start(directory)).stop()
  writeFileSync(join(dataOf(directory), 'postmaster.pid'), '', { mode: 0o600 })
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(dataOf(directory))
    chownSync(join(dataOf(directory), 'postmaster.pid'), uid, gid)
  }
  const server = await start(directory)
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('files of an older PostgreSQL give one German sentence and stay as they are', async () => {
  const directory = serverDirectory()
  await (await start(directory)).stop()
  writeFileSync(join(dataOf(directory), 'PG_VERSION'), '17\n')
  await expect(start(directory)).rejects.toThrow(
    /^Der Bestand in \S+ stammt von PostgreSQL 17, dieses Programm bringt PostgreSQL 18 mit: bitte .*\.$/,
  )
  expect(isRunning(directory)).toBe(false)
})

test('a server that cannot start says why and where to read on', async () => {
  const directory = serverDirectory()
  await (await start(directory)).stop()
  writeFileSync(join(dataOf(directory), 'postgresql.conf'), 'shared_buffers = viel\n')
  await expect(start(directory)).rejects.toThrow(/^Die eingebaute Datenbank startet nicht: .*server\.log\.$/)
})

test('files half made by a process that died are cleared away after a while', async () => {
  const directory = serverDirectory()
  mkdirSync(join(directory, 'making-1-dead', 'data'), { recursive: true })
  utimesSync(join(directory, 'making-1-dead'), 0, 0)
  await (await start(directory)).stop()
  expect(readdirSync(directory)).toEqual(['cluster'])
})

test('a server that was killed together with its process is started anew over the pid file it left', async () => {
  const directory = serverDirectory()
  const parent = talkTo('embeddedUser.ts', [directory])
  await parent.line()
  await parent.kill()
  await killServer(directory)
  expect(serverPid(directory)).not.toBeNull()
  expect(isRunning(directory)).toBe(false)
  const next = await start(directory)
  expect(next.reused).toBe(false)
  await next.stop()
})
