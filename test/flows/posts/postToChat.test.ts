import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PostResult } from '../../../src/adapters/chatTypes.ts'
import { startInstance } from '../../../src/db/instances.ts'
import { type PostNeeds, postToChat } from '../../../src/flows/posts/postToChat.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
/** What stands in the channel: key by key. */
let channel: string[]
let answers: (PostResult | 'arrives-without-answer')[]
let canLook = true

beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
  channel = []
  answers = []
  canLook = true
  await world.arrive([mail()])
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

function needs(): PostNeeds {
  return {
    db: world.database.connection.db,
    now: world.needs.now,
    enqueue: world.needs.enqueue,
    instanceId: instance.id,
    underWay: new Set(),
    platforms: new Map([
      [
        'web',
        {
          name: 'web',
          async post(_channel, _reply, key) {
            const answer = answers.shift()
            if (answer === 'arrives-without-answer') {
              channel.push(key)
              return { kind: 'uncertain', reason: 'Leitung gebrochen' }
            }
            if (answer) return answer
            channel.push(key)
            return { kind: 'posted', address: key }
          },
          update: async (_channel, address) => ({ kind: 'posted', address }),
          findPost: async (_channel, key) => (canLook ? (channel.includes(key) ? key : null) : 'unknown'),
        },
      ],
    ]),
  }
}

const postId = async () => Number((await world.database.connection.client`select id from posts`)[0]?.id)
const state = async () => (await world.database.connection.client`select state from posts`)[0]?.state

test('a post that got through although the line broke is found and not posted again', async () => {
  const id = await postId()
  answers = ['arrives-without-answer']
  world.jobs.length = 0
  await postToChat(needs(), id)
  // Not at once: the platform may still be at work on it.
  expect(world.jobs).toEqual([{ kind: 'postToChat', payload: { postId: id }, afterSeconds: 60 }])
  await postToChat(needs(), id)
  expect(channel).toHaveLength(1)
  expect(await state()).toBe('posted')
})

test('while nobody can tell whether it got through, nothing is posted', async () => {
  const id = await postId()
  answers = ['arrives-without-answer']
  await postToChat(needs(), id)
  canLook = false
  await expect(postToChat(needs(), id)).rejects.toThrow()
  expect(channel).toHaveLength(1)
  canLook = true
  await postToChat(needs(), id)
  expect(channel).toHaveLength(1)
})

test('a channel that is closed to us is given up and listed, not tried for ever', async () => {
  const id = await postId()
  answers = [{ kind: 'channel-closed', reason: 'Der Kanal ist archiviert.' }]
  await postToChat(needs(), id)
  await postToChat(needs(), id)
  expect(await state()).toBe('failed')
  expect(channel).toHaveLength(0)
})

test('jobs that run twice or at the same time post once', async () => {
  const id = await postId()
  const one = needs()
  const other = await startInstance(world.database.connection)
  const elsewhere = { ...needs(), instanceId: other.id }
  await Promise.all([postToChat(one, id), postToChat(one, id), postToChat(elsewhere, id)])
  await other.stop()
  await postToChat(needs(), id)
  expect(channel).toHaveLength(1)
})

test('a platform that is not set up any more does not hold the post for ever', async () => {
  await postToChat({ ...needs(), platforms: new Map() }, await postId())
  expect(await state()).toBe('failed')
})

test('a certain no is tried again without asking the platform first', async () => {
  const id = await postId()
  answers = [{ kind: 'later', retryAfterSeconds: 1, reason: 'zu viele Anfragen' }]
  canLook = false
  await expect(postToChat(needs(), id)).rejects.toThrow('zu viele')
  await postToChat(needs(), id)
  expect(channel).toHaveLength(1)
})

test('a pause that the platform names is kept', async () => {
  const id = await postId()
  answers = [{ kind: 'later', retryAfterSeconds: 30, reason: 'zu viele Anfragen' }]
  world.jobs.length = 0
  await postToChat(needs(), id)
  expect(world.jobs).toEqual([{ kind: 'postToChat', payload: { postId: id }, afterSeconds: 30 }])
})

test('what another instance has taken over in the meantime is not posted by the one that was thought dead', async () => {
  const id = await postId()
  const other = await startInstance(world.database.connection)
  const mine = needs()
  const web = mine.platforms.get('web')!
  const platforms = new Map([
    [
      'web' as const,
      {
        ...web,
        async findPost() {
          await world.database.connection.client`update posts set claimed_by = ${other.id}`
          return null
        },
      },
    ],
  ])
  await world.database.connection.client`update posts set may_be_out = true`
  await postToChat({ ...mine, platforms }, id)
  expect(channel).toHaveLength(0)
  await other.stop()
})
