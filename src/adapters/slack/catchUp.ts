import type { Logger } from 'pino'
import type { PlatformMemory } from '../chatTypes.ts'
import { deafWords, slackWord } from './failure.ts'
import type { Hearing } from './hearing.ts'
import { type History, later, newestIn, saidSince } from './history.ts'
import type { SlackSaid } from './said.ts'

/** Milliseconds. */
export interface CatchUpTimes {
  /** Between rounds when nothing is open. */
  every: number
  /** First and longest pause when something is. */
  pause: number
  longestPause: number
}

export const usualCatchUpTimes: CatchUpTimes = { every: 300_000, pause: 2_000, longestPause: 60_000 }

export interface CatchUp {
  /** There may be something new to find. */
  soon(): void
  /** An event whose message could not be kept. */
  missed(channel: string, message: SlackSaid): void
  /** Channels that we may not read, by Slack's word for why. */
  deaf(): ReadonlyMap<string, string>
  stop(): Promise<void>
}

/** What is rejected although the database takes other things is tried so often, and then set aside. */
const strikesAllowed = 10

/** So many messages wait in memory at most; those of read channels stand in Slack anyway. */
const mostOpen = 10_000

/** How far a channel was read: from where we began, up to where everything was kept. Addresses of messages. */
interface Cursor {
  begun: string
  read: string
}

/** Slack may show a message a moment after a later one, so a round begins so many seconds before the cursor. */
const overlap = 60

/**
 * Nothing that is said in these channels gets lost: an event is acknowledged before it is kept, and a process may die between, or
 * Slack find nobody to tell. So each channel is read behind a cursor, which moves only over what was kept; what events have told
 * already is told again and kept once.
 */
export function catchUp(options: {
  channels: readonly string[]
  hearing: Pick<Hearing, 'tell'>
  history: Omit<History, 'signal'>
  memory: PlatformMemory
  /** False while Slack has not told who we are: nobody can say what is addressed to us. */
  ready(): Promise<boolean>
  log: Logger
  times?: CatchUpTimes
}): CatchUp {
  const { channels, hearing, memory, log, times = usualCatchUpTimes } = options
  const stopping = new AbortController()
  const history = { ...options.history, signal: stopping.signal }
  const deaf = new Map<string, string>()
  const strikes = new Map<string, number>()
  /** Read and kept within the overlap. */
  const kept = new Map<string, Set<string>>()
  const open: { channel: string; message: SlackSaid }[] = []
  let wake = Promise.withResolvers<void>()

  /** False: not kept yet. Rejects when the database is away. */
  async function told(channel: string, message: SlackSaid): Promise<boolean> {
    try {
      await hearing.tell(channel, message)
      return true
    } catch (error) {
      await memory.set('probe', message.ts)
      // The database takes this, so it is the message. One that never goes through must not stop all that follow.
      const name = `${channel}:${message.ts}`
      const count = (strikes.get(name) ?? 0) + 1
      strikes.set(name, count)
      if (count < strikesAllowed) return false
      strikes.delete(name)
      log.error({ err: error, address: message.ts }, 'Slack: Nachricht nicht aufgenommen')
      return true
    }
  }

  /** False: something is left to do soon. */
  async function channelRound(channel: string): Promise<boolean> {
    const cursor = await memory.get<Cursor>(cursorKey(channel))
    if (cursor === null) {
      // What was said before we were here was said to others.
      const now = await newestIn(history, channel)
      await memory.set(cursorKey(channel), { begun: now, read: now } satisfies Cursor)
      return true
    }
    const from = Math.max(Number(cursor.begun), Number(cursor.read) - overlap).toFixed(6)
    const { messages, upTo } = await saidSince(history, channel, from)
    const before = kept.get(channel) ?? new Set()
    const now = new Set<string>()
    let reached = cursor.read
    let allKept = true
    for (const message of messages) {
      stopping.signal.throwIfAborted()
      const done = before.has(message.ts) || (await told(channel, message))
      if (done) now.add(message.ts)
      allKept &&= done
      if (allKept && later(message.ts, reached)) reached = message.ts
    }
    if (allKept && upTo !== null && later(upTo, reached)) reached = upTo
    kept.set(channel, now)
    if (reached !== cursor.read) await memory.set(cursorKey(channel), { ...cursor, read: reached })
    return allKept && upTo === null
  }

  async function heardIn(channel: string): Promise<boolean> {
    try {
      const done = await channelRound(channel)
      deaf.delete(channel)
      return done
    } catch (error) {
      if (stopping.signal.aborted) return true
      const word = slackWord(error)
      if (!deafWords.has(word)) {
        log.warn({ channel, err: error }, 'Slack: Kanal nicht nachgelesen')
        return false
      }
      if (deaf.get(channel) !== word)
        log.warn({ channel, word }, 'Slack: In diesem Kanal hört die App nichts')
      deaf.set(channel, word)
      return true
    }
  }

  /** What events told and nobody could keep, wherever it was said. */
  async function openRound(): Promise<boolean> {
    for (let count = open.length; count > 0 && !stopping.signal.aborted; count--) {
      const next = open[0]! // there are `count` of them
      if (!(await told(next.channel, next.message).catch(() => null))) return false
      open.shift()
    }
    return true
  }

  async function loop() {
    let failures = 0
    while (!stopping.signal.aborted) {
      wake = Promise.withResolvers()
      let done = await options.ready()
      if (done) {
        done = await openRound()
        for (const channel of channels) done = (await heardIn(channel)) && done
      }
      failures = done ? 0 : failures + 1
      const backOff = Math.min(times.longestPause, times.pause * 2 ** Math.min(failures - 1, 16))
      await Promise.race([wake.promise, sleep(done ? times.every : backOff)])
    }
  }
  const ended = loop()

  return {
    soon: () => wake.resolve(),
    missed(channel, message) {
      if (open.length < mostOpen) open.push({ channel, message })
      // Not at once: what failed a moment ago fails again.
      setTimeout(() => wake.resolve(), times.pause).unref()
    },
    deaf: () => deaf,
    async stop() {
      stopping.abort()
      wake.resolve()
      await Promise.race([ended, sleep(3_000)])
    },
  }
}

const cursorKey = (channel: string) => `gelesen:${channel}`

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref()
  })
}
