import type { Logger } from 'pino'
import type { PlatformMemory } from '../chatTypes.ts'
import { deafWords, slackWord } from './failure.ts'
import type { Hearing } from './hearing.ts'
import type { History } from './history.ts'
import { readBehind } from './readBehind.ts'
import type { SlackSaid } from './said.ts'

/** Milliseconds. */
export interface CatchUpTimes {
  /** Between rounds when nothing is open. */
  every: number
  /** First and longest pause when something is. */
  pause: number
  longestPause: number
}

const usualCatchUpTimes: CatchUpTimes = { every: 300_000, pause: 2_000, longestPause: 60_000 }

export interface CatchUp {
  /** There may be something new to find. */
  soon(): void
  /** An event whose message could not be kept. `mentioned`: it mentions us and is no order. */
  missed(channel: string, message: SlackSaid, mentioned: boolean): void
  /** Channels that we may not read, by Slack's word for why. */
  deaf(): ReadonlyMap<string, string>
  stop(): Promise<void>
}

/** What is rejected although the database takes other things is tried so often, and then set aside. */
const strikesAllowed = 10

/** So many messages wait in memory at most; those of read channels stand in Slack anyway. */
const mostOpen = 10_000

/**
 * Nothing that is said in these channels gets lost: an event is acknowledged before it is kept, and a process may die between, or
 * Slack find nobody to tell. So each channel is read behind a cursor, which moves only over what was kept; what events have told
 * already is told again and kept once.
 */
export function catchUp(options: {
  channels: readonly string[]
  hearing: Pick<Hearing, 'tell' | 'tellMention'>
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
  /** By channel: what the last round kept. */
  const kept = new Map<string, Set<string>>()
  const open: { channel: string; message: SlackSaid; mentioned: boolean }[] = []
  let wake = Promise.withResolvers<void>()

  /** False: not kept yet. Rejects when the database is away. */
  async function told(channel: string, message: SlackSaid, mentioned = false): Promise<boolean> {
    try {
      await (mentioned ? hearing.tellMention(channel, message) : hearing.tell(channel, message))
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

  async function heardIn(channel: string): Promise<boolean> {
    try {
      const done = await readBehind({
        channel,
        history,
        memory,
        keep: (id, message) => told(id, message),
        kept,
      })
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
      if (!(await told(next.channel, next.message, next.mentioned).catch(() => null))) return false
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
    missed(channel, message, mentioned) {
      if (open.length < mostOpen) open.push({ channel, message, mentioned })
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

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref()
  })
}
