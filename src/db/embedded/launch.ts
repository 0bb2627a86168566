import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownerOf, spawnAs } from './asUser.ts'
import type { Binaries } from './binaries.ts'
import { type Cluster, quietEnv } from './initialise.ts'
import { readPidFile } from './pidFile.ts'

/** Settings that hold whatever postgresql.conf says. Sources: PostgreSQL 18 documentation, chapter 19. */
const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors of statements are our program's to report; their texts may hold personal data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** For tests and demonstrations: quick, and lost with the power of the machine. */
const fleeting: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

/** What became of a start. again: another server is on these files or going down on them; ask once more. */
export type Launch =
  | { kind: 'ready' }
  | { kind: 'port-taken' }
  | { kind: 'again' }
  | { kind: 'failed'; said: string }

/** Starts a server that outlives this process, and waits until it takes connections or has given up. */
export async function launch(
  cluster: Cluster,
  binaries: Binaries,
  port: number,
  options: { durable: boolean },
): Promise<Launch> {
  const before = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(cluster.log, before > 10_000_000 ? 'w' : 'a', 0o600)
  const chosen = { ...settings, ...(options.durable ? {} : fleeting), port: String(port) }
  const args = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawnAs(ownerOf(cluster.data), binaries.postgres, ['-D', cluster.data, ...args], {
    cwd: cluster.data,
    // Its own session: Ctrl-C in our terminal must not stop it before our last transaction.
    detached: true,
    stdio: ['ignore', log, log],
    env: quietEnv(),
  })
  closeSync(log)
  child.unref()
  let failure: Error | null = null
  child.once('error', error => {
    failure = error
  })
  // Recovery after a crash takes as long as it takes: we wait while the server lives.
  for (;;) {
    if (failure !== null) return { kind: 'failed', said: String(failure) }
    // Started, found by another process and stopped by it again between two looks.
    if (child.exitCode === 0) return { kind: 'again' }
    if (child.exitCode !== null || child.signalCode !== null) return reason(tail(cluster, before))
    const file = readPidFile(cluster.data)
    if (file?.pid === child.pid && file?.status === 'ready') return { kind: 'ready' }
    await sleep(5)
  }
}

function reason(said: string): Launch {
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return { kind: 'port-taken' }
  if (/lock file "postmaster.pid" (already exists|is empty)|pre-existing shared memory block/.test(said))
    return { kind: 'again' }
  return { kind: 'failed', said }
}

function tail(cluster: Cluster, from: number): string {
  const text = readFileSync(cluster.log)
  return text.subarray(text.length >= from ? from : 0).toString()
}

/**
 * The port of the last start, so that a server keeps its address while nobody else takes it; null before the
 * first.
 */
export function lastPort(cluster: Cluster): number | null {
  try {
    const words = readFileSync(join(cluster.data, 'postmaster.opts'), 'utf8')
    return Number(/port=(\d+)/.exec(words)?.[1]) || null
  } catch {
    return null
  }
}

/** A port of 127.0.0.1 that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
