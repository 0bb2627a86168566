import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const folder = '/dev/shm'
/** What the temporary files of a whole run take at most is a fifth of it. */
const neededBytes = 4 * 2 ** 30

/**
 * A folder for temporary files whose files are in memory; null where there is none, or not enough of it. Each test makes a
 * database of 350 files and removes it again, and ext4 looks for a number that was not used in the last seconds each time:
 * on disk that is half of all the computing of a run.
 */
export function memoryFolder(): string | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > neededBytes && freemem() > neededBytes && runsPrograms() ? folder : null
  } catch {
    return null
  }
}

/** Containers often forbid it there, and some tests write a script and run it. */
function runsPrograms(): boolean {
  const directory = mkdtempSync(join(folder, 'kla-tried-'))
  try {
    const script = join(directory, 'script')
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 })
    return spawnSync(script).status === 0
  } finally {
    rmSync(directory, { recursive: true })
  }
}
