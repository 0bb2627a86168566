import type { Queries } from '../../db/connect.ts'
import { insertPosts } from '../../db/posts.ts'
import type { EnqueueJobs } from '../needs.ts'
import { type News, type PostPlace, postsIn } from './postsIn.ts'

/** Writes news for these channels, once each, and the jobs that post them, in the transaction of their cause. */
export async function postNews(
  needs: { enqueue: EnqueueJobs },
  tx: Queries,
  places: readonly PostPlace[],
  news: News,
  createdAt: string,
  options: { urgent?: boolean } = {},
): Promise<void> {
  const postIds = await insertPosts(tx, postsIn(places, news, createdAt))
  await needs.enqueue(
    tx,
    'postToChat',
    postIds.map(postId => ({ postId })),
    options,
  )
}
