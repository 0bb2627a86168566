import { Worker } from 'node:worker_threads'
import type { Letter } from '../../domain/mail/letter.ts'
import { UnreadableMail } from './unreadable.ts'
import type { WorkerMessage } from './worker.ts'

export interface ReaderLimits {
  /** Worker threads at most; they start when needed. */
  threads: number
  /** Milliseconds one mail may take, counted from when a thread has it. */
  timeoutMs: number
  /** Heap of a thread, MiB. */
  memoryMb: number
}

export interface Reader {
  /** Rejects with UnreadableMail for a mail that cannot be read, with any other error when we are at fault. */
  read(raw: Uint8Array): Promise<Letter>
  /** Ends the threads; what still waits is rejected. */
  close(): Promise<void>
}

interface Task {
  raw: Uint8Array
  resolve(letter: Letter): void
  reject(error: Error): void
}

interface Thread {
  worker: Worker
  ready: boolean
  task: Task | null
  timer: NodeJS.Timeout | null
}

/** A thread needs this long at most to load its modules, also on a machine that is busy. */
const startLimitMs = 60_000

/**
 * Reads mails in a few threads. One that hangs or runs out of memory is killed and replaced: the mail it had is
 * rejected, every other one goes on.
 */
export function createReader(
  limits: ReaderLimits,
  workerFile = new URL('./worker.ts', import.meta.url),
): Reader {
  const threads = new Set<Thread>()
  const waiting: Task[] = []
  let closed = false

  function next(): void {
    while (waiting.length > 0) {
      const idle = [...threads].find(thread => thread.ready && !thread.task)
      if (idle) {
        give(idle, waiting.shift()!)
        continue
      }
      const starting = [...threads].filter(thread => !thread.ready).length
      if (threads.size < limits.threads && starting < waiting.length) start()
      else return
    }
  }

  function start(): void {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } })
    const thread: Thread = { worker, ready: false, task: null, timer: null }
    threads.add(thread)
    thread.timer = setTimeout(
      () => startFailed(thread, new Error('mail reader thread did not start')),
      startLimitMs,
    )
    worker.on('message', (message: WorkerMessage) => answered(thread, message))
    worker.on('error', error => died(thread, error))
    worker.on('exit', () => died(thread, new Error('mail reader thread ended')))
  }

  function give(thread: Thread, task: Task): void {
    thread.task = task
    thread.worker.ref()
    thread.timer = setTimeout(() => {
      settle(thread)?.reject(new UnreadableMail('too-slow'))
      drop(thread)
      next()
    }, limits.timeoutMs)
    // A copy of exactly these bytes: a Buffer can be a small window on a large one, all of which would travel.
    const copy = new Uint8Array(task.raw)
    thread.worker.postMessage(copy, [copy.buffer])
  }

  function answered(thread: Thread, message: WorkerMessage): void {
    if (!threads.has(thread)) return
    if (message.kind === 'ready') {
      thread.ready = true
      settle(thread)
    } else {
      const task = settle(thread)
      if (message.kind === 'letter') task?.resolve(withBareHeaders(message.letter))
      else if (message.kind === 'unreadable') task?.reject(new UnreadableMail(message.why))
      else task?.reject(new Error(`mail reader failed: ${message.message}`))
    }
    next()
  }

  function died(thread: Thread, error: Error): void {
    if (!threads.has(thread)) return
    if (!thread.ready) {
      startFailed(thread, error)
      return
    }
    const task = settle(thread)
    drop(thread)
    const noMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    // A mail that takes its thread down is not to be blamed on us: it would do so again.
    task?.reject(new UnreadableMail(noMemory ? 'memory' : 'malformed'))
    next()
  }

  /** Without threads no mail can be read; that is no fault of the mails, so nothing is quarantined for it. */
  function startFailed(thread: Thread, error: Error): void {
    settle(thread)
    drop(thread)
    if (threads.size > 0) return
    for (const task of waiting.splice(0)) task.reject(error)
  }

  /** Ends what the thread was doing; an idle thread does not keep the process alive. */
  function settle(thread: Thread): Task | null {
    const { task } = thread
    if (thread.timer) clearTimeout(thread.timer)
    thread.timer = null
    thread.task = null
    thread.worker.unref()
    return task
  }

  function drop(thread: Thread): void {
    threads.delete(thread)
    void thread.worker.terminate()
  }

  return {
    read(raw) {
      if (closed) return Promise.reject(new Error('mail reader is closed'))
      // No thread is needed to see this.
      if (raw.length === 0) return Promise.reject(new UnreadableMail('empty'))
      return new Promise((resolve, reject) => {
        waiting.push({ raw, resolve, reject })
        next()
      })
    },
    async close() {
      closed = true
      const error = new Error('mail reader is closed')
      for (const task of waiting.splice(0)) task.reject(error)
      const all = [...threads]
      threads.clear()
      for (const thread of all) settle(thread)?.reject(error)
      await Promise.all(all.map(thread => thread.worker.terminate()))
    },
  }
}

/** Header names come from strangers: `headers.constructor` must be undefined, not a function. */
function withBareHeaders(letter: Letter): Letter {
  Object.setPrototypeOf(letter.headers, null)
  return letter
}
