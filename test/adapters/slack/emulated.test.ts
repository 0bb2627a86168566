import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import type { RunningPlatform } from '../../../src/adapters/chatTypes.ts'
import { neededScopes } from '../../../src/adapters/slack/manifest.ts'
import { startSlack } from '../../../src/adapters/slack/startSlack.ts'
import type { DrawTimeline } from '../../../src/adapters/types.ts'
import { openLog } from '../../../src/log.ts'
import type { Form } from '../../../src/reply/form.ts'
import type { Incoming, Said } from '../../../src/reply/incoming.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { timelinePicture } from '../../../src/texts/timeline/timelineText.ts'
import { tender, timeline } from '../../domain/timeline/timelines.ts'
import { botToken, type EmulatedSlack, startEmulatedSlack } from '../../peers/slackEmulated.ts'
import { homeOpened, reaction } from '../../peers/slackInteractions.ts'
import {
  directMessage,
  eventCallback,
  mention,
  postSigned,
  pressedButton,
} from '../../peers/slackPayloads.ts'
import { coreOf, eventually, statusReply } from './world.ts'

const secret = '8f742231b10e8888abcd99yyyzzz85a5'
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3])
const drawTimeline: DrawTimeline = async (_timeline, alt) => ({ png, width: 2, height: 2, alt })
const picture: Reply = {
  summary: 'Zeitplan Region 1',
  blocks: [timelinePicture(timeline(tender))!],
  audience: 'everyone',
}

const form: Form = {
  title: 'KA-2024-0017 abgeben',
  command: 'vorgang abgeben KA-2024-0017',
  submit: 'Abgeben',
  fields: [
    { key: 'grund', kind: 'line', label: 'Grund der Abgabe', hint: null, required: true, initial: null },
  ],
}

let emulated: EmulatedSlack
let slack: RunningPlatform
let heard: Incoming[]
let overheard: Said[]
let send: (kind: 'event' | 'interactive', body: object) => Promise<Response>
let close: () => Promise<void>

async function start(scopes?: readonly string[]) {
  emulated = await startEmulatedSlack(scopes)
  heard = []
  overheard = []
  const memory = new Map<string, unknown>()
  slack = await startSlack({
    mode: { kind: 'http', signingSecret: secret },
    botToken,
    command: 'kla',
    emoji: 'ticket',
    core: {
      ...coreOf({ heard, overheard, memory, answer: async () => statusReply }),
      form: async () => form,
      async takeIn(said) {
        overheard.push(said)
        return { ...statusReply, summary: 'Ist jetzt KA-2024-0017.', audience: 'asker' }
      },
    },
    channels: [],
    gap: 0,
    log: openLog({ level: 'silent', plain: false }),
    drawTimeline,
    apiUrl: emulated.apiUrl,
  })
  const server = Fastify()
  await server.register(slack.plugin!) // HTTP mode always brings its route.
  const url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/slack/events`
  send = (kind, body) => postSigned(url, secret, { kind, body })
  close = () => server.close()
}
afterEach(async () => {
  await close()
  await slack.stop()
  await emulated.stop()
})

async function messages() {
  const { messages: all = [] } = await emulated.person.conversations.history({ channel: emulated.channel })
  return all
}

test('the rights of the manifest are enough to post, answer in threads, change, and find posts again', async () => {
  await start()
  expect(await slack.check()).toBeNull()
  const { channel, person } = emulated
  const { platform } = slack
  const first = await platform.post(channel, statusReply, 'announcement:17:slack', null)
  const thread = first.kind === 'posted' ? first.address : ''
  expect((await platform.post(channel, statusReply, 'news:17:1', thread)).kind).toBe('posted')
  const since = new Date(Date.now() - 60_000).toISOString()
  expect(await platform.findPost(channel, 'announcement:17:slack', { since, thread: null })).toBe(thread)
  expect(await platform.findPost(channel, 'news:17:1', { since, thread: null })).toBeNull()
  const news = await platform.findPost(channel, 'news:17:1', { since, thread })
  const { messages: inThread = [] } = await person.conversations.replies({ channel, ts: thread })
  expect(inThread.map(message => message.ts)).toEqual([thread, news])
  const changed = await platform.update(channel, thread, { ...statusReply, summary: 'erledigt' })
  expect(changed).toEqual({ kind: 'posted', address: thread })
  expect((await messages()).find(message => message.ts === thread)?.text).toBe('erledigt')
  // It is still the post with this key.
  expect(await platform.findPost(channel, 'announcement:17:slack', { since, thread: null })).toBe(thread)
  const { permalink } = await person.chat.getPermalink({ channel, message_ts: thread })
  expect(permalink).toContain(channel)
})

test('a channel that is closed to us says so', async () => {
  await start()
  const { person, channel } = emulated
  const { channels = [] } = await person.conversations.list()
  const random = channels.find(each => each.name === 'random')?.id ?? ''
  const kind = async (id: string) => (await slack.platform.post(id, statusReply, 'k', null)).kind
  expect(await kind(channel)).toBe('posted')
  expect(await kind('C0GIBTESNICHT')).toBe('channel-closed')
  await person.conversations.archive({ channel })
  expect(await kind(channel)).toBe('channel-closed')
  expect(random).not.toBe('')
})

test('a picture is laid there with the rights that we have; without them the words go out', async () => {
  await start()
  expect((await slack.platform.post(emulated.channel, picture, 'timeline:1', null)).kind).toBe('posted')
  const [shown] = await messages()
  expect(shown?.blocks?.[0]).toMatchObject({ type: 'image' })
  expect(await emulated.page('files')).toContain('zeitplan.png')
  await close()
  await slack.stop()
  await emulated.stop()
  await start(neededScopes.filter(scope => scope !== 'files:write'))
  expect((await slack.platform.post(emulated.channel, picture, 'timeline:1', null)).kind).toBe('posted')
  expect((await messages())[0]?.blocks?.[0]).toMatchObject({ type: 'section' })
})

test('a mention is answered in its thread, our emoji takes the message in, and its person alone sees the answer', async () => {
  await start()
  const { person, channel, personId: user } = emulated
  const { ts = '' } = await person.chat.postMessage({ channel, text: 'Wer kann in Elmshorn einspringen?' })
  await send('event', eventCallback(mention({ text: '<@U0KLABOT> status', channel, thread: ts, user })))
  await eventually(() => heard[0])
  const { messages: replies = [] } = await eventuallyAsync(
    () => person.conversations.replies({ channel, ts }),
    found => (found.messages?.length ?? 0) === 2,
  )
  expect(replies[1]).toMatchObject({ user: 'U0KLABOT', text: statusReply.summary })
  await send('event', eventCallback(reaction({ ts, channel, user })))
  await eventually(() => overheard[0])
  expect(overheard[0]).toMatchObject({ address: ts, text: 'Wer kann in Elmshorn einspringen?' })
  await eventuallyAsync(
    () => emulated.page(`messages&channel=${channel}`),
    page => page.includes('Ist jetzt KA-2024-0017.') && page.includes('ephemeral'),
  )
  expect(JSON.stringify(await person.conversations.replies({ channel, ts }))).not.toContain('Ist jetzt')
})

test('our own conversation is told from that of others', async () => {
  await start()
  const { person, personId: user } = emulated
  const { channel } = await person.conversations.open({ users: 'U0KLABOT' })
  await send('event', eventCallback(directMessage({ text: 'fristen', channel: channel?.id ?? '', user })))
  await eventually(() => heard[0])
  expect(heard[0]?.place.shared).toBe(false)
})

test('home page and modal are taken as they are, the modal within the three seconds that a press permits it', async () => {
  await start()
  const { personId: user, channel } = emulated
  await send('event', eventCallback(homeOpened(user, 'D0COORD')))
  await eventuallyAsync(
    () => emulated.page('views'),
    page => page.includes('Region 1: Elmshorn') && !page.includes('No App Home views'),
  )
  const press = {
    ...pressedButton({
      value: 'vorgang abgeben',
      message: '1.1',
      responseUrl: 'http://127.0.0.1:9/',
      channel,
      user,
    }),
    trigger_id: await emulated.trigger(),
  }
  const asking = { ...press, actions: [{ ...press.actions[0], action_id: 'kla:ask:0:0' }] }
  await send('interactive', asking)
  await eventuallyAsync(
    () => emulated.page('views'),
    page => page.includes('KA-2024-0017 abgeben'),
  )
})

async function eventuallyAsync<T>(ask: () => Promise<T>, good: (found: T) => boolean): Promise<T> {
  const until = Date.now() + 20_000
  for (;;) {
    const found = await ask()
    if (good(found) || Date.now() > until) {
      expect(good(found)).toBe(true)
      return found
    }
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
