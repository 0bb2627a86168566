import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { onTestFinished } from 'vitest'

/**
 * A directory for an embedded server; at the end of the test whatever still runs in it is ended and it is
 * removed.
 */
export function serverDirectory(mode = 0o755): string {
  const directory = mkdtempSync(join(tmpdir(), 'kla-embedded-'))
  chmodSync(directory, mode)
  onTestFinished(async () => {
    if (serverPid(directory) !== null) await killServer(directory)
    rmSync(directory, { recursive: true, force: true })
  })
  return directory
}

export const dataOf = (directory: string) => join(directory, 'cluster', 'data')

/** The process that the server's own file names; null when it has stopped cleanly. */
export function serverPid(directory: string): number | null {
  const file = join(dataOf(directory), 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

/** Whether a server process works on these files. */
export function isRunning(directory: string): boolean {
  const pid = serverPid(directory)
  return pid !== null && commandLine(pid).includes(dataOf(directory))
}

/** kill -9 of the server, if the named process is one. */
export async function killServer(directory: string): Promise<void> {
  const pid = serverPid(directory)
  if (pid === null || !isRunning(directory)) return
  process.kill(pid, 'SIGKILL')
  while (commandLine(pid) !== '') await sleep(5)
}

/** Runs one query on a connection of its own. */
export async function ask<Row extends Record<string, unknown>>(url: string, query: string): Promise<Row[]> {
  const client = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return (await client.unsafe(query)) as unknown as Row[]
  } finally {
    await client.end({ timeout: 5 })
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
