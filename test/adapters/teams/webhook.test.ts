import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChatCore, RunningPlatform } from '../../../src/adapters/chatTypes.ts'
import { startWebhook } from '../../../src/adapters/teams/startWebhook.ts'
import { openLog } from '../../../src/log.ts'
import { eventually, statusReply } from './world.ts'

let received: { path: string; body: string }[]
let status: number
let url: string
let stop: () => Promise<void>
let running: RunningPlatform[]
let now: number
let kept: Map<string, unknown>
let seen: Set<string>
const near = { since: '2024-04-22T07:00:00Z', thread: null }

beforeEach(async () => {
  ;[received, status, running, kept, seen] = [[], 202, [], new Map(), new Set()]
  now = Date.parse('2024-04-22T04:00:00Z') // Monday, 6:00 local time
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    received.push({ path: request.url ?? '', body })
    response.writeHead(status, { 'retry-after': '7' }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/workflow?sig=geheim`
  stop = () => new Promise(resolve => server.close(() => resolve()))
})
afterEach(async () => {
  for (const each of running) await each.stop()
  await stop()
})

function start(): RunningPlatform {
  const core = {
    firstTime: async (id: string) => !seen.has(id) && Boolean(seen.add(id)),
    memory: {
      get: async <T>(key: string) => (kept.get(key) ?? null) as T | null,
      set: async (key: string, value: unknown) => void kept.set(key, value),
    },
  } as unknown as ChatCore
  const log = openLog({ level: 'silent' })
  const started = startWebhook(new Map([['kanal', url]]), { core, log, clock: () => now })
  running.push(started)
  return started
}

test('a post goes to the Workflow as a card without buttons that nobody would answer', async () => {
  const { platform } = start()
  const reply = {
    ...statusReply,
    blocks: [
      ...statusReply.blocks,
      {
        kind: 'actions' as const,
        actions: [{ label: 'Öffnen', command: '', url: 'https://kla.example/vorgang/1' }],
      },
    ],
  }
  expect(await platform.post('kanal', reply, 'k1', null)).toEqual({ kind: 'posted', address: 'workflow:k1' })
  const message = JSON.parse(received[0]?.body ?? '')
  expect(message).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null }],
  })
  expect(JSON.stringify(message)).toContain('https://kla.example/vorgang/1')
  expect(JSON.stringify(message)).not.toContain('Action.Submit')
  expect(await platform.findPost('kanal', 'k1', near)).toBe('workflow:k1')
})

describe('what the Workflow says', () => {
  test.each([
    [404, 'channel-closed', null],
    [401, 'channel-closed', null],
    [429, 'later', null],
    [400, 'later', null],
    [502, 'uncertain', 'unknown'],
  ])('HTTP %i is %s', async (said, kind, found) => {
    const { platform } = start()
    status = said
    const result = await platform.post('kanal', statusReply, 'k2', null)
    expect(result.kind).toBe(kind)
    expect(JSON.stringify(result)).not.toContain('geheim')
    expect(await platform.findPost('kanal', 'k2', near)).toBe(found)
  })

  test('nothing at all, because nobody listens there, is tried again', async () => {
    const { platform } = start()
    await stop()
    const result = await platform.post('kanal', statusReply, 'k3', null)
    expect(result).toMatchObject({ kind: 'later', reason: expect.stringContaining('ECONNREFUSED') })
    expect(JSON.stringify(result)).not.toContain('geheim')
  })
})

describe('the daily trial post', () => {
  const trials = () => received.filter(each => each.body.includes('Verbindungsprobe vom'))

  test('comes once on a working morning, however many processes run', async () => {
    now = Date.parse('2024-04-22T05:31:00Z')
    const all = [start(), start(), start()]
    await eventually(() => trials().length > 0)
    for (const each of all) await each.stop()
    expect(trials()).toHaveLength(1)
    expect(trials()[0]?.body).toContain('Verbindungsprobe vom Mo 22.04.2024')
  })

  test.each([
    ['too early', '2024-04-22T05:29:00Z'],
    ['a Saturday', '2024-04-20T10:00:00Z'],
    ['the first of May', '2024-05-01T10:00:00Z'],
  ])('does not come: %s', async (_, at) => {
    now = Date.parse(at)
    await start().stop()
    expect(trials()).toEqual([])
  })

  test('that was refused is said by the check until one is taken again', async () => {
    now = Date.parse('2024-04-22T06:00:00Z')
    status = 404
    const first = start()
    await first.stop()
    expect(await first.check()).toMatch(
      /^Die Verbindungsprobe vom 22\.04\.2024 in den Kanal „kanal“.*HTTP 404/,
    )
    now = Date.parse('2024-04-23T06:00:00Z')
    status = 202
    const second = start()
    await second.stop()
    expect(await second.check()).toBeNull()
  })
})
