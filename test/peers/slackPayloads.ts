import { createHmac, randomUUID } from 'node:crypto'

/** What Slack sends when a person types a slash command. Invented people and channels. */
export function slashCommand(said: {
  command?: string
  text: string
  user?: string
  channel?: string
  responseUrl: string
}) {
  return {
    token: 'unused',
    team_id: 'T01',
    team_domain: 'kreis',
    channel_id: said.channel ?? 'C0PROJEKT',
    channel_name: said.channel?.startsWith('D') ? 'directmessage' : 'projekt',
    user_id: said.user ?? 'U0COORD',
    user_name: 'koordination',
    command: said.command ?? '/kla',
    text: said.text,
    api_app_id: 'A01',
    is_enterprise_install: 'false',
    response_url: said.responseUrl,
    trigger_id: randomUUID(),
  }
}

/** An Events API callback; a repeat by Slack carries the same `eventId`. */
export function eventCallback(event: object, eventId = `Ev${randomUUID()}`) {
  return {
    token: 'unused',
    team_id: 'T01',
    api_app_id: 'A01',
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: 1713765240,
    authorizations: [{ team_id: 'T01', user_id: 'U0KLABOT', is_bot: true, is_enterprise_install: false }],
  }
}

export function mention(said: {
  text: string
  channel?: string
  thread?: string
  user?: string
  [more: string]: unknown
}) {
  const { text, channel = 'C0PROJEKT', thread, user = 'U0COORD', ...more } = said
  const ts = '1713765240.000200'
  return {
    type: 'app_mention',
    user,
    text,
    ts,
    channel,
    event_ts: ts,
    ...(thread ? { thread_ts: thread } : {}),
    ...more,
  }
}

export function directMessage(said: {
  text: string
  channel?: string
  user?: string
  [more: string]: unknown
}) {
  const { text, channel = 'D0COORD', user = 'U0COORD', ...more } = said
  const ts = '1713765241.000300'
  return { type: 'message', channel_type: 'im', user, text, ts, channel, event_ts: ts, ...more }
}

/** A pressed button. `message` is the post it stands on; `ephemeral` ones have none that others can see. */
export function pressedButton(press: {
  value: string
  responseUrl: string
  message: string
  channel?: string
  thread?: string
  ephemeral?: boolean
  user?: string
}) {
  const channel = press.channel ?? 'C0PROJEKT'
  return {
    type: 'block_actions',
    user: { id: press.user ?? 'U0COORD', team_id: 'T01' },
    api_app_id: 'A01',
    team: { id: 'T01', domain: 'kreis' },
    container: {
      type: 'message',
      message_ts: press.message,
      channel_id: channel,
      is_ephemeral: press.ephemeral ?? false,
      ...(press.thread ? { thread_ts: press.thread } : {}),
    },
    channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'projekt' },
    ...(press.ephemeral
      ? {}
      : {
          message: {
            ts: press.message,
            ...(press.thread ? { thread_ts: press.thread } : {}),
            type: 'message',
          },
        }),
    response_url: press.responseUrl,
    trigger_id: randomUUID(),
    actions: [
      { type: 'button', action_id: 'a0', block_id: 'b0', value: press.value, action_ts: '1713765242.1' },
    ],
  }
}

/**
 * Posts to our HTTP route as Slack does, signed with `secret` at `at`.
 * docs.slack.dev, "Verifying requests from Slack".
 */
export async function postSigned(
  url: string,
  secret: string,
  payload: { kind: 'command' | 'event' | 'interactive'; body: object; headers?: Record<string, string> },
  at: Date = new Date(),
): Promise<Response> {
  const form = payload.kind !== 'event'
  const body =
    payload.kind === 'command'
      ? new URLSearchParams(payload.body as Record<string, string>).toString()
      : payload.kind === 'interactive'
        ? new URLSearchParams({ payload: JSON.stringify(payload.body) }).toString()
        : JSON.stringify(payload.body)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...payload.headers,
    },
    body,
  })
}
