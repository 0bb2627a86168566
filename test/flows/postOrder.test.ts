import { afterEach, beforeEach, expect, test } from 'vitest'
import { startInstance } from '../../src/db/instances.ts'
import { type PostNeeds, postToChat } from '../../src/flows/posts/postToChat.ts'
import { type Handling, mail, openHandling } from './handling.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

test('news of a Vorgang waits until its announcement stands in the channel, and goes below it', async () => {
  await world.arrive([mail({ id: '<frage@post.example>' })])
  await world.arrive([mail({ headers: { 'In-Reply-To': '<frage@post.example>' } })])
  const rows = await world.database.connection.client`select id from posts order by id`
  const [announcement, news] = rows.map(row => Number(row.id)) as [number, number]
  const posted: { key: string; thread: string | null }[] = []
  let away = true
  const needs: PostNeeds = {
    db: world.database.connection.db,
    now: world.needs.now,
    instanceId: instance.id,
    underWay: new Set(),
    enqueue: world.needs.enqueue,
    platforms: new Map([
      [
        'web',
        {
          name: 'web',
          async post(_channel, _reply, key, thread) {
            if (away) return { kind: 'later', retryAfterSeconds: 1, reason: 'Pause' }
            posted.push({ key, thread })
            return { kind: 'posted', address: key }
          },
          update: async (_channel, address) => ({ kind: 'posted', address }),
          findPost: async () => null,
        },
      ],
    ]),
  }
  await expect(postToChat(needs, announcement)).rejects.toThrow()
  away = false
  await expect(postToChat(needs, news)).rejects.toThrow()
  await postToChat(needs, announcement)
  await postToChat(needs, news)
  expect(posted).toMatchObject([{ thread: null }, { thread: posted[0]?.key }])
})
