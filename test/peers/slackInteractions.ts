import { randomUUID } from 'node:crypto'
import type { PeerView } from './slackViews.ts'
import type { PeerMessage } from './slackWebApi.ts'

/** What a person said in a channel, as an event tells it. */
export function channelMessage(
  message: PeerMessage,
  channel = 'C0PROJEKT',
  kind: 'channel' | 'group' = 'channel',
) {
  const { blocks: _blocks, ...said } = message
  return { type: 'message', channel_type: kind, channel, event_ts: message.ts, ...said }
}

export function reaction(on: { ts: string; channel?: string; emoji?: string; user?: string }) {
  const { ts, channel = 'C0PROJEKT', emoji = 'ticket', user = 'U0COORD' } = on
  return {
    type: 'reaction_added',
    user,
    reaction: emoji,
    item_user: 'U0SCHUL',
    item: { type: 'message', channel, ts },
    event_ts: '1713765250.000100',
  }
}

/** The entry of ours in the menu of a message. */
export function messageShortcut(on: {
  message: PeerMessage
  responseUrl: string
  channel?: string
  user?: string
}) {
  const { message, responseUrl, channel = 'C0PROJEKT', user = 'U0COORD' } = on
  return {
    type: 'message_action',
    callback_id: 'kla_take_in',
    trigger_id: randomUUID(),
    message_ts: message.ts,
    response_url: responseUrl,
    message: { type: 'message', ...message },
    user: { id: user, name: 'koordination' },
    channel: { id: channel, name: 'projekt' },
    team: { id: 'T01', domain: 'kreis' },
    action_ts: '1713765250.000100',
    is_enterprise_install: false,
  }
}

export function homeOpened(user = 'U0COORD', channel = 'D0COORD', tab: 'home' | 'messages' = 'home') {
  return { type: 'app_home_opened', user, channel, tab, event_ts: '1713765250.000100' }
}

export function linkShared(on: { url: string; ts: string; channel?: string; source?: string }) {
  const { url, ts, channel = 'C0PROJEKT', source = 'conversations_history' } = on
  return {
    type: 'link_shared',
    channel,
    is_bot_user_member: true,
    user: 'U0COORD',
    message_ts: ts,
    unfurl_id: `C123.${ts}`,
    source,
    links: [{ domain: new URL(url).hostname, url }],
    event_ts: ts,
  }
}

/** A button that stands in a modal or on the App Home. */
export function pressedInView(press: { view: PeerView; value: string; trigger: string; actionId: string }) {
  const { view, value, trigger, actionId } = press
  return {
    type: 'block_actions',
    user: { id: 'U0COORD', team_id: 'T01' },
    api_app_id: 'A01',
    team: { id: 'T01', domain: 'kreis' },
    container: { type: 'view', view_id: view.id },
    view,
    trigger_id: trigger,
    actions: [{ type: 'button', action_id: actionId, block_id: 'b0', value, action_ts: '1713765242.1' }],
  }
}

/** A modal that was filled in and sent: values by id of the block, as Slack gives them back. */
export function sentView(view: PeerView, values: Record<string, object>, user = 'U0COORD') {
  return {
    type: 'view_submission',
    team: { id: 'T01', domain: 'kreis' },
    user: { id: user, name: 'koordination', team_id: 'T01' },
    api_app_id: 'A01',
    token: 'unused',
    trigger_id: randomUUID(),
    response_urls: [],
    is_enterprise_install: false,
    view: {
      ...view,
      state: {
        values: Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { wert: value }])),
      },
    },
  }
}
