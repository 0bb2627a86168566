import type { PlatformMemory } from '../chatTypes.ts'
import { type History, type Kept, later, newestIn, saidSince } from './history.ts'

/** How far a channel was read: from where we began, up to where everything was kept. Addresses of messages. */
interface Cursor {
  begun: string
  read: string
}

/** Slack may show a message a moment after a later one, so a round begins so many seconds before the cursor. */
const overlap = 60

/** After so many messages the cursor is saved, so that a long round that is broken off was not for nothing. */
const savedEvery = 100

/**
 * One round in one channel: all that was said since the cursor is handed to `keep`, in order, and the cursor follows as far as all was
 * kept. The first round begins at now: what was said before was said to others. False: something is left to do soon.
 */
export async function readBehind(options: {
  channel: string
  history: History
  memory: PlatformMemory
  /** False: not kept. Rejects when nothing can be kept now. */
  keep(channel: string, message: Kept): Promise<boolean>
  /** By channel: what the last round kept; a round begins a little before the cursor. */
  kept: Map<string, Set<string>>
}): Promise<boolean> {
  const { channel, history, memory, keep, kept } = options
  const key = `gelesen:${channel}`
  const cursor = await memory.get<Cursor>(key)
  if (cursor === null) {
    const now = await newestIn(history, channel)
    await memory.set(key, { begun: now, read: now } satisfies Cursor)
    return true
  }
  const from = Math.max(Number(cursor.begun), Number(cursor.read) - overlap).toFixed(6)
  const { messages, upTo } = await saidSince(history, channel, from)
  const before = kept.get(channel) ?? new Set()
  const now = new Set<string>()
  let reached = cursor.read
  let saved = reached
  let allKept = true

  async function save() {
    if (reached !== saved) await memory.set(key, { ...cursor, read: reached })
    saved = reached
  }

  for (const [i, message] of messages.entries()) {
    history.signal.throwIfAborted()
    const done = before.has(message.ts) || (await keep(channel, message))
    if (done) now.add(message.ts)
    allKept &&= done
    if (allKept && later(message.ts, reached)) reached = message.ts
    if (i % savedEvery === savedEvery - 1) await save()
  }
  if (allKept && upTo !== null && later(upTo, reached)) reached = upTo
  kept.set(channel, now)
  await save()
  return allKept && upTo === null
}
