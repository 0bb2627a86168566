import { createHmac } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentView } from '../peers/slackInteractions.ts'
import { eventCallback, mention, postSigned, pressedButton, slashCommand } from '../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from '../adapters/slack/world.ts'
const secret = '8f742231b10e8888abcd99yyyzzz85a5'
let world: SlackWorld, url: string, server: ReturnType<typeof Fastify>
beforeAll(async () => {
  world = await slackWorld({ mode: { kind: 'http', signingSecret: secret } })
  server = Fastify(); await server.register(world.slack.plugin!)
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/slack/events`
})
afterAll(async () => { await server.close(); await world.stop() })
const sig = (body: string, ts: string, s = secret) => 'v0=' + createHmac('sha256', s).update(`v0:${ts}:${body}`).digest('hex')
test('forged', async () => {
  const body = new URLSearchParams(slashCommand({ text: 'status', responseUrl: world.peer.responseUrl() }) as never).toString()
  const now = String(Math.floor(Date.now() / 1000))
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const tries: [string, Record<string, string>, string][] = [
    ['none', form, body],
    ['no sig', { ...form, 'x-slack-request-timestamp': now }, body],
    ['no ts', { ...form, 'x-slack-signature': sig(body, now) }, body],
    ['nan ts', { ...form, 'x-slack-request-timestamp': 'NaN', 'x-slack-signature': sig(body, 'NaN') }, body],
    ['empty ts', { ...form, 'x-slack-request-timestamp': '', 'x-slack-signature': sig(body, '') }, body],
    ['future', { ...form, 'x-slack-request-timestamp': String(+now + 3600), 'x-slack-signature': sig(body, String(+now + 3600)) }, body],
    ['old', { ...form, 'x-slack-request-timestamp': String(+now - 400), 'x-slack-signature': sig(body, String(+now - 400)) }, body],
    ['empty secret', { ...form, 'x-slack-request-timestamp': now, 'x-slack-signature': sig(body, now, ' ') }, body],
    ['v1', { ...form, 'x-slack-request-timestamp': now, 'x-slack-signature': sig(body, now).replace('v0', 'v1') }, body],
    ['changed', { ...form, 'x-slack-request-timestamp': now, 'x-slack-signature': sig(body, now) }, body + '&text=x'],
    ['ssl_check', form, 'ssl_check=1&token=x'],
    ['verif', { 'content-type': 'application/json' }, JSON.stringify({ type: 'url_verification', challenge: 'c', token: 'x' })],
    ['utf16', { ...form, 'content-type': 'application/x-www-form-urlencoded; charset=utf-16', 'x-slack-request-timestamp': now, 'x-slack-signature': 'v0=' }, body],
    ['big', { ...form, 'x-slack-request-timestamp': now, 'x-slack-signature': sig('x', now) }, 'x'.repeat(3_000_000)],
    ['bigsigned', { ...form, 'x-slack-request-timestamp': now, 'x-slack-signature': sig('x'.repeat(3_000_000), now) }, 'x'.repeat(3_000_000)],
    ['badjson', { 'content-type': 'application/json', 'x-slack-request-timestamp': now, 'x-slack-signature': sig('{"a', now) }, '{"a'],
    ['null', { 'content-type': 'application/json', 'x-slack-request-timestamp': now, 'x-slack-signature': sig('null', now) }, 'null'],
    ['arr', { 'content-type': 'application/json', 'x-slack-request-timestamp': now, 'x-slack-signature': sig('[]', now) }, '[]'],
    ['payload bad', { ...form, 'x-slack-request-timestamp': now, 'x-slack-signature': sig('payload=%7B', now) }, 'payload=%7B'],
  ]
  for (const [n, headers, b] of tries) { const r = await fetch(url, { method: 'POST', headers, body: b, signal: AbortSignal.timeout(2000) }).catch(e => ({ status: String(e.cause?.code ?? e), text: async () => '' })); console.log(n, r.status, (await r.text()).slice(0, 100)) }
  console.log('heard', world.heard.length)
})
test('odd payloads', async () => {
  const { peer } = world
  const base = () => pressedButton({ value: 'hilfe', message: '1.1', responseUrl: peer.responseUrl() })
  const odd: object[] = [
    { ...base(), user: undefined }, { ...base(), user: { id: 5 } }, { ...base(), actions: [] }, { ...base(), actions: [null] }, { ...base(), actions: [{ type: 'button', action_id: 'kla:ask:1:0', value: { a: 1 } }] },
    { ...base(), actions: [{ type: 'button', action_id: 'a0', block_id: 'b', value: 'x'.repeat(200_000) }] },
    { ...base(), channel: undefined, container: undefined }, { ...base(), trigger_id: undefined },
    { ...base(), message: undefined, container: undefined, channel: undefined, view: { id: 'V', type: 'modal', private_metadata: '{"command":"x","channel":["C"],"from":"post"}' } },
    { ...base(), view: { id: 'V', type: 'modal', private_metadata: 'null' } },
    { ...base(), view: { id: 'V', type: 'home', private_metadata: '{"command":"","channel":"D0COORD","from":"home"}' } },
    sentView({ id: 'V1', hash: 'h', type: 'modal', callback_id: 'kla_form', private_metadata: 'kein json', blocks: [{ type: 'input', block_id: 'feld:a', optional: true }] } as never, {}),
    sentView({ id: 'V2', hash: 'h', type: 'modal', callback_id: 'kla_form', private_metadata: '[]', blocks: 'x' } as never, {}),
    sentView({ id: 'V3', hash: 'h', type: 'modal', callback_id: 'kla_form', private_metadata: '{"command":"vorgang","channel":"C0PROJEKT","from":"post"}', blocks: [{ type: 'input', block_id: 'feld:__proto__' }, { type: 'input', block_id: 'feld:' }] } as never, { 'feld:__proto__': { type: 'plain_text_input', value: 'x' }, 'feld:': { type: 'plain_text_input', value: 'y' } }),
    sentView({ id: 'V4', hash: 'h', type: 'modal', callback_id: 'kla_form', private_metadata: '{"command":"vorgang","channel":"C0PROJEKT","from":"post"}', blocks: [{ type: 'input', block_id: 'feld:a' }] } as never, { 'feld:a': { type: 'plain_text_input', value: 7 as never } }),
    { type: 'shortcut', callback_id: 'kla_take_in' }, { type: 'message_action', callback_id: 'kla_take_in' }, { type: 'unknown' }, {},
  ]
  for (const body of odd) { const r = await postSigned(url, secret, { kind: 'interactive', body }); console.log(r.status, JSON.stringify(body).slice(0, 120)) }
  const events: object[] = [ mention({ text: null as never }), mention({ text: 5 as never }), { type: 'message' }, { type: 'message', channel_type: 'im', user: 'U0COORD', ts: 'abc', channel: 'D0COORD' }, { type: 'message', channel_type: 'channel', user: 'U0COORD', ts: 'abc', text: 'x', channel: 'C0PROJEKT' }, { type: 'message', channel_type: 'channel', user: 'U0COORD', ts: '1e400', text: 'x', channel: 'C0PROJEKT' }, { type: 'message', channel_type: 'channel', user: 'U0COORD', ts: '5.5', text: ['x'], channel: 'C0PROJEKT' }, { type: 'reaction_added', user: 'U0COORD', reaction: 'ticket', item: null }, { type: 'link_shared', links: 'x', channel: 'C0PROJEKT', message_ts: '1' }, { type: 'app_home_opened', user: 'U0COORD' }, null as never ]
  for (const e of events) { const r = await postSigned(url, secret, { kind: 'event', body: eventCallback(e) }); console.log(r.status, JSON.stringify(e)?.slice(0, 100)) }
  await new Promise(r => setTimeout(r, 1500))
  console.log('heard', JSON.stringify(world.heard.map(h => [h.text.slice(0, 30), h.filled, h.place.channel])))
  console.log(world.logged.join('').slice(0, 5000))
  console.log('overheard', JSON.stringify(world.overheard).slice(0, 500))
  const r = await postSigned(url, secret, { kind: 'interactive', body: pressedButton({ value: 'lebt', message: '1.1', responseUrl: peer.responseUrl() }) }); console.log('alive', r.status)
})
