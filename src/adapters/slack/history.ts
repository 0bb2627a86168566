import { setTimeout as pause } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import { rateLimitSeconds } from './failure.ts'
import type { SlackSaid } from './said.ts'

/** A message of a channel's history; roots say when they were last answered. */
export type Kept = SlackSaid & { ts: string; latest_reply?: string | undefined }

/** Slack recommends pages of at most 200 and allows about 50 such calls a minute (docs.slack.dev, "conversations.history"). */
const limits = { page: 200, pages: 25, attempts: 8 }

/** How far behind the cursor a question may lie whose answers are still found, in seconds. */
const threadsLive = 14 * 86_400

export interface History {
  client: webApi.WebClient
  /** Ends all waiting. */
  signal: AbortSignal
}

/** The message at this address, in a channel or in one of its threads; null when there is none for us. */
export async function messageAt(client: webApi.WebClient, channel: string, ts: string): Promise<Kept | null> {
  const exactly = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 }
  const { messages = [] } = await client.conversations.history(exactly)
  const found = messages.find(message => message.ts === ts)
  if (found) return found as Kept
  // Answers in threads stand in no history of the channel.
  const replies = await client.conversations.replies({ ...exactly, ts, limit: 10 }).catch(() => null)
  return (replies?.messages?.find(message => message.ts === ts) as Kept | undefined) ?? null
}

/** The address of the newest thing in a channel, answers included; "0" where nothing was ever said. */
export async function newestIn({ client, signal }: History, channel: string): Promise<string> {
  const { messages = [] } = await patiently(signal, () =>
    client.conversations.history({ channel, limit: limits.page }),
  )
  return newest(['0', ...(messages as Kept[]).flatMap(({ ts, latest_reply }) => [ts, latest_reply ?? ts])])
}

/**
 * All that was said in a channel after `cursor`, answers in threads included, in the order in which it was said. `upTo`: everything up
 * to this address was read; null: all there is.
 */
export async function saidSince(
  history: History,
  channel: string,
  cursor: string,
): Promise<{ messages: Kept[]; upTo: string | null }> {
  let upTo: string | null = null
  let fresh = await between(history, channel, cursor, upTo)
  // Weeks away from a busy channel: the older half first.
  for (let end = Date.now() / 1000; !fresh.whole; fresh = await between(history, channel, cursor, upTo)) {
    end = (Number(cursor) + end) / 2
    upTo = end.toFixed(6)
  }
  const older = await between(history, channel, (Number(cursor) - threadsLive).toFixed(6), cursor)
  const all = new Map(fresh.messages.map(message => [message.ts, message]))
  for (const { ts, latest_reply } of [...older.messages, ...fresh.messages]) {
    if (latest_reply === undefined || !later(latest_reply, cursor)) continue
    for (const answer of await repliesSince(history, channel, ts, cursor)) all.set(answer.ts, answer)
  }
  const messages = [...all.values()]
    .filter(({ ts }) => later(ts, cursor) && (upTo === null || !later(ts, upTo)))
    .sort((one, other) => (later(one.ts, other.ts) ? 1 : -1))
  return { messages, upTo }
}

/** What was read, and whether that is all. */
interface Read {
  messages: Kept[]
  whole: boolean
}

/** What stands in the channel itself after `oldest`, up to `latest`. */
function between(
  { client, signal }: History,
  channel: string,
  oldest: string,
  latest: string | null,
): Promise<Read> {
  const span = { channel, oldest, ...(latest === null ? {} : { latest, inclusive: true }) }
  return pages(signal, cursor => client.conversations.history({ ...span, limit: limits.page, ...cursor }))
}

/** The answers of one thread after `oldest`; of an endless one the first. */
async function repliesSince(
  { client, signal }: History,
  channel: string,
  ts: string,
  oldest: string,
): Promise<Kept[]> {
  const read = await pages(signal, cursor =>
    client.conversations.replies({ channel, ts, oldest, limit: limits.page, ...cursor }),
  )
  return read.messages
}

async function pages(
  signal: AbortSignal,
  read: (
    cursor: { cursor: string } | object,
  ) => Promise<webApi.ConversationsHistoryResponse | webApi.ConversationsRepliesResponse>,
): Promise<Read> {
  const found: Kept[] = []
  let cursor: string | undefined
  for (let page = 0; page < limits.pages; page++) {
    const { messages = [], response_metadata } = await patiently(signal, () => read(cursor ? { cursor } : {}))
    found.push(...(messages as Kept[]))
    cursor = response_metadata?.next_cursor || undefined
    if (!cursor) return { messages: found, whole: true }
  }
  return { messages: found, whole: false }
}

/** Waits as long as Slack asks for; rejects with everything else, and when it is to end. */
async function patiently<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await call()
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds === null || attempt >= limits.attempts) throw error
      await pause(seconds * 1000, undefined, { signal, ref: false })
    }
  }
}

/** Addresses are instants of Slack's clock, "1713765240.000200"; as numbers they keep their order. */
export function later(one: string, other: string): boolean {
  return Number(one) > Number(other)
}

function newest(addresses: readonly string[]): string {
  return addresses.reduce((best, each) => (later(each, best) ? each : best))
}
