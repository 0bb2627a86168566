import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What PostgreSQL writes into postmaster.pid (its source: src/include/utils/pidfile.h). */
export interface PidFile {
  pid: number
  port: number | null
  /** "starting", "ready", "stopping", "standby"; empty in the first milliseconds. */
  status: string
  text: string
}

export function readPidFile(data: string): PidFile | null {
  let text: string
  try {
    text = readFileSync(pidFileIn(data), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const lines = text.split('\n')
  const port = Number(lines[3])
  return {
    pid: Number(lines[0]),
    port: port > 0 ? port : null,
    status: lines[7]?.trim() ?? '',
    text,
  }
}

/**
 * Whether the process that the file names is a server on these files. A number alone proves nothing: after a
 * crash it may belong to any other process. Where processes cannot be looked into (Windows) a living one
 * counts.
 */
export function isServerOf(data: string, file: PidFile): boolean {
  // Nothing is written yet between the making of the file and its first line; 0 would mean our own group.
  if (!(file.pid > 0) || !isAlive(file.pid)) return false
  const directory = realpathSync(data)
  if (process.platform === 'linux') return commandLine(file.pid).split('\0').includes(directory)
  if (process.platform === 'darwin') return psCommand(file.pid).includes(directory)
  return true
}

/** A file that says the same for so long was not just being written. */
const staleAfterMs = 1_000

/**
 * Removes the file if it names a process that is no server, or nothing. To be called only after PostgreSQL
 * refused to start: it deals with the files of dead processes itself, safe against other starters, and fails
 * only where the number belongs to a living process of its own user, or the power failed before anything was
 * written.
 */
export async function removeStalePidFile(data: string): Promise<void> {
  const before = readPidFile(data)
  if (before === null || isServerOf(data, before)) return
  await sleep(staleAfterMs)
  const now = readPidFile(data)
  if (now?.text !== before.text || isServerOf(data, now)) return
  // By rename: the file of a server that another starter launches in this very moment is put back.
  const aside = `${pidFileIn(data)}.stale-${process.pid}`
  try {
    renameSync(pidFileIn(data), aside)
  } catch {
    return // Another starter was quicker.
  }
  if (readFileSync(aside, 'utf8') !== now.text) linkSync(aside, pidFileIn(data))
  rmSync(aside)
}

/** Words with a zero byte after each; empty for a process that ended, also for one not yet buried. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const psCommand = (pid: number) =>
  spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const pidFileIn = (data: string) => join(data, 'postmaster.pid')
