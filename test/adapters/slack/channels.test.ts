import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silence } from '../../../src/reply/reply.ts'
import { startSlackPeer } from '../../peers/slack.ts'
import { channelMessage } from '../../peers/slackInteractions.ts'
import { eventCallback, mention } from '../../peers/slackPayloads.ts'
import type { PeerMessage } from '../../peers/slackWebApi.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

const channel = 'C0PROJEKT'
const by = { user: 'U0COORD' }
let world: SlackWorld
let memory: Map<string, unknown>
beforeEach(async () => {
  memory = new Map()
  world = await slackWorld({ channels: [channel], memory })
  // The first start begins at now.
  await eventually(() => memory.has(`gelesen:${channel}`))
})
afterEach(() => world.stop())

const told = (message: PeerMessage) =>
  world.peer.socket.send('events_api', eventCallback(channelMessage(message)))
const texts = () => world.overheard.map(each => each.text)

describe('a message in a channel that is not meant for us', () => {
  test('is heard with its writer, thread, time and number of files, and not answered', async () => {
    const { peer, overheard, heard } = world
    const question = peer.say(channel, 'Wer <@U0SCHUL> fehlt in *Elmshorn* &amp; warum?', {
      ...by,
      subtype: 'file_share',
      files: [{ id: 'F1' }],
    })
    await told(question)
    await told(peer.say(channel, 'Niemand', { user: 'U0SCHUL', thread_ts: question.ts }))
    await eventually(() => overheard.length === 2)
    expect(overheard[0]).toEqual({
      address: question.ts,
      channel,
      thread: null,
      author: { id: 'slack:U0COORD', name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] },
      text: 'Wer Koordination Schulamt fehlt in Elmshorn & warum?',
      at: new Date(Math.floor(Number(question.ts) * 1000)).toISOString(),
      files: 1,
    })
    expect(overheard[1]).toMatchObject({ thread: question.ts, text: 'Niemand' })
    expect(heard).toEqual([])
  })

  test('is nothing when a bot, we, Slack itself or an edit wrote it, or when it mentions us', async () => {
    const { peer } = world
    const notHeard: Partial<PeerMessage>[] = [
      { bot_id: 'B0OTHER' },
      { ...by, bot_id: 'B0OTHER' },
      { user: 'U0KLABOT' },
      { user: 'USLACKBOT' },
      ...['message_changed', 'message_deleted', 'channel_join', 'bot_message', 'channel_topic'].map(
        subtype => ({
          ...by,
          subtype,
        }),
      ),
    ]
    for (const more of notHeard) await told(peer.say(channel, 'Frage', more))
    await told(peer.say(channel, '<@U0KLABOT> Vorgang daraus machen', by))
    // The control comes last and is heard alone.
    await told(peer.say(channel, 'Echte Frage', by))
    await eventually(() => texts().includes('Echte Frage'))
    expect(texts()).toEqual(['Echte Frage'])
  })

  test('a hint is shown to its writer alone, in the thread, and once although the message is told twice', async () => {
    await world.stop()
    const hint = { ...statusReply, summary: 'Bitte keine Namen.', audience: 'everyone' as const }
    world = await slackWorld({ core: { hear: async () => hint } })
    const { peer } = world
    const answer = peer.say(channel, 'Maria B. hat …', { ...by, thread_ts: '1713765000.000100' })
    await told(answer)
    await told(answer)
    await told(peer.say(channel, 'Noch etwas', by))
    await eventually(() => peer.ephemeral.length === 2)
    expect(peer.ephemeral.map(({ user, text, thread_ts }) => ({ user, text, thread_ts }))).toEqual([
      { user: 'U0COORD', text: 'Bitte keine Namen.', thread_ts: '1713765000.000100' },
      { user: 'U0COORD', text: 'Bitte keine Namen.', thread_ts: undefined },
    ])
    expect(peer.messages(channel).filter(message => message.bot_id === 'B0KLABOT')).toEqual([])
  })

  test('of a person from elsewhere in a shared channel is heard as a guest’s', async () => {
    await told(world.peer.say(channel, 'Frage von außen', { user: 'W0FREMD' }))
    await eventually(() => world.overheard[0])
    expect(world.overheard[0]?.author).toEqual({ id: 'slack:W0FREMD', name: 'Gast', roles: ['gast'] })
  })
})

describe('what no event told', () => {
  /** A new process with what the last one remembered. */
  async function again(core: Parameters<typeof slackWorld>[0] = {}) {
    const { peer } = world
    await world.slack.stop()
    world = await slackWorld({
      channels: [channel],
      memory,
      peer: Object.assign(peer, { addChannel() {} }),
      ...core,
    })
  }

  test('is found at the next start, answers in old threads too, in the order in which it was said', async () => {
    const { peer } = world
    const old = peer.say(channel, 'Alte Frage', by)
    await told(old)
    await eventually(() => texts().length === 1)
    await world.slack.stop()
    peer.say(channel, 'Erstens', by)
    peer.say(channel, 'Zweitens', { ...by, thread_ts: old.ts })
    peer.say(channel, 'Werbung')
    peer.say(channel, 'Drittens', { ...by, subtype: 'thread_broadcast', thread_ts: old.ts })
    await again()
    await eventually(() => texts().includes('Drittens'))
    expect(texts()).toEqual(['Alte Frage', 'Erstens', 'Zweitens', 'Drittens'])
  })

  test('before the first start stays unheard: it was said to others', async () => {
    await world.slack.stop()
    world.peer.say(channel, 'Vor der Zeit', by)
    memory.clear()
    await again()
    await eventually(() => memory.has(`gelesen:${channel}`))
    await told(world.peer.say(channel, 'Danach', by))
    await eventually(() => texts().includes('Danach'))
    await again()
    await eventually(() => texts().includes('Danach'))
    expect(texts()).not.toContain('Vor der Zeit')
  })

  test('over 600 messages is found, page by page', async () => {
    await world.slack.stop()
    for (let i = 0; i < 650; i++) world.peer.say(channel, `Frage ${i}`, by)
    await again()
    await eventually(() => texts().length === 650)
    expect(texts()).toEqual(Array.from({ length: 650 }, (_, i) => `Frage ${i}`))
  })

  test('waits while Slack asks for pauses, and is found then', async () => {
    const { peer } = world
    await world.slack.stop()
    peer.say(channel, 'Geduld', by)
    peer.failNext('conversations.history', { kind: 'rate-limit', retryAfter: 1 }, 2)
    await again()
    await eventually(() => texts().includes('Geduld'))
    const asked = peer.calls.filter(call => call.method === 'conversations.history')
    expect(asked.some((call, i) => i > 0 && call.at - asked[i - 1]!.at >= 990)).toBe(true)
  })

  test('is told again until the database takes it; the cursor stays before it', async () => {
    const { peer } = world
    let away = true
    const kept: string[] = []
    await world.slack.stop()
    const before = memory.get(`gelesen:${channel}`)
    peer.say(channel, 'Geht nicht verloren', by)
    await again({
      core: {
        async hear({ text }) {
          if (away) throw new Error('database away')
          kept.push(text)
          return null
        },
        memory: {
          get: async <T>(key: string) => memory.get(key) as T,
          async set(key, value) {
            if (away) throw new Error('database away')
            memory.set(key, value)
          },
        },
      },
    })
    const tries = () => world.logged.filter(line => line.includes('nicht nachgelesen')).length
    await eventually(() => tries() >= 3)
    expect(memory.get(`gelesen:${channel}`)).toBe(before)
    away = false
    await eventually(() => memory.get(`gelesen:${channel}`) !== before)
    expect(kept).toContain('Geht nicht verloren')
  })

  test('an event whose message could not be kept is told again, in a channel that nobody reads behind too', async () => {
    await world.stop()
    let away = true
    const kept: string[] = []
    world = await slackWorld({
      core: {
        async hear({ text }) {
          if (away) throw new Error('database away')
          kept.push(text)
          return null
        },
        memory: {
          get: async () => null,
          async set() {
            if (away) throw new Error('database away')
          },
        },
      },
    })
    const { ackedAfter } = await told(world.peer.say(channel, 'Wichtig', by))
    expect(ackedAfter).toBeLessThan(1_000)
    away = false
    await eventually(() => kept.length > 0)
    expect(kept).toEqual(['Wichtig'])
  })

  test('a question that mentions us and could not be kept is told again', async () => {
    await world.stop()
    const told: string[] = []
    world = await slackWorld({
      answer: async () => silence,
      core: {
        async hear({ text }) {
          if (told.push(text) === 1) throw new Error('database away')
          return null
        },
        memory: { get: async () => null, set: async () => {} },
      },
    })
    await world.peer.socket.send('events_api', eventCallback(mention({ text: '<@U0KLABOT> Wer zahlt das?' })))
    await eventually(() => told.length > 1)
    expect(told).toEqual(['Wer zahlt das?', 'Wer zahlt das?'])
  })

  test('one message that never goes through does not stop those after it', async () => {
    await world.slack.stop()
    world.peer.say(channel, 'giftig', by)
    world.peer.say(channel, 'gesund', by)
    const kept: string[] = []
    await again({
      core: {
        async hear({ text }) {
          if (text === 'giftig') throw new Error('never')
          kept.push(text)
          return null
        },
      },
    })
    await eventually(() => world.logged.some(line => line.includes('Nachricht nicht aufgenommen')))
    expect(kept[0]).toBe('gesund')
    // And the cursor gets past it.
    const last = world.peer.messages(channel).at(-1)!
    await eventually(() => (memory.get(`gelesen:${channel}`) as { read: string }).read === last.ts)
    expect(world.logged.join('')).not.toContain('giftig')
  })

  test('a channel to which nobody invited the app is named, and heard from the moment somebody does', async () => {
    const { peer } = world
    await world.stop()
    const fresh = await startSlackPeer()
    memory.clear()
    world = await slackWorld({ channels: ['C0NEU', channel], memory, peer: fresh })
    await expect
      .poll(() => world.slack.check(), { timeout: 20_000 })
      .toBe(
        'Im Slack-Kanal C0NEU hört und schreibt die App nichts. Bitte dort einladen (/invite) oder aus den Einstellungen nehmen.',
      )
    expect(peer).not.toBe(fresh)
    fresh.addChannel('C0NEU')
    fresh.socket.askToReconnect()
    await expect.poll(() => world.slack.check(), { timeout: 20_000 }).toBeNull()
  })
})

describe('a mention that is no order', () => {
  test('is heard as a question, once, and not answered', async () => {
    const own = await slackWorld({ answer: async () => silence })
    try {
      const text = '<@U0KLABOT> Wer springt ein?'
      const { ts } = own.peer.say(channel, text, by)
      const event = eventCallback(mention({ text, user: 'U0COORD', channel, ts }))
      await own.peer.socket.send('events_api', event)
      await own.peer.socket.send('events_api', event)
      await eventually(() => own.overheard.length > 0)
      await own.slack.stop()
      expect(own.overheard.map(each => [each.address, each.text])).toEqual([[ts, 'Wer springt ein?']])
      expect(own.peer.messages(channel).map(each => each.text)).toEqual([text])
    } finally {
      await own.stop()
    }
  })
})
