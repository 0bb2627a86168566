import { afterEach, beforeEach, expect, test } from 'vitest'
import { channelsClosed } from '../../../src/db/closedChannels.ts'
import { startInstance } from '../../../src/db/instances.ts'
import { postToChat } from '../../../src/flows/posts/postToChat.ts'
import { type Handling, mail, openHandling } from '../handling.ts'
import { postNeeds, type StandInPlatform, standInPlatform } from './posting.ts'

let world: Handling
let instance: Awaited<ReturnType<typeof startInstance>>
let chat: StandInPlatform
let web: StandInPlatform
let gone: Set<string>

/** A house with a chat of two channels beside the web page; schools write to the one, all else goes to the other. */
beforeEach(async () => {
  world = await openHandling()
  world.needs.postTargets = type => [
    { platform: 'chat', channel: type === 'sonst' ? 'C-SONST' : 'C-SCHULE' },
    { platform: 'web', channel: type },
  ]
  instance = await startInstance(world.database.connection)
  chat = standInPlatform('chat')
  web = standInPlatform('web')
  gone = new Set(['C-SCHULE'])
  chat.answer = channel =>
    gone.has(channel) ? { kind: 'channel-closed', reason: 'Der Kanal ist archiviert.' } : null
})
afterEach(async () => {
  await instance.stop()
  await world.close()
})

const sql = () => world.database.connection.client
const needs = () => postNeeds(world, instance.id, chat, web)
const closed = () => channelsClosed(world.database.connection.db, 'pinneberg')
const school = {
  from: 'Grundschule Beispiel <sekretariat@schule.example>',
  body: 'Guten Tag, wann beginnt die Klassenassistenz an unserer Schule in Elmshorn? Viele Grüße, das Sekretariat der Schule',
}

/** Every job of a post runs, until none is left. */
async function posting(): Promise<void> {
  for (let job = world.jobs.shift(); job; job = world.jobs.shift())
    if (job.kind === 'postToChat') await postToChat(needs(), (job.payload as { postId: number }).postId)
}

test('D29: a channel that is gone is marked, its posts are tried once each, and the Vorgang is seen in the channel for everything else', async () => {
  await world.arrive([mail(school), mail({ ...school, id: '<zwei@post.example>' })])
  await posting()
  expect(await closed()).toMatchObject([
    { platform: 'chat', channel: 'C-SCHULE', reason: 'Der Kanal ist archiviert.' },
  ])
  const numbers = chat.stands.filter(each => each.summary.startsWith('Neue Anfrage'))
  expect(numbers.map(each => each.channel)).toEqual(['C-SONST', 'C-SONST'])
  // The page has them in any case.
  expect(web.stands.filter(each => each.summary.startsWith('Neue Anfrage'))).toHaveLength(2)
  const asked = chat.asked
  await sql()`update posts set not_before = null`
  for (const { id } of await sql()`select id from posts`) await postToChat(needs(), Number(id))
  expect(chat.asked).toBe(asked)
})

test('operators are told once: by letter and in the channels that are left', async () => {
  await world.arrive([mail(school), mail({ ...school, id: '<zwei@post.example>' })])
  await posting()
  const told = (platform: StandInPlatform) =>
    platform.stands
      .filter(each => each.summary === 'Ein Kanal nimmt nichts mehr an')
      .map(each => each.channel)
  expect(told(chat)).toEqual(['C-SONST'])
  expect(told(web)).toEqual(['sonst'])
  const letters = await sql()`select to_address, subject, body from outgoing_mails where kind = 'notice'`
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({
    to_address: 'betrieb@kreis.example',
    subject: 'Ein Kanal nimmt nichts mehr an',
  })
  expect(letters[0]!.body).toContain('Der Kanal ist archiviert.')
})

test('the first post that arrives again takes the mark away, and a channel that is gone once more is told once more', async () => {
  await world.arrive([mail(school)])
  await posting()
  gone.clear()
  await world.arrive([mail({ ...school, id: '<wieder@post.example>' })])
  await posting()
  expect(await closed()).toEqual([])
  expect(chat.stands.at(-1)).toMatchObject({ channel: 'C-SCHULE' })
})

test('news of a Vorgang that stands in the other channel goes below it there, and stands there once', async () => {
  await world.arrive([mail({ ...school, id: '<frage@post.example>' })])
  await posting()
  await world.arrive([mail({ ...school, headers: { 'In-Reply-To': '<frage@post.example>' } })])
  await posting()
  const [first, ...news] = chat.stands.filter(each => !each.summary.startsWith('Ein Kanal'))
  expect(first).toMatchObject({ channel: 'C-SONST', thread: null })
  expect(news).toMatchObject([{ channel: 'C-SONST', thread: first!.key }])
})

test('when the channel for everything else is gone itself, nothing goes round in circles', async () => {
  gone.add('C-SONST')
  await world.arrive([mail(school)])
  await posting()
  expect((await closed()).map(each => each.channel).sort()).toEqual(['C-SCHULE', 'C-SONST'])
  expect(chat.stands).toEqual([])
  expect(world.jobs).toEqual([])
  expect(web.stands.filter(each => each.summary.startsWith('Neue Anfrage'))).toHaveLength(1)
})

test('an answer below somebody’s question is said nowhere else', async () => {
  await sql()`
    insert into posts (programme_id, key, platform, channel, thread, reply, state, created_at)
    values ('pinneberg', 'antwort:1', 'chat', 'C-SCHULE', 't1', '{"summary":"Hinweis","blocks":[],"audience":"everyone"}', 'ready', now())`
  const [row] = await sql()`select id from posts`
  await postToChat(needs(), Number(row!.id))
  await posting()
  expect(chat.stands.filter(each => each.summary === 'Hinweis')).toEqual([])
})
