import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

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
 * Whether the process that the file names is a server on these files. A number alone proves nothing: after a crash
 * it may belong to any other process. Where processes cannot be looked into (Windows) a living one counts.
 */
export function isServerOf(data: string, file: PidFile): boolean {
  if (!isAlive(file.pid)) return false
  const directory = realpathSync(data)
  if (process.platform === 'linux') return commandLine(file.pid).split('\0').includes(directory)
  if (process.platform === 'darwin') return psCommand(file.pid).includes(directory)
  return true
}

/**
 * Removes a file that names a process which is no server: PostgreSQL itself refuses to start when that process is
 * alive and of the same user. By rename, so that the file of a server that another starter launched in this very
 * moment is put back rather than deleted.
 */
export function removeStalePidFile(data: string, stale: PidFile): void {
  const aside = `${pidFileIn(data)}.stale-${process.pid}`
  try {
    renameSync(pidFileIn(data), aside)
  } catch {
    return // Another starter was quicker.
  }
  if (readFileSync(aside, 'utf8') !== stale.text) linkSync(aside, pidFileIn(data))
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
