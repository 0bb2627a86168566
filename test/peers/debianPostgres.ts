import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isConnectionFault } from '../../src/db/connectionFault.ts'
import { freePort } from '../../src/db/embedded/launch.ts'
import { ask } from './embeddedServer.ts'

export interface OtherServer {
  /** Address of an empty database whose owner is an ordinary user, as an operator would set it up. */
  url: string
  /** Address with all rights, for making further databases. */
  adminUrl: string
  /** Stops the server; its files stay. */
  pause(): Promise<void>
  /** Starts it again at the same address. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/**
 * Where Debian's PostgreSQL of the newest installed version lies; null when the package `postgresql` is
 * missing.
 */
export function debianBinaries(): string | null {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return null
  const newest = readdirSync(base)
    .filter(version => existsSync(join(base, version, 'bin', 'initdb')))
    .sort((a, b) => Number(a) - Number(b))
    .at(-1)
  return newest === undefined ? null : join(base, newest, 'bin')
}

/**
 * A second, separate server from Debian's package in a temporary directory; null when the package is missing.
 */
export async function startDebianPostgres(): Promise<OtherServer | null> {
  const binaries = debianBinaries()
  if (binaries === null) return null
  const directory = mkdtempSync(join(tmpdir(), 'kla-debian-'))
  const data = join(directory, 'data')
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(directory, 'password'), password, { mode: 0o600 })
  const user = ordinaryUser()
  chmodSync(directory, 0o700)
  if (user !== null)
    for (const path of [directory, join(directory, 'password')]) chownSync(path, user.uid, user.gid)
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'admin',
      `--pwfile=${join(directory, 'password')}`,
      '--auth=scram-sha-256',
      '--no-sync',
    ],
    { ...user, cwd: directory, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb of ${binaries}: ${made.stderr}`)

  const port = await freePort()
  const admin = `postgres://admin:${password}@127.0.0.1:${port}/postgres`
  const start = async () => {
    const child = spawn(
      join(binaries, 'postgres'),
      [
        '-D',
        data,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `port=${port}`,
        '-c',
        'unix_socket_directories=',
      ],
      { ...user, cwd: directory, stdio: 'ignore' },
    )
    while (child.exitCode === null) {
      const fault = await ask(admin, 'select 1').catch(error => error)
      if (!(fault instanceof Error)) return child
      if (!isConnectionFault(fault)) throw fault
      await sleep(20)
    }
    throw new Error(`${binaries}/postgres ended with ${child.exitCode}`)
  }
  let running = await start()
  const pause = async () => {
    const gone = new Promise(resolve => running.once('close', resolve))
    if (running.exitCode !== null) return
    running.kill('SIGINT')
    await gone
  }
  await ask(admin, `create role county login password '${password}'`)
  await ask(admin, 'create database county owner county')
  return {
    url: `postgres://county:${password}@127.0.0.1:${port}/county`,
    adminUrl: admin,
    pause,
    async resume() {
      running = await start()
    },
    async stop() {
      await pause()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; the package made the user `postgres`. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}
