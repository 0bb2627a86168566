import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../src/kla.mjs', import.meta.url))

export interface Ended {
  status: number | null
  out: string
  err: string
}

/**
 * Runs `kla <words>` as a process of its own in an empty folder, with these settings and no others, and waits for its
 * end.
 */
export function kla(
  words: readonly string[],
  options: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'kla-words-'))
  const { PATH, HOME, LANG, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { PATH, HOME, LANG, NODE_COMPILE_CACHE, ...options.env } as NodeJS.ProcessEnv,
    stdio: 'pipe',
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', piece => (out += piece))
  child.stderr.setEncoding('utf8').on('data', piece => (err += piece))
  // A command that does not read its input closes it early; that is not what is tested.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  return new Promise(done =>
    child.on('close', status => {
      rmSync(folder, { recursive: true, force: true })
      done({ status, out, err })
    }),
  )
}

/** The lines of an output as JSON. */
export const jsonLines = <T = Record<string, unknown>>(out: string): T[] =>
  out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)
