import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PostResult } from '../../../src/adapters/chatTypes.ts'
import { channelsClosed } from '../../../src/db/closedChannels.ts'
import { startInstance } from '../../../src/db/instances.ts'
import { TryLater } from '../../../src/flows/needs.ts'
import { type RefreshNeeds, refreshPost } from '../../../src/flows/posts/refreshPost.ts'
import { changeTicket } from '../../../src/flows/tickets/changeTicket.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { type Handling, mail, openHandling } from '../handling.ts'
import { operatorsOf } from './posting.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
/** What stands in the channel now. */
let stands: string
let updates: number
/** What the platform answers next, and what it waits for before it does. */
let answers: PostResult[]
let gates: Promise<void>[]
let postId: number

beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
  ;[stands, updates, answers, gates] = ['wie gepostet', 0, [], []]
  await world.arrive([mail()])
  const [post] = await world.database.connection.client`
    update posts set state = 'posted', address = key where key like 'announcement:%' returning id`
  postId = Number(post?.id)
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

function needs(more: Partial<RefreshNeeds> = {}): RefreshNeeds {
  return {
    db: world.database.connection.db,
    programme: world.needs.programme,
    instanceId: instance.id,
    underWay: new Set(),
    now: world.needs.now,
    operators: operatorsOf(world.needs),
    workplaceUrl: null,
    platforms: new Map([
      [
        'web',
        {
          name: 'web',
          post: async () => ({ kind: 'posted', address: '' }),
          async update(_channel, address, reply) {
            updates++
            await gates.shift()
            const answer = answers.shift() ?? { kind: 'posted', address }
            // Of an uncertain one nobody knows; here it arrived.
            if (answer.kind !== 'later') stands = renderText(reply, { actions: 'none' })
            return answer
          },
          findPost: async () => null,
        },
      ],
    ]),
    ...more,
  }
}

const actor = { id: 'web', name: 'Koordination Jugendamt' }
const idOf = async () => Number((await world.database.connection.client`select id from tickets`)[0]?.id)
const take = async (owner: string) =>
  changeTicket(world.needs, await idOf(), { action: 'zuweisen', owner }, actor)

test('shows who has it; a second time nothing is sent, because nothing is another', async () => {
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  expect(stands).toContain('In Bearbeitung')
  expect(stands).toContain('zuständig: Koordination Jugendamt')
  await refreshPost(needs(), postId)
  expect(updates).toBe(1)
})

test('an older state never stands over a newer one, however slow the platform is', async () => {
  let open = () => {}
  gates = [
    new Promise(resolve => {
      open = resolve
    }),
  ]
  await take('Koordination Jugendamt')
  const other = await startInstance(world.database.connection)
  const slow = refreshPost(needs(), postId)
  await expect.poll(() => updates).toBe(1)
  await take('Koordination Schulamt')
  // The other replica comes with the newer state while the older one is on its way: it is told to come again.
  const busy = refreshPost(needs({ instanceId: other.id }), postId)
  await expect(busy).rejects.toThrow(TryLater)
  open()
  await slow
  await refreshPost(needs({ instanceId: other.id }), postId)
  expect(stands).toContain('zuständig: Koordination Schulamt')
  await other.stop()
})

test('in one process a doubled job comes again instead of being lost', async () => {
  await take('Koordination Jugendamt')
  const one = needs()
  const results = await Promise.allSettled([refreshPost(one, postId), refreshPost(one, postId)])
  expect(results.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('after an uncertain answer it is sent again, also when the Vorgang is again what it was', async () => {
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  await take('Koordination Schulamt')
  answers = [{ kind: 'uncertain', reason: 'Leitung gebrochen' }]
  await expect(refreshPost(needs(), postId)).rejects.toThrow(TryLater)
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  expect(stands).toContain('zuständig: Koordination Jugendamt')
})

test('what a dead process had in hand is taken over', async () => {
  const dead = await startInstance(world.database.connection)
  await world.database.connection.client`update posts set claimed_by = ${dead.id} where id = ${postId}`
  await dead.stop()
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  expect(stands).toContain('zuständig: Koordination Jugendamt')
})

test('what was not posted yet will say what is so then, and what is in hand is waited for', async () => {
  const { client } = world.database.connection
  await client`update posts set state = 'ready', address = null where id = ${postId}`
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  expect(updates).toBe(0)
  const [post] = await client`select reply from posts where id = ${postId}`
  expect(JSON.stringify(post?.reply)).toContain('zuständig: Koordination Jugendamt')
  await client`update posts set state = 'claimed', claimed_by = ${instance.id} where id = ${postId}`
  await expect(refreshPost(needs(), postId)).rejects.toThrow(TryLater)
})

test('news in the thread stays as it was said, until the channel may not know it any more', async () => {
  const { client } = world.database.connection
  await client`update posts set key = 'followup:1' where id = ${postId}`
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  expect(updates).toBe(0)
  await client`update tickets set data_class = 'kindeswohl'`
  await refreshPost(needs(), postId)
  expect(stands).toContain('zurückgezogen')
})

test('a further letter brings its announcement up to date', async () => {
  const { client } = world.database.connection
  const [sent] = await client`select message_id from outgoing_mails`
  await client`update tickets set state = 'beantwortet'`
  world.jobs.length = 0
  await world.arrive([mail({ headers: { 'In-Reply-To': String(sent?.message_id) } })])
  expect(world.jobs.filter(job => job.kind === 'refreshPost')).toEqual([
    { kind: 'refreshPost', payload: { postId } },
  ])
})

test('a channel that is gone is marked and told, and the post is not tried again', async () => {
  const closed = { kind: 'channel-closed', reason: 'Der Kanal ist archiviert.' } as const
  answers = [closed, closed]
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  await refreshPost(needs(), postId)
  expect(updates).toBe(1)
  expect(await channelsClosed(world.database.connection.db, 'pinneberg')).toMatchObject([
    { platform: 'web', reason: 'Der Kanal ist archiviert.' },
  ])
  const letters = await world.database.connection.client`select id from outgoing_mails where kind = 'notice'`
  expect(letters).toHaveLength(1)
})

test('a post that somebody deleted is not tried again, and closes no channel', async () => {
  answers = [{ kind: 'post-gone', reason: 'Der Beitrag ist nicht mehr da.' }]
  await take('Koordination Jugendamt')
  await refreshPost(needs(), postId)
  await refreshPost(needs(), postId)
  expect(updates).toBe(1)
  expect(await channelsClosed(world.database.connection.db, 'pinneberg')).toEqual([])
})
