import { afterEach, beforeEach, expect, test } from 'vitest'
import { startInstance } from '../../../src/db/instances.ts'
import { type PostNeeds, postToChat } from '../../../src/flows/posts/postToChat.ts'
import { type Handling, mail, openHandling } from '../handling.ts'
import { postNeeds, type StandInPlatform, standInPlatform } from './posting.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
let web: StandInPlatform

beforeEach(async () => {
  world = await openHandling()
  instance = await startInstance(world.database.connection)
  web = standInPlatform('web')
  await world.arrive([mail()])
  world.jobs.length = 0
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

const needs = (): PostNeeds => postNeeds(world, instance.id, web)
const sql = () => world.database.connection.client
const postId = async () => Number((await sql()`select id from posts order by id`)[0]?.id)
const state = async () => (await sql()`select state from posts order by id`)[0]?.state
const pauseIsOver = () => sql()`update posts set not_before = null`

test('a post that got through although the line broke is found and not posted again', async () => {
  const id = await postId()
  web.answer = () => 'arrives-without-answer'
  await postToChat(needs(), id)
  // Not at once: the platform may still be at work on it.
  expect(world.jobs).toEqual([{ kind: 'postToChat', payload: { postId: id }, afterSeconds: 60 }])
  await postToChat(needs(), id)
  expect(await state()).toBe('ready')
  await pauseIsOver()
  await postToChat(needs(), id)
  expect(web.stands).toHaveLength(1)
  expect(await state()).toBe('posted')
})

test('while nobody can tell whether it got through, nothing is posted, and it is looked for less and less often', async () => {
  const id = await postId()
  web.answer = () => 'arrives-without-answer'
  await postToChat(needs(), id)
  web.canLook = false
  for (let i = 0; i < 2; i++) {
    await pauseIsOver()
    await postToChat(needs(), id)
  }
  expect(web.stands).toHaveLength(1)
  expect(world.jobs.map(job => job.afterSeconds)).toEqual([60, 120, 180])
  web.canLook = true
  await pauseIsOver()
  await postToChat(needs(), id)
  expect(web.stands).toHaveLength(1)
  expect(await state()).toBe('posted')
})

test('jobs that run twice or at the same time post once', async () => {
  const id = await postId()
  const one = needs()
  const other = await startInstance(world.database.connection)
  const elsewhere = { ...needs(), instanceId: other.id }
  await Promise.all([postToChat(one, id), postToChat(one, id), postToChat(elsewhere, id)])
  await other.stop()
  await postToChat(needs(), id)
  expect(web.stands).toHaveLength(1)
})

test('a platform that is not set up any more does not hold the post for ever', async () => {
  await postToChat({ ...needs(), platforms: new Map() }, await postId())
  expect(await state()).toBe('failed')
})

test('a certain no is tried again without asking the platform first', async () => {
  const id = await postId()
  web.answer = () => ({ kind: 'later', retryAfterSeconds: 1, reason: 'zu viele Anfragen' })
  web.canLook = false
  await postToChat(needs(), id)
  web.answer = () => null
  await pauseIsOver()
  await postToChat(needs(), id)
  expect(web.stands).toHaveLength(1)
})

test('a pause that the platform names is kept, by this process and every other, and costs none of the repetitions of the job', async () => {
  const id = await postId()
  web.answer = () => ({ kind: 'later', retryAfterSeconds: 30, reason: 'zu viele Anfragen' })
  await postToChat(needs(), id)
  expect(world.jobs).toEqual([{ kind: 'postToChat', payload: { postId: id }, afterSeconds: 30 }])
  web.answer = () => null
  const other = await startInstance(world.database.connection)
  await postToChat({ ...needs(), instanceId: other.id }, id)
  await postToChat(needs(), id)
  await other.stop()
  expect(web.asked).toBe(1)
})

test('what another instance has taken over in the meantime is not posted by the one that was thought dead', async () => {
  const id = await postId()
  const other = await startInstance(world.database.connection)
  const looking = {
    ...web,
    async findPost() {
      await sql()`update posts set claimed_by = ${other.id}`
      return null
    },
  }
  await sql()`update posts set may_be_out = true`
  await postToChat({ ...needs(), platforms: new Map([['web', looking]]) }, id)
  expect(web.stands).toHaveLength(0)
  await other.stop()
})
