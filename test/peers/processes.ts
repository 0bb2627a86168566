import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A program of ours in a process of its own that answers in lines. */
export interface Talker {
  child: ChildProcess
  /** The next line it prints; rejects with what it said on standard error when it ends instead. */
  line(): Promise<string>
  say(line: string): void
  /** Ends as kill -9 does, and waits until it is gone. */
  kill(): Promise<void>
  /** Exit code, once it ends by itself. */
  ended: Promise<number | null>
}

/** Starts a TypeScript file of test/peers with this process's node. */
export function talkTo(file: string, args: readonly string[], options: SpawnOptions = {}): Talker {
  const path = new URL(file, import.meta.url).pathname
  const child = spawn(process.execPath, [path, ...args], { ...options, stdio: 'pipe' })
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const lines: string[] = []
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: child.stdout! /* stdio is 'pipe' */ }).on('line', line => {
    const next = waiting.shift()
    if (next) next(line)
    else lines.push(line)
  })
  return {
    child,
    ended,
    line() {
      const ready = lines.shift()
      if (ready !== undefined) return Promise.resolve(ready)
      const next = new Promise<string>(resolve => waiting.push(resolve))
      const failed = ended.then(code => {
        throw new Error(`${file} ended with ${code}: ${complaints}`)
      })
      return Promise.race([next, failed])
    },
    say: line => child.stdin?.write(`${line}\n`),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The most memory that a process ever had, in MiB. Linux only. */
export function peakMebibytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
