import type { webApi } from '@slack/bolt'
import type { Reply } from '../../reply/reply.ts'
import { blocksRefused, rateLimitSeconds, slackWord } from './failure.ts'
import type { SlackMessage } from './message.ts'
import type { Pace } from './pace.ts'
import { type Pictures, sendWithPictures } from './pictures.ts'

/** Somebody waits for the answer, so a short pause that Slack asks for is waited out; a long one is not. */
const patience = { attempts: 3, seconds: 30 }

/** Slack cannot show something to this person in this channel: we or they are not in it. */
const notThere = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel'])

export interface Mouth {
  client: webApi.WebClient
  pictures: Pictures
  pace: Pace
}

/** Where an answer goes; `channel` may be a person's id, which is the conversation with them. */
export interface AnswerPlace {
  channel: string
  thread: string | null
  user: string
  shared: boolean
}

/**
 * Answers where something was said. In a shared place an answer for the asker is shown to the asker only, or told in our
 * conversation where we are not in the channel.
 */
export async function answerIn(mouth: Mouth, place: AnswerPlace, reply: Reply): Promise<void> {
  if (!place.shared || reply.audience === 'everyone') return say(mouth, place.channel, place.thread, reply)
  try {
    await whisper(mouth, place, reply)
  } catch (error) {
    if (!notThere.has(slackWord(error))) throw error
    await say(mouth, place.user, null, reply)
  }
}

function say({ client, pictures, pace }: Mouth, channel: string, thread: string | null, reply: Reply) {
  const send = (content: SlackMessage) =>
    pace.inTurn(channel, () =>
      patiently(
        async () => {
          await client.chat.postMessage({ channel, ...content, ...(thread ? { thread_ts: thread } : {}) })
        },
        seconds => pace.quiet(channel, seconds),
      ),
    )
  return sendWithPictures(pictures, reply, send, blocksRefused)
}

function whisper({ client, pictures }: Mouth, { channel, thread, user }: AnswerPlace, reply: Reply) {
  const send = (content: SlackMessage) =>
    patiently(async () => {
      await client.chat.postEphemeral({
        channel,
        user,
        ...content,
        ...(thread ? { thread_ts: thread } : {}),
      })
    })
  return sendWithPictures(pictures, reply, send, blocksRefused)
}

/**
 * Answers through the address that came with a command or button. It works for 30 minutes, five times, and also in
 * channels that we are not a member of (docs.slack.dev, "Handling user interaction").
 */
export async function answerAt(
  { pictures, pace }: Pick<Mouth, 'pictures' | 'pace'>,
  responseUrl: string,
  reply: Reply,
  { channel, thread }: { channel: string; thread: string | null },
): Promise<void> {
  const send = (message: SlackMessage) =>
    patiently(
      () => postTo(responseUrl, message, reply, thread),
      seconds => pace.quiet(channel, seconds),
    )
  await sendWithPictures(
    pictures,
    reply,
    message => (reply.audience === 'asker' ? send(message) : pace.inTurn(channel, () => send(message))),
    contentRefused,
  )
}

async function postTo(responseUrl: string, message: SlackMessage, reply: Reply, thread: string | null) {
  const body = JSON.stringify({
    response_type: reply.audience === 'asker' ? 'ephemeral' : 'in_channel',
    replace_original: false,
    ...message,
    ...(thread ? { thread_ts: thread } : {}),
  })
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  })
  if (response.status === 429)
    throw Object.assign(new Error('retry-after'), {
      code: 'slack_webapi_rate_limited_error',
      retryAfter: Number(response.headers.get('retry-after')) || 1,
    })
  // The address itself is a credential and stays out of the message.
  if (!response.ok)
    throw Object.assign(new Error(`response_url: HTTP ${response.status}`), { status: response.status })
}

/** A response address says "invalid_blocks" with HTTP 400 or 404. */
function contentRefused(error: unknown): boolean {
  const { status } = error as { status?: number }
  return status === 400 || status === 404
}

/** `paused` hears how long Slack wants quiet, so that posts of the same channel do not queue up behind this answer. */
async function patiently(
  send: () => Promise<void>,
  paused: (seconds: number) => void = () => {},
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds === null || seconds > patience.seconds || attempt >= patience.attempts) throw error
      paused(seconds)
      await new Promise(resolve => setTimeout(resolve, seconds * 1000))
    }
  }
}
