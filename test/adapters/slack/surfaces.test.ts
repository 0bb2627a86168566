import { afterEach, describe, expect, test } from 'vitest'
import type { ChatCore } from '../../../src/adapters/chatTypes.ts'
import type { Person, Place, Said } from '../../../src/reply/incoming.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import {
  homeOpened,
  linkShared,
  messageShortcut,
  pressedInView,
  reaction,
} from '../../peers/slackInteractions.ts'
import { directMessage, eventCallback } from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

const channel = 'C0PROJEKT'
let world: SlackWorld
afterEach(() => world.stop())

const event = (said: object, id?: string) => world.peer.socket.send('events_api', eventCallback(said, id))

describe('a message that somebody wants to be a Vorgang', () => {
  let taken: { said: Said; by: Person }[]
  async function takingWorld(reply: Reply = { ...statusReply, audience: 'asker' }) {
    taken = []
    world = await slackWorld({
      core: {
        async takeIn(said, by) {
          taken.push({ said, by })
          return reply
        },
      },
    })
  }

  test('by its menu: the message is taken in for who asked, who alone sees the answer, in its thread', async () => {
    await takingWorld()
    const { peer } = world
    const message = peer.say(channel, 'Es fehlt &gt; 1 Kraft', { user: 'U0SCHUL' })
    const shortcut = messageShortcut({ message, responseUrl: peer.responseUrl() })
    await peer.socket.send('interactive', shortcut)
    const { body } = await eventually(() => peer.responses[0])
    expect(taken).toEqual([
      {
        said: expect.objectContaining({
          address: message.ts,
          channel,
          thread: null,
          text: 'Es fehlt > 1 Kraft',
          author: expect.objectContaining({ name: 'Koordination Schulamt' }),
        }),
        by: expect.objectContaining({ id: 'slack:U0COORD' }),
      },
    ])
    expect(body).toMatchObject({ response_type: 'ephemeral', thread_ts: message.ts })
  })

  test('by our emoji, whatever its colour: the text is fetched, from threads too, and Slack’s repeat changes nothing', async () => {
    await takingWorld()
    const { peer } = world
    const root = peer.say(channel, 'Wurzel', { user: 'U0SCHUL' })
    const answer = peer.say(channel, 'Antwort', { user: 'W0FREMD', thread_ts: root.ts })
    await event(reaction({ ts: root.ts, emoji: 'herz' }))
    await event(reaction({ ts: root.ts }), 'Ev0EMOJI')
    await event(reaction({ ts: root.ts }), 'Ev0EMOJI')
    await event(reaction({ ts: answer.ts, emoji: 'ticket::skin-tone-3' }))
    await eventually(() => peer.ephemeral.length === 2)
    expect(taken.map(({ said }) => [said.text, said.thread, said.author.name]).toSorted()).toEqual([
      ['Antwort', root.ts, 'Gast'],
      ['Wurzel', null, 'Koordination Schulamt'],
    ])
    for (const shown of peer.ephemeral) expect(shown).toMatchObject({ user: 'U0COORD', thread_ts: root.ts })
  })

  test('an answer for everyone stands in the thread of the message', async () => {
    await takingWorld(statusReply)
    const { peer } = world
    const message = peer.say(channel, 'Wurzel', { user: 'U0SCHUL' })
    await event(reaction({ ts: message.ts }))
    await eventually(() => peer.messages(channel).some(each => each.thread_ts === message.ts))
  })

  test('what we wrote ourselves, or cannot read, is refused with a sentence', async () => {
    await takingWorld()
    const { peer } = world
    const own = peer.say(channel, 'Neue Anfrage', { user: peer.botUserId, bot_id: 'B0KLABOT' })
    await event(reaction({ ts: own.ts }))
    await event(reaction({ ts: '1700000000.000100' }))
    await eventually(() => peer.ephemeral.length === 2)
    expect(peer.ephemeral.map(each => each.text).toSorted()).toEqual([
      'Das habe ich selbst geschrieben. Daraus wird kein Vorgang.',
      'Diese Nachricht kann ich nicht lesen. Bitte laden Sie die App in den Kanal ein.',
    ])
    expect(taken).toEqual([])
  })

  test('that was forwarded is taken with the words that were forwarded', async () => {
    await takingWorld()
    const { peer } = world
    const message = peer.say(channel, '', { user: 'U0SCHUL' })
    const forwarded = { ...message, attachments: [{ is_share: true, text: 'Wann beginnt der Einsatz?' }] }
    await peer.socket.send(
      'interactive',
      messageShortcut({ message: forwarded, responseUrl: peer.responseUrl() }),
    )
    await eventually(() => taken[0])
    expect(taken[0]?.said.text).toBe('Wann beginnt der Einsatz?')
  })
})

describe('our page in Slack', () => {
  const homeReply: Reply = {
    summary: 'Meine Vorgänge',
    blocks: [
      { kind: 'heading', text: 'Meine Vorgänge' },
      {
        kind: 'actions',
        actions: [
          { label: 'Zeigen', command: 'vorgang zeigen KA-2024-0017' },
          { label: 'Arbeitsplatz', command: '', url: 'https://kla.kreis.example/' },
        ],
      },
    ],
    audience: 'asker',
  }
  const asked: { person: Person; place: Place }[] = []
  const home: ChatCore['home'] = async (person, place) => {
    asked.push({ person, place })
    return homeReply
  }

  test('is made for who opens it, as a place that nobody else sees; the other tab is no reason', async () => {
    world = await slackWorld({ core: { home } })
    const { peer } = world
    asked.length = 0
    await event(homeOpened('U0SCHUL', 'D0SCHUL', 'messages'))
    await event(homeOpened())
    const view = await eventually(() => peer.views.get('home:U0COORD'))
    expect(asked).toEqual([
      {
        person: expect.objectContaining({ id: 'slack:U0COORD' }),
        place: { platform: 'slack', shared: false, channel: 'D0COORD', thread: null, level: 'metadaten' },
      },
    ])
    expect(view.type).toBe('home')
    expect(JSON.stringify(view.blocks)).toContain('https://kla.kreis.example/')
    expect(peer.views.has('home:U0SCHUL')).toBe(false)
  })

  test('a button there opens the answer over the page, and the page is made anew', async () => {
    world = await slackWorld({ core: { home } })
    const { peer, heard } = world
    asked.length = 0
    await event(homeOpened())
    const view = await eventually(() => peer.views.get('home:U0COORD'))
    const pressed = {
      view,
      value: 'vorgang zeigen KA-2024-0017',
      trigger: peer.trigger(),
      actionId: 'kla:1:0',
    }
    await peer.socket.send('interactive', pressedInView(pressed))
    await eventually(() => asked.length === 2)
    const modal = [...peer.views.values()].find(each => each.type === 'modal')
    expect(modal?.title?.text).toBe('Antwort')
    expect(JSON.stringify(modal?.blocks)).toContain('Region 1: Elmshorn')
    expect(heard[0]).toMatchObject({ text: 'vorgang zeigen KA-2024-0017', place: { shared: false } })
    // A button on that answer shows its own answer in the same place.
    const next = { view: modal!, value: 'fristen', trigger: peer.trigger(), actionId: 'kla:1:0' }
    await peer.socket.send('interactive', pressedInView(next))
    await eventually(() => asked.length === 3)
    expect(heard[1]?.text).toBe('fristen')
    expect([...peer.views.values()].filter(each => each.type === 'modal')).toHaveLength(1)
    expect(peer.messages('D0COORD')).toEqual([])
  })

  test('a button that leads to the workplace wants to be acknowledged and nothing else', async () => {
    world = await slackWorld({ core: { home } })
    const { peer } = world
    await event(homeOpened())
    const view = await eventually(() => peer.views.get('home:U0COORD'))
    const link = pressedInView({ view, value: '', trigger: peer.trigger(), actionId: 'kla:url:1:1' })
    expect((await peer.socket.send('interactive', link)).ackedAfter).toBeLessThan(1_000)
    await event(directMessage({ text: 'danach' }))
    await eventually(() => peer.messages('D0COORD')[0])
    expect(world.heard.map(each => each.text)).toEqual(['danach'])
  })
})

describe('a link to a Vorgang', () => {
  const url = 'https://kla.kreis.example/vorgang/KA-2024-0017'

  test('shows below the message what this place may see', async () => {
    const places: Place[] = []
    world = await slackWorld({
      core: {
        async unfurl(link, place) {
          places.push(place)
          return link === url ? statusReply : null
        },
        level: 'auszug',
      },
    })
    const { peer } = world
    const { ts } = peer.say(channel, `siehe ${url}`, { user: 'U0COORD' })
    await event(linkShared({ url, ts }))
    const shown = await eventually(() => peer.unfurls.get(ts))
    expect(JSON.stringify(shown[url])).toContain('Region 1: Elmshorn')
    expect(places).toEqual([{ platform: 'slack', shared: true, channel, thread: null, level: 'auszug' }])
  })

  test('shows nothing where nothing may be seen, nor while somebody still writes', async () => {
    world = await slackWorld({ core: { unfurl: async link => (link === url ? statusReply : null) } })
    const { peer } = world
    const { ts } = peer.say(channel, 'x', { user: 'U0COORD' })
    await event(linkShared({ url: 'https://kla.kreis.example/anderes', ts }))
    await event(linkShared({ url, ts, source: 'composer' }))
    await event(directMessage({ text: 'danach' }))
    await eventually(() => peer.messages('D0COORD')[0])
    expect(peer.unfurls.size).toBe(0)
  })
})
