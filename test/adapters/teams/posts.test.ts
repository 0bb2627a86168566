import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlatformMemory } from '../../../src/adapters/chatTypes.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { addedToTeam, channel, mention, team } from '../../peers/teamsActivities.ts'
import { eventually, shown, silence, statusReply, type TeamsWorld, teamsWorld } from './world.ts'

const near = { since: '2024-04-22T07:00:00Z', thread: null }
let now = Date.parse('2024-04-22T07:00:00Z')
let world: TeamsWorld
let writes: (key: string) => void

async function open(options: Parameters<typeof teamsWorld>[0] = {}): Promise<void> {
  const kept = new Map<string, unknown>()
  writes = () => {}
  const memory: PlatformMemory = {
    get: async <T>(key: string) => (kept.get(key) ?? null) as T | null,
    set: async (key, value) => {
      writes(key)
      kept.set(key, value)
    },
  }
  // Each question of the clock is a second later, so that the pace of a channel costs no waiting.
  const clock = () => (now += 1_000)
  world = await teamsWorld({ clock, core: { memory, answer: async () => silence }, ...options })
}

/** The channel is known after anything came from it. */
const introduce = async () => {
  await world.tell(mention(world.peer, 'hallo'))
  await eventually(() => world.heard.length > 0)
}
const post = (key: string, thread: string | null = null, reply: Reply = statusReply) =>
  world.teams.platform.post(channel, reply, key, thread)
const find = (key: string) => world.teams.platform.findPost(channel, key, near)

beforeEach(() => open())
afterEach(() => world.stop())

describe('a post by itself', () => {
  test('waits until Teams has named the channel, and then goes to the server that the channel lives on', async () => {
    expect(await post('a')).toMatchObject({
      kind: 'later',
      reason: expect.stringContaining('noch nicht genannt'),
    })
    await introduce()
    const result = await post('a')
    expect(result).toEqual({ kind: 'posted', address: world.peer.in(channel)[0]?.id })
    expect(shown(world.peer.in(channel)[0]?.body)).toContain('Elmshorn')
  })

  test('finds every channel of a team to which the app was added, before anybody spoke there', async () => {
    world.peer.channels = [team, channel]
    await world.tell(addedToTeam(world.peer))
    await eventually(async () => (await post('a')).kind === 'posted')
  })

  test('uses the server of the settings for a channel that nothing was heard from', async () => {
    const { serviceUrl } = world.peer
    await world.stop()
    await open({ serviceUrl })
    // The address of the stand-in that is gone: what counts is that it was tried.
    expect(await post('a')).toMatchObject({ kind: 'later', reason: expect.stringContaining('ECONNREFUSED') })
  })

  test('stands in a thread when it belongs there, and is replaced in place', async () => {
    await introduce()
    const root = await post('a')
    const address = root.kind === 'posted' ? root.address : ''
    await post('b', address)
    expect(world.peer.in(`${channel};messageid=${address}`)).toHaveLength(1)
    const later = { ...statusReply, blocks: [{ kind: 'text' as const, text: 'Zurückgezogen' }] }
    expect(await world.teams.platform.update(channel, address, later)).toEqual({ kind: 'posted', address })
    expect(world.peer.in(channel)).toMatchObject([{ id: address, updates: 1 }])
    expect(shown(world.peer.in(channel)[0]?.body)).toBe('Zurückgezogen')
  })

  test('to one channel goes at most once a second', async () => {
    await world.stop()
    await open({ clock: Date.now })
    await introduce()
    const begin = performance.now()
    await Promise.all([post('a'), post('b'), post('c')])
    expect(performance.now() - begin).toBeGreaterThan(1_900)
  })
})

describe('what went wrong', () => {
  beforeEach(introduce)

  test('the app is not in the team any more: the channel is closed, nothing is tried for ever', async () => {
    world.peer.fail({ status: 403, code: 'BotNotInConversationRoster' })
    expect(await post('a')).toEqual({
      kind: 'channel-closed',
      reason: 'Die App ist in diesem Team oder Chat von Teams nicht (mehr) hinzugefügt (403).',
    })
    world.peer.fail({ status: 404, code: 'ConversationNotFound' })
    expect(await post('a')).toMatchObject({ kind: 'channel-closed' })
    expect(await find('a')).toBeNull()
  })

  test('a post that somebody deleted is gone; the channel is not', async () => {
    const { platform } = world.teams
    world.peer.fail({ status: 404, code: 'ActivityNotFoundInConversation' })
    expect(await platform.update(channel, '1713765000', statusReply)).toMatchObject({ kind: 'post-gone' })
    world.peer.fail({ status: 404, code: 'ConversationNotFound' })
    expect(await platform.update(channel, '1713765000', statusReply)).toMatchObject({
      kind: 'channel-closed',
    })
  })

  test('too many posts: the pause that Teams asks for is kept without asking again', async () => {
    world.peer.fail({ status: 429, retryAfter: 90 })
    expect(await post('a')).toMatchObject({ kind: 'later', retryAfterSeconds: 90 })
    const calls = world.peer.calls.length
    expect(await post('b')).toMatchObject({ kind: 'later', reason: expect.stringContaining('429') })
    expect(world.peer.calls).toHaveLength(calls)
    now += 120_000
    expect(await post('a')).toMatchObject({ kind: 'posted' })
  })

  test('a token that Teams refuses is not used again', async () => {
    await post('0')
    const { tokens } = world.peer.asked
    world.peer.fail({ status: 401 })
    expect(await post('a')).toMatchObject({
      kind: 'later',
      reason: expect.stringContaining('lehnt die Anmeldung'),
    })
    expect(await post('a')).toMatchObject({ kind: 'posted' })
    expect(world.peer.asked.tokens).toBe(tokens + 1)
  })

  test('a card that Teams does not take still becomes its one sentence', async () => {
    world.peer.fail({ status: 413, code: 'MessageSizeTooBig' })
    expect(await post('a')).toMatchObject({ kind: 'posted' })
    expect(world.peer.in(channel)[0]?.body).toMatchObject({ text: statusReply.summary })
  })

  test('an answer that never came is uncertain, and nobody claims to know', async () => {
    world.peer.fail({ status: 0, hangUp: 'after' })
    expect(await post('a')).toMatchObject({ kind: 'uncertain' })
    expect(await find('a')).toBe('unknown')
    world.peer.fail({ status: 502 })
    expect(await post('b')).toMatchObject({ kind: 'uncertain' })
    expect(await find('b')).toBe('unknown')
  })
})

describe('after a crash', () => {
  beforeEach(introduce)

  test('a post whose address was written down is found, one that never left is certainly absent', async () => {
    const result = await post('a')
    expect(await find('a')).toBe(result.kind === 'posted' ? result.address : 'posted?')
    expect(await find('nie')).toBeNull()
  })

  test('nothing leaves while it cannot be written down that it does', async () => {
    writes = key => {
      if (key.startsWith('post:')) throw new Error('database away')
    }
    expect(await post('a')).toMatchObject({ kind: 'later' })
    expect(world.peer.in(channel)).toEqual([])
    expect(await find('a')).toBeNull()
  })
})

describe('the sign-in', () => {
  test('that Microsoft refuses is said in words that help', async () => {
    await introduce()
    world.peer.refuseSecret = 'AADSTS7000222'
    await world.stop()
    await open()
    world.peer.refuseSecret = 'AADSTS7000222'
    expect(await world.teams.check()).toBe(
      'Microsoft lehnt die Anmeldung der App ab (AADSTS7000222): der geheime Clientschlüssel in KLA_TEAMS_APP_SECRET ist abgelaufen.',
    )
    await introduce()
    expect(await post('a')).toMatchObject({ kind: 'later', retryAfterSeconds: 300 })
    expect(await find('a')).toBeNull()
    world.peer.refuseSecret = null
    expect(await world.teams.check()).toBeNull()
  })

  test('needs the keys of Teams too: without them every call would be refused', async () => {
    world.peer.issuer.jwks.keys.length = 0
    expect(await world.teams.check()).toMatch(
      /Schlüssel, mit denen Teams unterschreibt, sind nicht erreichbar/,
    )
  })
})

test('a timeline is shown as picture where it fits, and as list where Teams refuses it', async () => {
  const timeline = {
    title: '',
    notice: null,
    today: '2024-04-22',
    stand: '2024-03-22',
    quelle: '',
    items: [],
    undated: [],
    from: null,
    to: null,
  }
  const rows = [{ sign: 'planned' as const, state: 'geplant', text: 'Start', detail: '01.08.2024' }]
  const reply: Reply = { ...statusReply, blocks: [{ kind: 'picture', timeline, alt: 'Zeitplan', rows }] }
  await world.stop()
  await open({ drawTimeline: async (_, alt) => ({ png: new Uint8Array(50_000), width: 2, height: 2, alt }) })
  await introduce()
  await post('a', null, reply)
  const [image] = world.peer.in(channel)[0]?.body.attachments[0].content.body ?? []
  expect(image).toMatchObject({
    type: 'Image',
    altText: 'Zeitplan',
    url: expect.stringMatching(/^data:image\/png/),
  })
  world.peer.fail({ status: 413 })
  await post('b', null, reply)
  expect(shown(world.peer.in(channel)[1]?.body)).toContain('geplant')
})
