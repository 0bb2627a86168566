import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Demo {
  /** The start address of its web page. */
  webUrl: string
  /** What it printed so far. */
  output(): string
  type(line: string): void
  /** Resolves when it printed these words. */
  said(words: string): Promise<void>
  /** SIGTERM; resolves with the exit status. */
  stop(): Promise<number | null>
}

/** Starts `kla demo` as a process of its own and waits for the address of its page. */
export async function startDemo(): Promise<Demo> {
  const child = spawn(process.execPath, ['src/kla.mjs', 'demo'], {
    cwd: root,
    env: { ...process.env, KLA_WEB_PORT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', piece => {
    output += piece
  })
  const ended = once(child, 'exit')

  async function said(words: string): Promise<void> {
    const latest = performance.now() + 60_000
    while (!output.includes(words)) {
      if (child.exitCode !== null || performance.now() > latest)
        throw new Error(`The demonstration never said „${words}“:\n${output}`)
      await pause(50)
    }
    // The rest of what is printed at once.
    await pause(300)
  }

  await said('Strg-C')
  return {
    webUrl: /http:\S+/.exec(output)![0], // printed before „Strg-C“
    output: () => output,
    type: line => void child.stdin.write(`${line}\n`),
    said,
    async stop() {
      child.kill('SIGTERM')
      const [status] = await ended
      return status
    },
  }
}
