import Fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sentView } from '../../peers/slackInteractions.ts'
import { eventCallback, mention, postSigned, pressedButton, slashCommand } from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

const secret = '8f742231b10e8888abcd99yyyzzz85a5'
let world: SlackWorld
let url: string
let close: () => Promise<void>

beforeEach(async () => {
  world = await slackWorld({ mode: { kind: 'http', signingSecret: secret } })
  const server = Fastify()
  await server.register(world.slack.plugin!) // HTTP mode always brings its route.
  server.post('/other', async request => request.body)
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/slack/events`
  close = () => server.close()
})
afterEach(async () => {
  await close()
  await world.stop()
})

test('/kla status over HTTP is acknowledged with an empty 200 and then answered', async () => {
  const { peer, heard } = world
  const body = slashCommand({ text: 'status region Elmshorn', responseUrl: peer.responseUrl() })
  const response = await postSigned(url, secret, { kind: 'command', body })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
  expect((await eventually(() => peer.responses[0])).body.text).toBe(statusReply.summary)
  expect(heard[0]?.text).toBe('status region Elmshorn')
})

test('a mention and a button come in over HTTP too', async () => {
  const { peer, heard } = world
  const event = eventCallback(mention({ text: '<@U0KLABOT> fristen' }))
  expect((await postSigned(url, secret, { kind: 'event', body: event })).status).toBe(200)
  const button = pressedButton({
    value: 'hilfe',
    message: '1713765000.000100',
    responseUrl: peer.responseUrl(),
  })
  expect((await postSigned(url, secret, { kind: 'interactive', body: button })).status).toBe(200)
  await eventually(() => peer.messages('C0PROJEKT').length === 2)
  expect(heard.map(each => each.text).toSorted()).toEqual(['fristen', 'hilfe'])
})

test('Slack’s question whether the address is ours is answered', async () => {
  const body = { type: 'url_verification', token: 'unused', challenge: 'c-1' }
  const response = await postSigned(url, secret, { kind: 'event', body })
  expect(await response.json()).toEqual({ challenge: 'c-1' })
})

test('a wrong signature is refused with 401 and not heard', async () => {
  const body = slashCommand({ text: 'status', responseUrl: world.peer.responseUrl() })
  expect((await postSigned(url, 'another secret', { kind: 'command', body })).status).toBe(401)
  expect(world.heard).toHaveLength(0)
})

test('a rightly signed call that is ten minutes old is refused with 401', async () => {
  const body = slashCommand({ text: 'status', responseUrl: world.peer.responseUrl() })
  const tenMinutesAgo = new Date(Date.now() - 10 * 60_000)
  expect((await postSigned(url, secret, { kind: 'command', body }, tenMinutesAgo)).status).toBe(401)
  expect(world.heard).toHaveLength(0)
})

test('an event that Slack sends again, with its number of retries, is answered once', async () => {
  const { peer, heard } = world
  const event = eventCallback(mention({ text: '<@U0KLABOT> fristen' }), 'Ev0NOCHMAL')
  const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }
  for (const headers of [{}, retry, { ...retry, 'x-slack-retry-num': '2' }])
    expect((await postSigned(url, secret, { kind: 'event', body: event, headers })).status).toBe(200)
  await postSigned(url, secret, {
    kind: 'event',
    body: eventCallback(mention({ text: '<@U0KLABOT> hilfe' })),
  })
  await eventually(() => peer.messages('C0PROJEKT').length === 2)
  expect(heard.map(each => each.text).toSorted()).toEqual(['fristen', 'hilfe'])
})

test('a form with something missing is given back with what is missing', async () => {
  const view = {
    id: 'V01',
    hash: 'h1',
    type: 'modal' as const,
    callback_id: 'kla_form',
    private_metadata: '{"command":"x","channel":"C0PROJEKT","from":"post"}',
    blocks: [{ type: 'input', block_id: 'feld:grund', optional: false }],
  }
  const body = sentView(view, { 'feld:grund': { type: 'plain_text_input', value: null } })
  const response = await postSigned(url, secret, { kind: 'interactive', body })
  expect(await response.json()).toEqual({
    response_action: 'errors',
    errors: { 'feld:grund': 'Bitte ausfüllen.' },
  })
  expect(world.heard).toEqual([])
})

test('parsing elsewhere in the server is untouched', async () => {
  const response = await fetch(url.replace('/slack/events', '/other'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  })
  expect(await response.json()).toEqual({ a: 1 })
})

test('D27: the 200 comes before the answer, however long that takes', async () => {
  await world.stop()
  await close()
  const found = Promise.withResolvers<void>()
  world = await slackWorld({
    mode: { kind: 'http', signingSecret: secret },
    answer: async () => {
      await found.promise
      return statusReply
    },
  })
  const server = Fastify()
  await server.register(world.slack.plugin!)
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/slack/events`
  close = () => server.close()
  const body = slashCommand({ text: 'status', responseUrl: world.peer.responseUrl() })
  expect((await postSigned(url, secret, { kind: 'command', body })).status).toBe(200)
  expect(world.peer.responses).toHaveLength(0)
  found.resolve()
  await eventually(() => world.peer.responses[0])
})
