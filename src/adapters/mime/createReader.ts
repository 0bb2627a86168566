import { Worker } from 'node:worker_threads'
import type { SeenLetter } from '../../domain/classify/classifyLetter.ts'
import type { Profile, TenderPhase } from '../../domain/programme/profile.ts'
import type { AttachmentWanted } from './openAttachment.ts'
import { ReaderFault } from './readerFault.ts'
import { UnreadableMail } from './unreadable.ts'
import type { Question, WorkerMessage, WorkerStart } from './worker.ts'

export interface ReaderLimits {
  /** Worker threads at most; they start when needed. */
  threads: number
  /** Milliseconds one mail may take, counted from when a thread has it. */
  timeoutMs: number
  /** Heap of a thread, MiB. */
  memoryMb: number
}

export interface Reader {
  /**
   * Rejects with UnreadableMail for a mail that cannot be read, with ReaderFault when we cannot read at all at the moment,
   * with any other error for a bug of ours. `phase`: where the programme's tender stands, when the profile is behind.
   */
  read(raw: Uint8Array, phase?: TenderPhase): Promise<SeenLetter>
  /**
   * The bytes of one attachment, out of the mail in which they came; null when they are not what was listed. Rejects as
   * `read` does.
   */
  openAttachment(raw: Uint8Array, wanted: AttachmentWanted): Promise<Uint8Array | null>
  /** Ends the threads; what still waits is rejected. */
  close(): Promise<void>
}

type Answer = Extract<WorkerMessage, { kind: 'letter' | 'attachment' }>

interface Task extends Question {
  /** Its first thread hung or died. */
  suspect: boolean
  resolve(answer: Answer): void
  reject(error: Error): void
}

interface Thread {
  worker: Worker
  ready: boolean
  /** The suspect for which it was started, until that has its answer; nothing else is given to it before. */
  only: Task | null
  /** What the thread has, in the order in which it answers; it works on the first. */
  tasks: Task[]
  timer: NodeJS.Timeout | null
}

/**
 * So much a thread may have at once: with small mails most of the time would go into waiting for the next one
 * (measured: a third of the CPU of a small mail). A large mail goes alone.
 */
const mostMails = 16
const mostBytes = 512 * 1024

/** A thread needs this long at most to load its modules, also on a machine that is busy. */
const startLimitMs = 60_000

/**
 * Reads mails in a few threads and takes the first look at them there, so that neither a broken mail nor a text made to
 * be slow can hold up anything else. One that hangs or runs out of memory is killed and replaced: the mail it had is
 * tried once more alone in a fresh thread, because it may have been a busy machine or the mails before it, and then
 * rejected. Every other one goes on.
 */
export function createReader(
  limits: ReaderLimits,
  profile: Profile,
  workerFile = new URL('./worker.ts', import.meta.url),
): Reader {
  const threads = new Set<Thread>()
  const waiting: Task[] = []
  let closed = false

  function next(): void {
    while (waiting.length > 0) {
      const thread = leastBusy(waiting[0]!)
      if (thread) {
        give(thread, waiting.shift()!)
        continue
      }
      const starting = [...threads].filter(each => !each.ready && !each.only).length
      if (threads.size >= limits.threads || starting >= waiting.length) return
      start()
    }
  }

  function leastBusy(task: Task): Thread | null {
    const free = [...threads].filter(thread => thread.ready && !thread.only && hasRoom(thread, task))
    return free.reduce<Thread | null>((a, b) => (a && a.tasks.length <= b.tasks.length ? a : b), null)
  }

  function start(only: Task | null = null): void {
    const worker = new Worker(workerFile, {
      workerData: { profile } satisfies WorkerStart,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 24 },
    })
    const thread: Thread = { worker, ready: false, only, tasks: [], timer: null }
    threads.add(thread)
    thread.timer = setTimeout(
      () => startFailed(thread, new ReaderFault('mail reader thread did not start')),
      startLimitMs,
    )
    worker.on('message', (message: WorkerMessage) => answered(thread, message))
    worker.on('error', error => died(thread, error))
    worker.on('exit', () => died(thread, new Error('mail reader thread ended')))
  }

  function give(thread: Thread, task: Task): void {
    thread.tasks.push(task)
    if (thread.tasks.length === 1) {
      thread.worker.ref()
      thread.timer = setTimeout(() => timedOut(thread), limits.timeoutMs)
    }
    // A copy of exactly these bytes: a Buffer can be a small window on a large one, all of which would travel.
    const copy = new Uint8Array(task.raw)
    thread.worker.postMessage({ raw: copy, wanted: task.wanted, phase: task.phase } satisfies Question, [
      copy.buffer,
    ])
  }

  function answered(thread: Thread, message: WorkerMessage): void {
    if (!threads.has(thread)) return
    if (message.kind === 'ready') {
      thread.ready = true
      rest(thread)
      if (thread.only) give(thread, thread.only)
    } else {
      const task = thread.tasks.shift()
      thread.only = null
      if (thread.tasks.length > 0) thread.timer?.refresh()
      else rest(thread)
      if (message.kind === 'unreadable') task?.reject(new UnreadableMail(message.why))
      else if (message.kind === 'fault') task?.reject(new Error(`mail reader failed: ${message.message}`))
      else task?.resolve(message)
    }
    next()
  }

  /** When this process itself was busy, the answer may lie here unread; then it comes first. */
  function timedOut(thread: Thread): void {
    const [head] = thread.tasks
    setImmediate(() => {
      if (threads.has(thread) && thread.tasks[0] === head) end(thread, new UnreadableMail('too-slow'))
    })
  }

  function died(thread: Thread, error: Error): void {
    if (!threads.has(thread)) return
    const noMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    // A mail that takes its thread down is not to be blamed on us: it would do so again.
    if (thread.ready) end(thread, new UnreadableMail(noMemory ? 'memory' : 'malformed'))
    else startFailed(thread, new ReaderFault('mail reader thread did not start', { cause: error }))
  }

  /** Ends the thread. The mail that it was reading is tried once more, alone; those behind it are read by another. */
  function end(thread: Thread, why: UnreadableMail): void {
    const [guilty, ...innocent] = thread.tasks
    drop(thread)
    waiting.unshift(...innocent)
    if (guilty?.suspect) guilty.reject(why)
    else if (guilty) {
      guilty.suspect = true
      // There is room: a thread has just gone.
      start(guilty)
    }
    next()
  }

  /** Without threads no mail can be read; that is no fault of the mails, so nothing is quarantined for it. */
  function startFailed(thread: Thread, error: ReaderFault): void {
    drop(thread)
    thread.only?.reject(error)
    // Those that run take what waits; starting another at once would go round and round.
    if (threads.size > 0) return
    for (const task of waiting.splice(0)) task.reject(error)
  }

  /** An idle thread does not keep the process alive. */
  function rest(thread: Thread): void {
    if (thread.timer) clearTimeout(thread.timer)
    thread.timer = null
    thread.worker.unref()
  }

  function drop(thread: Thread): void {
    threads.delete(thread)
    thread.tasks = []
    rest(thread)
    void thread.worker.terminate()
  }

  function ask(question: Question): Promise<Answer> {
    if (closed) return Promise.reject(new ReaderFault('mail reader is closed'))
    // No thread is needed to see this.
    if (question.raw.length === 0) return Promise.reject(new UnreadableMail('empty'))
    return new Promise((resolve, reject) => {
      waiting.push({ ...question, suspect: false, resolve, reject })
      next()
    })
  }

  return {
    async read(raw, phase) {
      const answer = await ask({ raw, wanted: null, phase: phase ?? null })
      if (answer.kind !== 'letter') throw new Error('mail reader gave another answer')
      return withBareHeaders(answer.seen)
    },
    async openAttachment(raw, wanted) {
      const answer = await ask({ raw, wanted, phase: null })
      if (answer.kind !== 'attachment') throw new Error('mail reader gave another answer')
      return answer.bytes
    },
    async close() {
      closed = true
      const error = new ReaderFault('mail reader is closed')
      const all = [...threads]
      const open = [
        ...waiting.splice(0),
        ...all.flatMap(thread => [...thread.tasks, ...(thread.only ? [thread.only] : [])]),
      ]
      threads.clear()
      for (const thread of all) rest(thread)
      for (const task of open) task.reject(error)
      await Promise.all(all.map(thread => thread.worker.terminate()))
    },
  }
}

function hasRoom({ tasks }: Thread, task: Task): boolean {
  const bytes = tasks.reduce((sum, { raw }) => sum + raw.length, task.raw.length)
  return tasks.length === 0 || (tasks.length < mostMails && bytes <= mostBytes)
}

/** Header names come from strangers: `headers.constructor` must be undefined, not a function. */
function withBareHeaders(seen: SeenLetter): SeenLetter {
  Object.setPrototypeOf(seen.letter.headers, null)
  return seen
}
