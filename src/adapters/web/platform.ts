import type { Temporal } from 'temporal-polyfill'
import type { ChatPlatform } from '../chatTypes.ts'
import type { LiveFeed } from './liveFeed.ts'
import { type PictureAddress, postHtml } from './page.ts'
import type { WebPost } from './webPost.ts'

/** Posts that the database may not list yet, because they are being posted just now. */
const remembered = 200

/**
 * The page as a chat platform: a post goes to all browsers that are connected to this process, the others find it in the
 * database when they load the page. The address is the key itself, so posting twice shows one post.
 */
export function webPlatform(options: {
  feed: LiveFeed
  now(): Temporal.Instant
  pictureAddress: PictureAddress
  recentPosts(): Promise<WebPost[]>
}): { platform: ChatPlatform; posts(): Promise<WebPost[]> } {
  const latest = new Map<string, WebPost>()

  function show(post: WebPost) {
    latest.set(post.address, post)
    for (const oldest of latest.keys()) {
      if (latest.size <= remembered) break
      latest.delete(oldest)
    }
    options.feed.send('beitrag', {
      address: post.address,
      thread: post.thread,
      summary: post.reply.summary,
      html: postHtml(post, options.now(), options.pictureAddress).html,
    })
  }

  async function posts() {
    const stored = await options.recentPosts()
    const all = new Map([...stored.map(post => [post.address, post] as const), ...latest])
    return [...all.values()].toSorted((a, b) => b.at.localeCompare(a.at))
  }

  return {
    posts,
    platform: {
      name: 'web',
      async post(channel, reply, key, thread) {
        show({ address: key, channel, thread, reply, at: latest.get(key)?.at ?? options.now().toString() })
        return { kind: 'posted', address: key }
      },
      async update(channel, address, reply) {
        const before = (await posts()).find(post => post.address === address)
        show({ thread: null, at: options.now().toString(), ...before, address, channel, reply })
        return { kind: 'posted', address }
      },
      findPost: async (_channel, key) => (latest.has(key) ? key : null),
    },
  }
}
