import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startSlackPeer } from '../../peers/slack.ts'
import { channelMessage } from '../../peers/slackInteractions.ts'
import {
  directMessage,
  eventCallback,
  mention,
  pressedButton,
  slashCommand,
} from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

const channel = 'C0PROJEKT'
const by = { user: 'U0COORD' }
let world: SlackWorld
afterEach(() => world.stop())

describe('two connections', () => {
  beforeEach(async () => {
    world = await slackWorld()
  })

  test('stand at once; an event that comes over both, and again later, is answered once', async () => {
    const { peer, heard } = world
    expect(peer.socket.open()).toBe(2)
    const event = eventCallback(mention({ text: '<@U0KLABOT> status' }), 'Ev0DOPPELT')
    await Promise.all([peer.socket.send('events_api', event, 0), peer.socket.send('events_api', event, 1)])
    await peer.socket.send('events_api', event)
    await peer.socket.send('events_api', eventCallback(directMessage({ text: 'hilfe' })))
    await eventually(() => peer.messages('D0COORD')[0])
    expect(heard.map(each => each.text).toSorted()).toEqual(['hilfe', 'status'])
    expect(peer.messages(channel)).toHaveLength(1)
  })

  test('while one is renewed the other hears', async () => {
    const { peer } = world
    peer.failNext('apps.connections.open', { kind: 'http', status: 503 }, 3)
    peer.socket.oneEnds()
    expect(await world.slack.check()).toBeNull()
    await peer.socket.send('events_api', eventCallback(directMessage({ text: 'hilfe' })))
    await eventually(() => peer.messages('D0COORD')[0])
    await eventually(() => peer.socket.open() === 2)
  })
})

test('one of two connections that gives no sign of life is dropped and made anew; the other is left alone', async () => {
  world = await slackWorld({ silence: 1_500 })
  const { peer } = world
  peer.socket.oneFallsSilent()
  await eventually(() => world.logged.some(line => line.includes('ohne Lebenszeichen')))
  await eventually(() => peer.socket.opened() === 3 && peer.socket.open() === 2)
  expect(world.logged.filter(line => line.includes('ohne Lebenszeichen'))).toHaveLength(1)
  await peer.socket.send('events_api', eventCallback(directMessage({ text: 'hilfe' })))
  await eventually(() => peer.messages('D0COORD')[0])
})

test('connections that only hear pings are alive, however long nothing is said', async () => {
  world = await slackWorld({ silence: 1_500 })
  const { peer } = world
  const pings = peer.socket.pings()
  // Each connection asks three times in the time after which silence would be too long.
  await eventually(() => peer.socket.pings() >= pings + 12)
  expect(peer.socket.opened()).toBe(2)
})

describe('a slow database', () => {
  test('delays no acknowledgement: events, commands, buttons and messages all have theirs within a second', async () => {
    const never = new Promise<never>(() => {})
    world = await slackWorld({
      core: { firstTime: () => never, personOf: () => never, hear: () => never, form: () => never },
    })
    const { peer } = world
    const responseUrl = peer.responseUrl()
    const acks = await Promise.all([
      peer.socket.send('slash_commands', slashCommand({ text: 'status', responseUrl })),
      peer.socket.send('events_api', eventCallback(mention({ text: '<@U0KLABOT> status' }))),
      peer.socket.send('events_api', eventCallback(directMessage({ text: 'status' }))),
      peer.socket.send('events_api', eventCallback(channelMessage(peer.say(channel, 'Frage', by)))),
      peer.socket.send(
        'interactive',
        pressedButton({ value: 'hilfe', message: '1713765000.000100', responseUrl }),
      ),
    ])
    for (const { ackedAfter } of acks) expect(ackedAfter).toBeLessThan(1_000)
    expect(world.heard).toEqual([])
  })
})

test('an answer that arrives before its question is told again after it, so both are kept in order', async () => {
  const kept: string[] = []
  const questions = new Set<string>()
  world = await slackWorld({
    channels: [channel],
    core: {
      // As our own core does it: an answer belongs to a question that is known, or to nothing.
      async hear({ address, thread, text }) {
        if (thread === null) questions.add(address)
        if ((thread === null || questions.has(thread)) && !kept.includes(text)) kept.push(text)
        return null
      },
    },
  })
  const { peer, memory } = world
  await eventually(() => memory.has(`gelesen:${channel}`))
  const question = peer.say(channel, 'Frage', by)
  const answer = peer.say(channel, 'Antwort', { ...by, thread_ts: question.ts })
  await peer.socket.send('events_api', eventCallback(channelMessage(answer)))
  await peer.socket.send('events_api', eventCallback(channelMessage(question)))
  await eventually(() => kept.length === 1)
  // Every few minutes, and after each new connection.
  peer.socket.askToReconnect()
  await eventually(() => kept.length === 2)
  expect(kept).toEqual(['Frage', 'Antwort'])
})

test('a Slack that was away: what was said meanwhile is found when it is back, and posts are later', async () => {
  world = await slackWorld({ channels: [channel] })
  const { peer, memory, slack } = world
  await eventually(() => memory.has(`gelesen:${channel}`))
  const port = Number(new URL(peer.apiUrl).port)
  await peer.stop()
  expect((await slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('later')
  const back = await startSlackPeer({ port })
  back.addChannel(channel)
  back.say(channel, 'In der Zwischenzeit', by)
  world.peer = back
  await eventually(() => world.overheard.length > 0)
  expect(world.overheard.map(each => each.text)).toEqual(['In der Zwischenzeit'])
  await expect.poll(() => slack.check(), { timeout: 20_000 }).toBeNull()
  expect((await slack.platform.post(channel, statusReply, 'a', null)).kind).toBe('posted')
  await slack.stop()
  await back.stop()
})

test('a storm of 429: every post says when to come again, and each arrives once', async () => {
  world = await slackWorld({ gap: 20 })
  const { peer, slack } = world
  peer.failNext('chat.postMessage', { kind: 'rate-limit', retryAfter: 1 }, 3)
  const keys = Array.from({ length: 12 }, (_, i) => `announcement:${i}:slack`)
  const asked = () => peer.calls.filter(call => call.method === 'chat.postMessage')
  await Promise.all(
    keys.map(async key => {
      for (;;) {
        const result = await slack.platform.post(channel, statusReply, key, null)
        if (result.kind === 'posted') return
        if (result.kind !== 'later') throw new Error(result.reason)
        expect(result.retryAfterSeconds).toBeGreaterThanOrEqual(1)
        // A job would come again at the time that it was told; here it asks at once, and must not get through for that.
        await new Promise(resolve => setImmediate(resolve))
      }
    }),
  )
  const posted = peer.messages(channel).map(message => message.metadata?.event_payload.key)
  expect(posted.toSorted()).toEqual(keys.toSorted())
  expect(asked()).toHaveLength(keys.length + 3)
  // After each 429 nothing is asked before its pause is over.
  const pauses = asked()
    .slice(1, 4)
    .map((call, i) => call.at - asked()[i]!.at)
  for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(990)
})
