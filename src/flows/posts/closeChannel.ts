import type { Temporal } from 'temporal-polyfill'
import { markClosed } from '../../db/closedChannels.ts'
import type { Queries } from '../../db/connect.ts'
import { announcementKey, insertPosts, type Post } from '../../db/posts.ts'
import { closedChannelNews, postElsewhere } from '../../texts/closedChannel.ts'
import { type OperatorNeeds, tellOperators } from '../upkeep/tellOperators.ts'

export interface ClosedChannelNeeds extends OperatorNeeds {
  /** How operators call a channel: "Slack-Kanal „schulen“ (C012AB3CD)", and the setting that names it. */
  channelWords(platform: string, channel: string): { name: string; setting: string }
}

/** A channel takes nothing from us any more: that is marked, and operators are told once a channel. */
export async function noteClosed(
  needs: ClosedChannelNeeds,
  tx: Queries,
  post: Pick<Post, 'programmeId' | 'platform' | 'channel'>,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  const { platform, channel } = post
  const at = now.toString()
  if (!(await markClosed(tx, post, reason, at))) return
  const words = needs.channelWords(platform, channel)
  const others = { ...needs, postTargets: elsewhere(needs, post) }
  const news = closedChannelNews(words.name, words.setting, { since: at, reason })
  await tellOperators(others, tx, `channel-closed:${platform}:${channel}:${at}`, news, now)
}

/**
 * A channel refused a post for good. Operators are told once a channel; the post goes to the channel for everything else of its platform,
 * where that is another one. A message below somebody's question belongs nowhere else.
 */
export async function closeChannel(
  needs: ClosedChannelNeeds,
  tx: Queries,
  post: Post,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  const { platform, channel } = post
  await noteClosed(needs, tx, post, reason, now)
  const instead = needs.postTargets('sonst').find(place => place.platform === platform)
  if (!instead || instead.channel === channel || isReplyInThread(post)) return
  const postIds = await insertPosts(tx, [
    {
      programmeId: post.programmeId,
      ticketId: post.ticketId,
      key: keyIn(instead.channel, post),
      ...instead,
      reply: postElsewhere(post.reply, needs.channelWords(platform, channel).name),
      state: 'ready',
      createdAt: now.toString(),
    },
  ])
  await needs.enqueue(
    tx,
    'postToChat',
    postIds.map(postId => ({ postId })),
  )
}

/** Said below a message of the chat; the announcement of a Vorgang is more than that, wherever it stands. */
function isReplyInThread({ thread, ticketId, key }: Post): boolean {
  return thread !== null && !(ticketId !== null && key.startsWith(`${announcementKey(ticketId)}:`))
}

/** All channels of the house but the closed one. */
function elsewhere(
  { postTargets }: OperatorNeeds,
  { platform, channel }: Pick<Post, 'platform' | 'channel'>,
): OperatorNeeds['postTargets'] {
  return name => postTargets(name).filter(place => place.platform !== platform || place.channel !== channel)
}

/** The key that the same news has there anyway (postsIn.ts), so that it is said there once. */
function keyIn(channel: string, { key, platform, channel: closed }: Post): string {
  const here = `:${platform}:${closed}`
  return key.endsWith(here)
    ? `${key.slice(0, -here.length)}:${platform}:${channel}`
    : `${key}:${platform}:${channel}`
}
