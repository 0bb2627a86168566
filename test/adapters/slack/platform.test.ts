import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSlackPeer } from '../../peers/slack.ts'
import { type SlackWorld, slackWorld, statusReply } from './world.ts'

const channel = 'C0PROJEKT'
/** Before everything that the stand-in's clock says. */
const inChannel = { since: '2024-04-22T05:50:00Z', thread: null }
let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.stop())

test('a post carries its key and is found by it', async () => {
  const { slack, peer } = world
  const posted = await slack.platform.post(channel, statusReply, 'announcement:17:slack', null)
  expect(posted).toEqual({ kind: 'posted', address: peer.messages(channel)[0]!.ts })
  expect(peer.messages(channel)[0]!.metadata).toEqual({
    event_type: 'kla_post',
    event_payload: { key: 'announcement:17:slack' },
  })
  expect(await slack.platform.findPost(channel, 'announcement:17:slack', inChannel)).toBe(
    peer.messages(channel)[0]!.ts,
  )
  expect(await slack.platform.findPost(channel, 'announcement:18:slack', inChannel)).toBeNull()
})

test('a post that arrived although the line broke is uncertain, and found afterwards by a new process', async () => {
  const { slack, peer } = world
  peer.failNext('chat.postMessage', { kind: 'drop-after-receipt' })
  const result = await slack.platform.post(channel, statusReply, 'announcement:17:slack', null)
  expect(result.kind).toBe('uncertain')
  await slack.stop()
  const again = await slackWorld({ peer: Object.assign(peer, { addChannel() {} }) })
  expect(await again.slack.platform.findPost(channel, 'announcement:17:slack', inChannel)).toBe(
    peer.messages(channel)[0]!.ts,
  )
  expect(peer.messages(channel)).toHaveLength(1)
  await again.slack.stop()
})

test('news in a thread is found among the replies, behind many pages of other people', async () => {
  const { slack, peer } = world
  const first = await slack.platform.post(channel, statusReply, 'announcement:17:slack', null)
  const thread = first.kind === 'posted' ? first.address : ''
  await slack.platform.post(channel, statusReply, 'news:17:1', thread)
  for (let i = 0; i < 450; i++) peer.say(channel, `Nachricht ${i}`)
  const reply = peer.messages(channel).find(message => message.thread_ts === thread)!
  expect(await slack.platform.findPost(channel, 'news:17:1', { ...inChannel, thread })).toBe(reply.ts)
  expect(await slack.platform.findPost(channel, 'news:17:2', { ...inChannel, thread })).toBeNull()
})

test('when the channel cannot be read, nobody claims that the post is absent', async () => {
  const { slack, peer } = world
  peer.failNext('conversations.history', { kind: 'error', error: 'missing_scope' })
  expect(await slack.platform.findPost(channel, 'announcement:17:slack', inChannel)).toBe('unknown')
})

const secondsBefore = (address: string, seconds: number) =>
  new Date((Number(address) - seconds) * 1000).toISOString()

test('what was said long before the post was made is not read: a busy channel tells all the same', async () => {
  const { slack, peer } = world
  for (let i = 0; i < 5_500; i++) peer.say(channel, `Nachricht ${i}`)
  const first = await slack.platform.post(channel, statusReply, 'announcement:17:slack', null)
  const address = first.kind === 'posted' ? first.address : ''
  const near = { since: secondsBefore(address, 60), thread: null }
  expect(await slack.platform.findPost(channel, 'announcement:18:slack', near)).toBeNull()
  expect(await slack.platform.findPost(channel, 'announcement:17:slack', near)).toBe(address)
  expect(peer.calls.filter(call => call.method === 'conversations.history')).toHaveLength(2)
})

test('a post is found although our clock was a day ahead when it was written down', async () => {
  const { slack, peer } = world
  const first = await slack.platform.post(channel, statusReply, 'announcement:17:slack', null)
  const address = first.kind === 'posted' ? first.address : ''
  for (let i = 0; i < 500; i++) peer.say(channel, `Nachricht ${i}`)
  const near = { since: secondsBefore(address, -86_400), thread: null }
  expect(await slack.platform.findPost(channel, 'announcement:17:slack', near)).toBe(address)
})

test('news of a thread is looked for in this thread alone', async () => {
  const { slack, peer } = world
  const first = await slack.platform.post(channel, statusReply, 'announcement:17:slack', null)
  const thread = first.kind === 'posted' ? first.address : ''
  await slack.platform.post(channel, statusReply, 'news:17:1', thread)
  for (let i = 0; i < 4_500; i++) peer.say(channel, `Nachricht ${i}`)
  expect(await slack.platform.findPost(channel, 'news:17:1', { ...inChannel, thread })).toBe(
    peer.messages(channel).find(message => message.thread_ts === thread)!.ts,
  )
  expect(peer.calls.filter(call => call.method === 'conversations.history')).toEqual([])
})

test('a channel in which more was said since than can be read through stays unknown', async () => {
  for (let i = 0; i < 5_500; i++) world.peer.say(channel, `Nachricht ${i}`)
  expect(await world.slack.platform.findPost(channel, 'announcement:17:slack', inChannel)).toBe('unknown')
})

test('429 means later, by as much as Slack says, and until then Slack is not asked again', async () => {
  const { slack, peer } = world
  peer.failNext('chat.postMessage', { kind: 'rate-limit', retryAfter: 7 })
  const asked = () => peer.calls.filter(call => call.method === 'chat.postMessage').length
  expect(await slack.platform.post(channel, statusReply, 'a', null)).toMatchObject({
    kind: 'later',
    retryAfterSeconds: 7,
  })
  const second = await slack.platform.post(channel, statusReply, 'b', null)
  expect(second).toMatchObject({ kind: 'later' })
  expect(second).toHaveProperty(
    'retryAfterSeconds',
    expect.toSatisfy((n: number) => n >= 6 && n <= 7),
  )
  expect(asked()).toBe(1)
  peer.addChannel('C0ANDERER')
  expect((await slack.platform.post('C0ANDERER', statusReply, 'c', null)).kind).toBe('posted')
})

test.each(['channel_not_found', 'not_in_channel', 'is_archived'])(
  '%s means that the channel is closed to us',
  async error => {
    world.peer.failNext('chat.postMessage', { kind: 'error', error })
    expect((await world.slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('channel-closed')
  },
)

// Somebody deleted the post, or edits are forbidden there: that says nothing of the channel, and asking again helps nobody.
test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
  '%s means that this post can no longer be changed',
  async error => {
    world.peer.failNext('chat.update', { kind: 'error', error })
    expect((await world.slack.platform.update(channel, '1713765000.000100', statusReply)).kind).toBe(
      'post-gone',
    )
  },
)

test('each call is tried once only', async () => {
  const { slack, peer } = world
  peer.failNext('chat.postMessage', { kind: 'http', status: 502 })
  expect((await slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('uncertain')
  expect(peer.calls.filter(call => call.method === 'chat.postMessage')).toHaveLength(1)
})

test('what Slack says to have half done is uncertain, what it refuses may be tried later', async () => {
  const { slack, peer } = world
  peer.failNext('chat.postMessage', { kind: 'error', error: 'fatal_error' })
  expect((await slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('uncertain')
  peer.failNext('chat.postMessage', { kind: 'error', error: 'token_revoked' })
  expect((await slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('later')
})

test('a post whose blocks Slack refuses goes out as its summary', async () => {
  const { slack, peer } = world
  peer.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' })
  expect((await slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('posted')
  expect(peer.messages(channel)[0]).toMatchObject({ text: statusReply.summary, blocks: [] })
})

test('an update replaces the post in place and leaves its key', async () => {
  const { slack, peer } = world
  await slack.platform.post(channel, statusReply, 'a', null)
  const { ts } = peer.messages(channel)[0]!
  const updated = await slack.platform.update(channel, ts, {
    ...statusReply,
    summary: 'zuständig: Koordination',
  })
  expect(updated).toEqual({ kind: 'posted', address: ts })
  expect(peer.messages(channel)).toHaveLength(1)
  expect(peer.messages(channel)[0]).toMatchObject({
    text: 'zuständig: Koordination',
    metadata: { event_payload: { key: 'a' } },
  })
})

test('a right that the installed app lacks is named with what to do', async () => {
  const { slack, peer } = world
  expect(await slack.check()).toBeNull()
  peer.grantedScopes.splice(peer.grantedScopes.indexOf('channels:history'), 1)
  expect(await slack.check()).toContain('fehlen Berechtigungen: channels:history.')
  peer.failNext('auth.test', { kind: 'error', error: 'invalid_auth' })
  expect(await slack.check()).toContain('Bot-Token prüfen')
})

test('a Slack that is switched off means later: nothing can have arrived', async () => {
  const peer = await startSlackPeer()
  const other = await slackWorld({ peer })
  await peer.stop()
  expect((await other.slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('later')
  expect(await other.slack.platform.findPost(channel, 'a', inChannel)).toBe('unknown')
  expect(await other.slack.check()).toContain('nicht erreichbar')
  await other.slack.stop()
})

test('a Slack that is away at the start is connected to when it is back', async () => {
  const first = await startSlackPeer()
  const port = Number(new URL(first.apiUrl).port)
  await first.stop()
  const late = await slackWorld({ peer: Object.assign(first, { addChannel() {} }) })
  expect(await late.slack.check()).toContain('nicht erreichbar')
  const back = await startSlackPeer({ port })
  await expect.poll(() => late.slack.check()).toBeNull()
  await late.slack.stop()
  await back.stop()
})
