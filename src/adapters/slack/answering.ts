import type { webApi } from '@slack/bolt'
import type { Reply } from '../../reply/reply.ts'
import { blocksRefused, rateLimitSeconds } from './failure.ts'
import type { SlackMessage } from './message.ts'
import { type Pictures, sendWithPictures } from './pictures.ts'

/** Somebody waits for the answer, so a short pause that Slack asks for is waited out; a long one is not. */
const patience = { attempts: 3, seconds: 30 }

/** Answers where something was said. In a shared place an answer for the asker is shown to the asker only. */
export async function answerIn(
  { client, pictures }: { client: webApi.WebClient; pictures: Pictures },
  place: { channel: string; thread: string | null; user: string; shared: boolean },
  reply: Reply,
): Promise<void> {
  const send = (content: SlackMessage) => {
    const message = {
      channel: place.channel,
      ...content,
      ...(place.thread ? { thread_ts: place.thread } : {}),
    }
    return patiently(async () => {
      if (place.shared && reply.audience === 'asker')
        await client.chat.postEphemeral({ ...message, user: place.user })
      else await client.chat.postMessage(message)
    })
  }
  await sendWithPictures(pictures, reply, send, blocksRefused)
}

/**
 * Answers through the address that came with a command or button. It works for 30 minutes, five times, and also in
 * channels that we are not a member of (docs.slack.dev, "Handling user interaction").
 */
export async function answerAt(
  pictures: Pictures,
  responseUrl: string,
  reply: Reply,
  thread: string | null,
): Promise<void> {
  await sendWithPictures(
    pictures,
    reply,
    message => postTo(responseUrl, message, reply, thread),
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
  await patiently(async () => {
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
  })
}

/** A response address says "invalid_blocks" with HTTP 400 or 404. */
function contentRefused(error: unknown): boolean {
  const { status } = error as { status?: number }
  return status === 400 || status === 404
}

async function patiently(send: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds === null || seconds > patience.seconds || attempt >= patience.attempts) throw error
      await new Promise(resolve => setTimeout(resolve, seconds * 1000))
    }
  }
}
