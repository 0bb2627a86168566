import { parentPort } from 'node:worker_threads'
import type { Letter } from '../../domain/mail/letter.ts'
import { readLetter } from './readLetter.ts'
import { type UnreadableKind, UnreadableMail } from './unreadable.ts'

/** What the worker says to the pool. 'ready' once, after its modules are loaded. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'letter'; letter: Letter }
  | { kind: 'unreadable'; why: UnreadableKind }
  | { kind: 'fault'; message: string }

const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread only')

// One after another, so that the pool knows which mail a thread hangs on.
let last = Promise.resolve()
port.on('message', (raw: Uint8Array) => {
  last = last.then(async () => port.postMessage(await answerTo(raw)))
})
port.postMessage({ kind: 'ready' } satisfies WorkerMessage)

async function answerTo(raw: Uint8Array): Promise<WorkerMessage> {
  try {
    return {
      kind: 'letter',
      letter: await readLetter(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)),
    }
  } catch (error) {
    if (error instanceof UnreadableMail) return { kind: 'unreadable', why: error.kind }
    // A fault of ours, not of the mail. Only its class and place travel: messages can quote the mail.
    const place =
      error instanceof Error ? (error.stack?.split('\n').find(line => line.includes(' at ')) ?? '') : ''
    return {
      kind: 'fault',
      message: `${error instanceof Error ? error.name : 'error'}${place.replace(/\s+/g, ' ')}`,
    }
  }
}
