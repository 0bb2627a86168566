import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseProblem } from '../problem.ts'
import { giveToServer, type ServerUser, spawnAs } from './asUser.ts'
import type { Binaries } from './binaries.ts'

/** What lies in the directory of an embedded server. */
export interface Cluster {
  /** PGDATA. */
  data: string
  /** File with the password of the only user, mode 0600. */
  password: string
  /** What the server says on its standard error. */
  log: string
}

/** The name of the server's only user. It listens on this machine alone. */
export const serverUserName = 'kla'

export function clusterIn(directory: string): Cluster {
  const at = (name: string) => join(directory, 'cluster', name)
  return { data: at('data'), password: at('password'), log: at('server.log') }
}

/**
 * Makes the files of a new server unless they exist. They are made aside and renamed into place: two
 * processes that start at once cannot meet half-made files (the second rename fails and takes the first
 * one's), and a process killed in the middle leaves nothing but a directory that the next one clears.
 */
export async function initialise(
  directory: string,
  binaries: Binaries,
  options: { durable: boolean },
): Promise<void> {
  const final = join(directory, 'cluster')
  if (existsSync(final)) return
  // Readable for the server's user, who is not always ours; the files themselves are closed to others.
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  clearUnfinished(directory)
  const making = join(directory, `making-${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(making, { mode: 0o700 })
  const user = giveToServer(making, binaries.postgres)
  const password = join(making, 'password')
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user.kind === 'uid') chownSync(password, user.uid, user.gid)
  const args = [
    '-D',
    join(making, 'data'),
    `--username=${serverUserName}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The host's locales stay out of it: the same order of words on every machine, and nothing to install.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(options.durable ? [] : ['--no-sync']),
  ]
  const { code, said } = await run(user, binaries.initdb, args, making)
  if (code !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new DatabaseProblem(
      `Die eingebaute Datenbank ließ sich in ${directory} nicht anlegen (freier Platz? Schreibrecht?): ${lastLine(said)}`,
    )
  }
  try {
    renameSync(making, final)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(final)) throw error
  }
}

/** An initdb takes a second; what is older than this belongs to a process that died. */
const unfinishedAfterMs = 10 * 60_000

function clearUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!name.startsWith('making-')) continue
    const path = join(directory, name)
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > unfinishedAfterMs)
      rmSync(path, { recursive: true, force: true })
  }
}

function run(
  user: ServerUser,
  program: string,
  args: string[],
  cwd: string,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(user, program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], env: quietEnv() })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk
    })
    child.once('error', reject)
    child.once('close', code => resolve({ code, said }))
  })
}

/**
 * PG* variables of the caller (PGDATA, PGPORT …) must not steer our server; its messages are English
 * everywhere.
 */
export function quietEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

export function lastLine(said: string): string {
  return said.trim().split('\n').at(-1) ?? ''
}
