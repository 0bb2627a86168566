import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/reply/reply.ts'
import {
  addedByPerson,
  channel,
  coordinator,
  mention,
  overheard,
  toBot,
} from '../../peers/teamsActivities.ts'
import {
  eventually,
  one,
  only,
  shown,
  silence,
  statusReply,
  type TeamsWorld,
  teamsWorld,
  thread,
} from './world.ts'

let world: TeamsWorld
let reply: Reply
let hear: () => Promise<Reply | null>
beforeEach(async () => {
  reply = statusReply
  hear = async () => null
  world = await teamsWorld({
    core: {
      answer: async () => reply,
      hear: () => hear(),
    },
  })
})
afterEach(() => world.stop())

describe('what was said', () => {
  test('to the bot alone is answered there', async () => {
    await world.tell(toBot(world.peer, 'status region Elmshorn'))
    const posted = await one(() => world.peer.in('a:eigener-chat'))
    expect(posted.body.summary).toBe(statusReply.summary)
    expect(shown(posted.body)).toContain('Offene Anfragen')
    expect(world.answered[0]).toEqual({
      text: 'status region Elmshorn',
      person: { id: `teams:${coordinator.aadObjectId}`, name: 'Gast', roles: ['gast'] },
      place: {
        platform: 'teams',
        shared: false,
        channel: 'a:eigener-chat',
        thread: null,
        level: 'metadaten',
      },
    })
  })

  test('by mention in a channel loses the mention and is answered in the thread', async () => {
    await world.tell(
      mention(world.peer, '/status region K&#246;lln-Reisiek &amp; Elmshorn', undefined, { id: '7' }),
    )
    expect((await one(() => world.peer.in(thread('7')))).body.summary).toBe(statusReply.summary)
    expect(world.answered[0]).toMatchObject({
      text: '/status region Kölln-Reisiek & Elmshorn',
      place: { shared: true, channel, thread: null },
    })
  })

  test('in a thread is known to stand there', async () => {
    await world.tell(mention(world.peer, 'übernehmen', '1713765000001'))
    await one(() => world.peer.in(thread('1713765000001')))
    expect(world.answered[0]?.place.thread).toBe('1713765000001')
  })

  test('by a bot is not heard', async () => {
    await world.tell(overheard(world.peer, 'Wann?', undefined, { from: { id: '28:andere', role: 'bot' } }))
    await world.tell(toBot(world.peer, 'status'))
    await one(() => world.answered)
    expect(world.heard).toEqual([])
  })
})

test('the 200 comes before the answer, however long that takes', async () => {
  const found = Promise.withResolvers<void>()
  await world.stop()
  world = await teamsWorld({
    core: {
      answer: async () => {
        await found.promise
        return statusReply
      },
    },
  })
  expect((await world.tell(toBot(world.peer, 'status'))).status).toBe(200)
  expect(world.peer.posted).toEqual([])
  found.resolve()
  await one(() => world.peer.posted)
})

test('Teams repeats what it believes lost: a doubled activity is answered once', async () => {
  const activity = toBot(world.peer, 'status')
  await Promise.all([world.tell(activity), world.tell(activity), world.tell(activity)])
  await world.tell(toBot(world.peer, 'fristen'))
  await eventually(() => world.peer.posted.length === 2)
  expect(world.answered.map(each => each.text)).toEqual(['status', 'fristen'])
})

describe('an answer for the asker alone', () => {
  const secret = () =>
    only({ ...statusReply, summary: 'Nur für Sie', blocks: [{ kind: 'text', text: 'Nur für Sie' }] })

  test('goes to the chat of one’s own; the channel learns only that there is one', async () => {
    reply = secret()
    world.peer.reachable.add(coordinator.id)
    await world.tell(mention(world.peer, 'meine', '41'))
    const inChannel = await one(() => world.peer.in(thread('41')))
    expect(inChannel.body).toMatchObject({ text: expect.stringContaining('persönlichen Chat') })
    expect(shown(world.peer.in(`a:${coordinator.id}`)[0]?.body)).toContain('Nur für Sie')
    expect(shown(inChannel.body)).not.toContain('Nur für Sie')
  })

  test('goes to the chat that the person wrote in before', async () => {
    await world.tell(toBot(world.peer, 'status'))
    await one(() => world.peer.in('a:eigener-chat'))
    reply = secret()
    await world.tell(mention(world.peer, 'meine', '42'))
    await one(() => world.peer.in(thread('42')))
    expect(world.peer.in('a:eigener-chat')).toHaveLength(2)
  })

  test('never stands in the channel when the person has not added the app', async () => {
    reply = secret()
    await world.tell(mention(world.peer, 'meine', '43'))
    const inChannel = await one(() => world.peer.in(thread('43')))
    expect(shown(inChannel.body)).toMatch(/fügen Sie die App für sich selbst hinzu/)
    expect(world.peer.posted).toHaveLength(1)
    expect(JSON.stringify(world.peer.posted)).not.toContain('Nur für Sie')
  })
})

describe('a message that is not addressed to us', () => {
  test('is kept before Teams is told so', async () => {
    const stored = Promise.withResolvers<null>()
    hear = () => stored.promise
    const told = world.tell(
      overheard(world.peer, '<p>Wann startet&nbsp;Uetersen?</p>', undefined, {
        id: '51',
        attachments: [{ contentType: 'text/html' }, { contentType: 'image/png' }],
      }),
    )
    await one(() => world.heard)
    expect(await Promise.race([told, Promise.resolve('not yet')])).toBe('not yet')
    stored.resolve(null)
    expect((await told).status).toBe(200)
    expect(world.heard).toEqual([
      {
        address: '51',
        channel,
        thread: null,
        author: { id: `teams:${coordinator.aadObjectId}`, name: 'Gast', roles: ['gast'] },
        text: 'Wann startet Uetersen?',
        at: '2024-04-22T07:00:00.000Z',
        files: 1,
      },
    ])
    expect(world.answered).toEqual([])
  })

  test('comes again when it could not be kept', async () => {
    hear = () => Promise.reject(new Error('database away'))
    const activity = overheard(world.peer, 'Wann startet Uetersen?', '52')
    expect((await world.tell(activity)).status).toBe(500)
    hear = async () => null
    expect((await world.tell(activity)).status).toBe(200)
    expect(world.heard.map(each => each.thread)).toEqual(['52', '52'])
  })

  test('whose writer gets a hint gets it alone, or not at all', async () => {
    hear = async () => only({ ...statusReply, summary: 'Bitte keine Namen' })
    await world.tell(overheard(world.peer, 'Mein Sohn …', '53'))
    await eventually(() => world.peer.calls.some(call => call === 'POST /v3/conversations'))
    world.peer.reachable.add(coordinator.id)
    await world.tell(overheard(world.peer, 'Mein Sohn …', '54'))
    expect((await one(() => world.peer.posted)).conversation).toBe(`a:${coordinator.id}`)
    expect(world.peer.posted).toHaveLength(1)
  })

  test('as mention without an order is a question to the office', async () => {
    reply = silence
    await world.tell(mention(world.peer, 'Wann startet Uetersen?', undefined, { id: '55' }))
    expect(await one(() => world.heard)).toMatchObject({ address: '55', text: 'Wann startet Uetersen?' })
    expect(world.peer.posted).toEqual([])
  })
})

test('what is said in a channel is told in its order', async () => {
  const first = Promise.withResolvers<null>()
  const told: string[] = []
  await world.stop()
  world = await teamsWorld({
    core: {
      hear: async ({ text }) => {
        if (text === 'Frage') await first.promise
        told.push(text)
        return null
      },
    },
  })
  const question = world.tell(overheard(world.peer, 'Frage'))
  await one(() => world.heard)
  const answer = world.tell(overheard(world.peer, 'Antwort', '80'))
  await world.tell(toBot(world.peer, 'status'))
  await one(() => world.peer.posted)
  first.resolve(null)
  await Promise.all([question, answer])
  expect(told).toEqual(['Frage', 'Antwort'])
})

test('whoever adds the app sees the own Vorgänge at once', async () => {
  await world.tell(addedByPerson(world.peer))
  expect((await one(() => world.peer.in('a:eigener-chat'))).body.summary).toBe('Meine Vorgänge')
})

test('nothing that was said or answered stands in the log', async () => {
  world.peer.fail({ status: 500 })
  await world.tell(toBot(world.peer, 'geheimes Wort Quastenflosser'))
  await eventually(() => world.logged.some(line => line.includes('nicht zugestellt')))
  expect(world.logged.join('')).not.toMatch(/Quastenflosser|Elmshorn|eyJ/)
})
