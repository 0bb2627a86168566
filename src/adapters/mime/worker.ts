import { parentPort, workerData } from 'node:worker_threads'
import { classifyLetter, type SeenLetter } from '../../domain/classify/classifyLetter.ts'
import type { Profile, TenderPhase } from '../../domain/programme/profile.ts'
import { programmeOf } from '../../domain/programme/programme.ts'
import { programmeInPhase } from '../../domain/tender/phaseOf.ts'
import { type AttachmentWanted, attachmentBytes } from './openAttachment.ts'
import { readLetter } from './readLetter.ts'
import { type UnreadableKind, UnreadableMail } from './unreadable.ts'

/** What the worker says to the pool. 'ready' once, after its modules are loaded. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'letter'; seen: SeenLetter }
  | { kind: 'attachment'; bytes: Uint8Array | null }
  | { kind: 'unreadable'; why: UnreadableKind }
  | { kind: 'fault'; message: string }

/** What the pool asks: the letter in these bytes, or one attachment of it. */
export interface Question {
  raw: Uint8Array
  wanted: AttachmentWanted | null
  /** Where the programme's tender stands; null: as the profile says. */
  phase: TenderPhase | null
}

/** What the pool gives a worker at its start. */
export interface WorkerStart {
  profile: Profile
}

const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread only')

const programme = programmeOf((workerData as WorkerStart).profile)

// One after another, so that the pool knows which mail a thread hangs on.
let last = Promise.resolve()
port.on('message', (question: Question) => {
  last = last.then(async () => port.postMessage(await answerTo(question)))
})
port.postMessage({ kind: 'ready' } satisfies WorkerMessage)

async function answerTo({ raw, wanted, phase }: Question): Promise<WorkerMessage> {
  try {
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
    if (wanted) return { kind: 'attachment', bytes: await attachmentBytes(bytes, wanted) }
    const letter = await readLetter(bytes)
    return {
      kind: 'letter',
      seen: { letter, classification: classifyLetter(programmeInPhase(programme, phase), letter) },
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
