import type { Person, Said } from '../../reply/incoming.ts'
import { mentionedPeople, plainText } from './plainText.ts'

/** A message as events and histories carry it; all fields come from outside. */
export interface SlackSaid {
  ts?: string | undefined
  thread_ts?: string | undefined
  user?: string | undefined
  bot_id?: string | undefined
  subtype?: string | undefined
  text?: string | undefined
  files?: readonly unknown[] | undefined
  attachments?: readonly unknown[] | undefined
}

/** Messages that a person newly wrote; every other subtype is an edit, a deletion, a join and the like (docs.slack.dev, "message event"). */
const written = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** Slackbot is no bot by its fields, but nobody. */
const slackbot = 'USLACKBOT'

/** A person wrote this: no bot, no edit, no notice of Slack's own. */
export function writtenByPerson(message: SlackSaid): message is SlackSaid & { ts: string; user: string } {
  return Boolean(
    message.ts &&
      message.user &&
      message.user !== slackbot &&
      !message.bot_id &&
      written.has(message.subtype),
  )
}

/** Addressed to us: answered as a mention, so it is nothing that we overhear. */
export function mentions(message: SlackSaid, userId: string): boolean {
  return mentionedPeople(message.text ?? '').includes(userId)
}

/** The root that a message answers; null at top level. Roots with answers carry their own address there. */
export function rootOf({ ts, thread_ts }: SlackSaid): string | null {
  return thread_ts && thread_ts !== ts ? thread_ts : null
}

/** Slack's text without markup; people are named as Vorgänge name them. Rejects as `personOf` does. */
export async function readable(
  slackText: string,
  botUserId: string | null,
  personOf: (id: string) => Promise<Person>,
): Promise<string> {
  const names = new Map<string, string>()
  for (const id of mentionedPeople(slackText)) if (id !== botUserId) names.set(id, (await personOf(id)).name)
  return plainText(slackText, botUserId, id => names.get(id) ?? null)
}

/** A message in a channel as the rest of the program knows it. Rejects as `personOf` does. */
export async function saidOf(
  message: SlackSaid & { ts: string },
  channel: string,
  us: { botUserId: string | null; personOf: (id: string) => Promise<Person> },
): Promise<Said> {
  return {
    address: message.ts,
    channel,
    thread: rootOf(message),
    // A message of another app has no person; its id is nobody's, so a guest.
    author: await us.personOf(message.user ?? message.bot_id ?? 'unbekannt'),
    text: await readable(message.text || sharedText(message), us.botUserId, us.personOf),
    at: instantOf(message.ts),
    files: message.files?.length ?? 0,
  }
}

/** What a forwarded message says: it hangs on an empty one. */
function sharedText({ attachments = [] }: SlackSaid): string {
  const shared = attachments as readonly { is_share?: boolean; is_msg_unfurl?: boolean; text?: string }[]
  return shared
    .flatMap(({ is_share, is_msg_unfurl, text }) => ((is_share || is_msg_unfurl) && text ? [text] : []))
    .join('\n')
}

/** "1713765240.000200" → "2024-04-22T05:54:00.000Z". */
export function instantOf(ts: string): string {
  return new Date(Number(ts) * 1000).toISOString()
}
