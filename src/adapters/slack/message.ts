import type { types } from '@slack/bolt'
import type { PictureBlock, Reply } from '../../reply/reply.ts'
import { renderSlack } from './renderSlack.ts'

/** What every message of ours has in common. */
export interface SlackMessage {
  /** For notifications and screen readers; shown where blocks cannot be. */
  text: string
  blocks: types.KnownBlock[]
  unfurl_links: false
  unfurl_media: false
}

/** A Reply as a Slack message. Links are not unfurled: a preview would fetch and show more than we decided to say. */
export function slackMessage(reply: Reply, files?: ReadonlyMap<PictureBlock, string>): SlackMessage {
  const { text, blocks } = renderSlack(reply, files)
  return { text, blocks, unfurl_links: false, unfurl_media: false }
}

/** A sentence of our own as an answer. */
export function sentence(summary: string): Reply {
  return { summary, blocks: [{ kind: 'text', text: summary }], audience: 'asker' }
}
