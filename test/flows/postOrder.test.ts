import { afterEach, beforeEach, expect, test } from 'vitest'
import { startInstance } from '../../src/db/instances.ts'
import { postToChat } from '../../src/flows/posts/postToChat.ts'
import { type Handling, mail, openHandling } from './handling.ts'
import { postNeeds, type StandInPlatform, standInPlatform } from './posts/posting.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
let web: StandInPlatform
beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
  web = standInPlatform('web')
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

const needs = () => postNeeds(world, instance.id, web)
const sql = () => world.database.connection.client
const pauseIsOver = () => sql()`update posts set not_before = null`

/** So many posts to one channel, written one after another; returns their ids. */
async function posts(count: number): Promise<number[]> {
  const rows = await sql()`
    insert into posts (programme_id, key, platform, channel, reply, state, created_at)
    select 'pinneberg', 'neu:' || n || ':web:schule', 'web', 'schule',
           jsonb_build_object('summary', 'Nummer ' || n, 'blocks', '[]'::jsonb, 'audience', 'everyone'), 'ready', now()
    from generate_series(1, ${count}::int) n returning id`
  return rows.map(row => Number(row.id)).sort((a, b) => a - b)
}

const stood = () => web.stands.map(each => each.summary)
const inOrder = (count: number) => Array.from({ length: count }, (_, i) => `Nummer ${i + 1}`)
const later = { kind: 'later', retryAfterSeconds: 30, reason: '429' } as const

/** Every job that was written runs, in any order and twice, as two processes with two workers would run them. */
async function runJobs(rounds: number): Promise<void> {
  const other = await startInstance(world.database.connection)
  const [one, two] = [needs(), { ...needs(), instanceId: other.id }]
  for (let round = 0; round < rounds; round++) {
    const ids = world.jobs
      .splice(0)
      .flatMap(job => (job.kind === 'postToChat' ? [(job.payload as { postId: number }).postId] : []))
    for (const id of ids.reverse())
      await Promise.all([postToChat(one, id), postToChat(one, id), postToChat(two, id)])
    await pauseIsOver()
  }
  await other.stop()
}

test('news of a Vorgang waits until its announcement stands in the channel, and goes below it', async () => {
  await world.arrive([mail({ id: '<frage@post.example>' })])
  await world.arrive([mail({ headers: { 'In-Reply-To': '<frage@post.example>' } })])
  const rows = await sql()`select id from posts order by id`
  const [announcement, news] = rows.map(row => Number(row.id)) as [number, number]
  web.answer = () => later
  await postToChat(needs(), announcement)
  web.answer = () => null
  await postToChat(needs(), news)
  expect(web.stands).toEqual([])
  await pauseIsOver()
  // Whichever job comes first: the announcement does.
  await postToChat(needs(), news)
  expect(web.stands).toMatchObject([{ thread: null }, { thread: web.stands[0]?.key }])
})

test('D29: a storm of 429 over many posts: each arrives once, in the order in which it was written, and none is lost', async () => {
  const ids = await posts(45)
  for (const id of ids) world.jobs.push({ kind: 'postToChat', payload: { postId: id } })
  let calls = 0
  web.answer = () => (++calls % 3 === 0 ? null : later)
  await runJobs(100)
  expect(stood()).toEqual(inOrder(45))
  // The pause of one post is the pause of its channel: nobody else asks meanwhile.
  expect(web.asked).toBeLessThan(45 * 4)
})

test('a platform that is away for an hour: posts wait, are asked for sparingly, then go out once and in order', async () => {
  const ids = await posts(30)
  for (const id of ids) world.jobs.push({ kind: 'postToChat', payload: { postId: id } })
  web.answer = () => ({ kind: 'later', retryAfterSeconds: 30, reason: 'nicht erreichbar' })
  // An hour of pauses of 30 s.
  await runJobs(120)
  expect(web.stands).toEqual([])
  expect(web.asked).toBeLessThan(120 * 3)
  web.answer = () => null
  await runJobs(5)
  expect(stood()).toEqual(inOrder(30))
})

test('a post that the platform never takes holds the others up for a while only, and then a person is asked', async () => {
  const ids = await posts(3)
  web.answer = (_channel, key) => (key.startsWith('neu:1:') ? later : null)
  for (let i = 0; i < 3; i++) {
    expect(web.stands).toEqual([])
    await postToChat(needs(), ids[1]!)
    await pauseIsOver()
  }
  expect(stood()).toEqual(['Nummer 2', 'Nummer 3'])
  for (let n = 0; n < 9; n++) {
    const [more] = await sql()`
      insert into posts (programme_id, key, platform, channel, reply, state, created_at)
      select programme_id, ${`weiter:${n}:web:schule`}, platform, channel, reply, 'ready', now() from posts where id = ${ids[1]!} returning id`
    await postToChat(needs(), Number(more!.id))
    await pauseIsOver()
  }
  expect(await sql()`select id::int, last_error from posts where state = 'failed'`).toEqual([
    { id: ids[0], last_error: '429' },
  ])
})

test('a post of which nobody knows whether it arrived does not hold up the others', async () => {
  const ids = await posts(2)
  web.answer = (_channel, key) => (key.startsWith('neu:1:') ? 'arrives-without-answer' : null)
  await postToChat(needs(), ids[0]!)
  expect(stood()).toEqual(inOrder(2))
  await pauseIsOver()
  await postToChat(needs(), ids[0]!)
  expect(stood()).toEqual(inOrder(2))
  expect(await sql()`select 1 from posts where state <> 'posted'`).toHaveLength(0)
})

test('a full channel leaves the worker after some posts, and the rest has a job', async () => {
  const ids = await posts(25)
  await postToChat(needs(), ids[0]!)
  expect(stood()).toEqual(inOrder(20))
  expect(world.jobs).toEqual([{ kind: 'postToChat', payload: { postId: ids[20] } }])
})
