import type { NewPost } from '../../db/posts.ts'

/** A channel of a platform; `thread`: address of the message there that is answered. */
export type PostPlace = Pick<NewPost, 'platform' | 'channel' | 'thread'>

/** What is said. `key` names what may be said once only in each channel, e.g. "quarantine:17". */
export type News = Pick<NewPost, 'programmeId' | 'key' | 'reply' | 'ticketId'>

/** The same news as a post for each of these channels. `createdAt` is an ISO instant. */
export function postsIn(places: readonly PostPlace[], news: News, createdAt: string): NewPost[] {
  return places.map(({ platform, channel, thread = null }) => ({
    programmeId: news.programmeId,
    ticketId: news.ticketId ?? null,
    key: `${news.key}:${platform}:${channel}`,
    platform,
    channel,
    thread,
    reply: news.reply,
    state: 'ready',
    createdAt,
  }))
}
