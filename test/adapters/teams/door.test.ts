import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { toBot } from '../../peers/teamsActivities.ts'
import { eventually, type TeamsWorld, teamsWorld } from './world.ts'

let world: TeamsWorld
beforeAll(async () => {
  world = await teamsWorld()
})
afterAll(() => world.stop())
beforeEach(() => {
  world.answered.length = 0
})

test('a call that Teams signed is heard', async () => {
  expect((await world.tell(toBot(world.peer, 'status'))).status).toBe(200)
  await eventually(() => world.answered.length === 1)
})

describe('refused with 401 and not heard', () => {
  const cases: Record<string, (world: TeamsWorld) => string> = {
    'without a token': () => '',
    'with something that is no token': () => 'abc',
    'with a token for another app': ({ token }) =>
      token({ audience: '0a1b2c3d-0000-4000-8000-00000000a002' }),
    'with a token of another issuer': ({ token }) => token({ issuer: 'https://boese.example' }),
    'with a forged signature': ({ token }) => token({ forged: true }),
    'with a key that Teams does not publish': ({ token }) => token({ keyId: 'fremd' }),
    'with a token for another service address': ({ token }) =>
      token({ serviceUrl: 'https://boese.example/' }),
    'with a token that names no service address': ({ token }) => token({ serviceUrl: null }),
    'with a token that ended ten minutes ago': ({ token }) => token({ validFrom: -7200, validUntil: -600 }),
    'with a token that is not valid yet': ({ token }) => token({ validFrom: 600 }),
    // Any other app of the organisation can get one for ours; it carries no service address.
    'with a token that Entra ID issued': ({ token }) =>
      token({ issuer: 'https://sts.windows.net/0a1b2c3d-0000-4000-8000-0000000000ff/' }),
  }
  for (const [name, tokenOf] of Object.entries(cases))
    test(`a call ${name}`, async () => {
      expect((await world.tell(toBot(world.peer, 'status'), tokenOf(world))).status).toBe(401)
      expect(world.answered).toEqual([])
    })

  test('a call that says no service address, which nobody could check', async () => {
    const { serviceUrl, ...rest } = toBot(world.peer, 'status')
    expect((await world.tell(rest)).status).toBe(401)
    expect(world.answered).toEqual([])
  })
})

describe('signed by Teams, but none of ours', () => {
  const cases: Record<string, Record<string, unknown>> = {
    'of another organisation': {
      conversation: { id: 'a:x', conversationType: 'personal', tenantId: 'fremd' },
    },
    'of an organisation that is not named': {
      conversation: { id: 'a:x', conversationType: 'personal' },
      channelData: {},
    },
    'of which one part names another organisation': { channelData: { tenant: { id: 'fremd' } } },
    // Where the channel Web Chat is left on, its visitors choose their own names and ids.
    'that came over Web Chat': { channelId: 'webchat' },
  }
  for (const [name, fields] of Object.entries(cases))
    test(`a call ${name} is refused with 403`, async () => {
      expect((await world.tell(toBot(world.peer, 'status', fields))).status).toBe(403)
      expect(world.answered).toEqual([])
    })
})

test('what is no activity, too long or no JSON is refused, and the next call is heard', async () => {
  const post = (body: string) =>
    fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.token()}` },
      body,
    }).then(response => response.status)
  expect(await post('{"type":')).toBe(400)
  expect(await post('null')).toBe(401)
  expect(await post('[]')).toBe(401)
  expect(await post(JSON.stringify({ serviceUrl: world.peer.serviceUrl, type: 7 }))).toBe(400)
  expect(await post(JSON.stringify({ text: 'x'.repeat(300_000) }))).toBe(413)
  expect((await world.tell(toBot(world.peer, 'status'))).status).toBe(200)
  await eventually(() => world.answered.length === 1)
})

test('a flood of calls with invented keys does not make us flood Microsoft, nor keep Teams out', async () => {
  await world.tell(toBot(world.peer, 'status'))
  const before = world.peer.asked.keys
  const statuses: number[] = []
  for (let i = 0; i < 100; i++)
    statuses.push((await world.tell(toBot(world.peer, 'x'), world.token({ keyId: `k-${i}` }))).status)
  expect(new Set(statuses)).toEqual(new Set([401, 429]))
  expect(world.peer.asked.keys - before).toBeLessThanOrEqual(30)
  expect((await world.tell(toBot(world.peer, 'status'))).status).toBe(200)
})

test('refusals fill no log: one line a minute says how many', () => {
  const lines = world.logged.filter(line => line.includes('abgewiesen'))
  expect(lines).toHaveLength(1)
})
