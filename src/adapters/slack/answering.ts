import type { webApi } from '@slack/bolt'
import type { Reply } from '../../reply/reply.ts'
import { rateLimitSeconds } from './failure.ts'
import { slackMessage } from './message.ts'

/** Somebody waits for the answer, so a short pause that Slack asks for is waited out; a long one is not. */
const patience = { attempts: 3, seconds: 30 }

/** Answers where something was said. In a shared place an answer for the asker is shown to the asker only. */
export async function answerIn(
  client: webApi.WebClient,
  place: { channel: string; thread: string | null; user: string; shared: boolean },
  reply: Reply,
): Promise<void> {
  const message = {
    channel: place.channel,
    ...slackMessage(reply),
    ...(place.thread ? { thread_ts: place.thread } : {}),
  }
  await patiently(async () => {
    if (place.shared && reply.audience === 'asker')
      await client.chat.postEphemeral({ ...message, user: place.user })
    else await client.chat.postMessage(message)
  })
}

/**
 * Answers through the address that came with a command or button. It works for 30 minutes, five times, and also in
 * channels that we are not a member of (docs.slack.dev, "Handling user interaction").
 */
export async function answerAt(responseUrl: string, reply: Reply, thread: string | null): Promise<void> {
  const body = JSON.stringify({
    response_type: reply.audience === 'asker' ? 'ephemeral' : 'in_channel',
    replace_original: false,
    ...slackMessage(reply),
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
    if (!response.ok) throw new Error(`response_url: HTTP ${response.status}`)
  })
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
