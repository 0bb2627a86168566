import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  directMessage,
  eventCallback,
  mention,
  pressedButton,
  slashCommand,
} from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.stop())

describe('over Socket Mode', () => {
  test('/kla status region Elmshorn is answered to all in the channel', async () => {
    const { peer, heard } = world
    await peer.socket.send(
      'slash_commands',
      slashCommand({ text: 'status region Elmshorn', responseUrl: peer.responseUrl() }),
    )
    const { body } = await eventually(() => peer.responses[0])
    expect(heard[0]).toEqual({
      text: 'status region Elmshorn',
      person: { id: 'slack:U0COORD', name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] },
      place: {
        platform: 'slack',
        shared: true,
        channel: 'C0PROJEKT',
        thread: null,
        level: 'metadaten',
      },
    })
    expect(body).toMatchObject({
      response_type: 'in_channel',
      text: statusReply.summary,
      unfurl_links: false,
    })
    expect(JSON.stringify(body.blocks)).toContain('Region 1: Elmshorn')
  })

  test('a slash command under another name is what was typed', async () => {
    const { peer, heard } = world
    await peer.socket.send(
      'slash_commands',
      slashCommand({ command: '/status', text: 'region Elmshorn', responseUrl: peer.responseUrl() }),
    )
    await eventually(() => peer.responses[0])
    expect(heard[0]?.text).toBe('status region Elmshorn')
  })

  test('a mention in a thread is answered in that thread, without the mention in the text', async () => {
    const { peer, heard } = world
    const said = mention({
      text: '<@U0KLABOT> vorgang zuweisen KA-17 <@U0SCHUL>',
      thread: '1713765000.000100',
    })
    await peer.socket.send('events_api', eventCallback(said))
    const [post] = await eventually(() => peer.messages('C0PROJEKT').length > 0 && peer.messages('C0PROJEKT'))
    expect(heard[0]?.text).toBe('vorgang zuweisen KA-17 Koordination Schulamt')
    expect(heard[0]?.place).toMatchObject({ shared: true, thread: '1713765000.000100' })
    expect(post?.thread_ts).toBe('1713765000.000100')
  })

  test('a direct message is answered there, in a place that is not shared', async () => {
    const { peer, heard } = world
    await peer.socket.send('events_api', eventCallback(directMessage({ text: 'vorgang liste &amp; mehr' })))
    await eventually(() => peer.messages('D0COORD')[0])
    expect(heard[0]).toMatchObject({
      text: 'vorgang liste & mehr',
      place: { shared: false, channel: 'D0COORD' },
    })
  })

  test('what bots say, what is edited and what we said ourselves is not answered', async () => {
    const { peer, heard } = world
    const text = '<@U0KLABOT> status'
    const notMeant = [
      mention({ text, bot_id: 'B0OTHER' }),
      mention({ text, edited: { user: 'U0COORD', ts: '1' } }),
      mention({ text, user: 'U0KLABOT' }),
      directMessage({ text: 'status', bot_id: 'B0KLABOT' }),
      directMessage({ text: 'status', subtype: 'message_changed' }),
      directMessage({ text: 'status', subtype: 'bot_message' }),
    ]
    for (const event of notMeant) await peer.socket.send('events_api', eventCallback(event))
    // The control: the same words by a person are answered, after all the others.
    await peer.socket.send('events_api', eventCallback(mention({ text })))
    await eventually(() => peer.messages('C0PROJEKT')[0])
    expect(heard).toHaveLength(1)
    expect(peer.messages('D0COORD')).toHaveLength(0)
  })

  test('an event that Slack repeats is answered once', async () => {
    const { peer, heard } = world
    const event = mention({ text: '<@U0KLABOT> status' })
    await peer.socket.send('events_api', eventCallback(event, 'Ev1'))
    await peer.socket.send('events_api', eventCallback(event, 'Ev1'))
    await peer.socket.send('events_api', eventCallback(event, 'Ev2'))
    await eventually(() => peer.messages('C0PROJEKT').length === 2)
    expect(heard).toHaveLength(2)
  })

  test('a pressed button says its command; the answer goes to the thread of the post', async () => {
    const { peer, heard } = world
    await peer.socket.send(
      'interactive',
      pressedButton({
        value: 'vorgang zuweisen KA-2024-0017 ich',
        message: '1713765000.000100',
        responseUrl: peer.responseUrl(),
      }),
    )
    const post = await eventually(() => peer.messages('C0PROJEKT')[0])
    expect(heard[0]?.text).toBe('vorgang zuweisen KA-2024-0017 ich')
    expect(post.thread_ts).toBe('1713765000.000100')
  })

  test('a button on a message that one person sees is answered to that person', async () => {
    const { peer } = world
    const press = {
      value: 'fristen',
      message: '1713765000.000100',
      ephemeral: true,
      responseUrl: peer.responseUrl(),
    }
    await peer.socket.send('interactive', pressedButton(press))
    const { body } = await eventually(() => peer.responses[0])
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(peer.messages('C0PROJEKT')).toHaveLength(0)
  })

  test('a command in the conversation of two other people counts as shared, in our own it does not', async () => {
    const { peer, heard } = world
    for (const channel of ['D0OTHERS', 'D0COORD'])
      await peer.socket.send(
        'slash_commands',
        slashCommand({ text: 'status', channel, responseUrl: peer.responseUrl() }),
      )
    await eventually(() => peer.responses.length === 2)
    const shared = new Map(heard.map(each => [each.place.channel, each.place.shared]))
    expect(shared.get('D0OTHERS')).toBe(true)
    expect(shared.get('D0COORD')).toBe(false)
  })
})

describe('an answer for the asker alone', () => {
  test('to a mention is shown to the asker only', async () => {
    await world.stop()
    world = await slackWorld({ answer: async () => ({ ...statusReply, audience: 'asker' }) })
    const { peer } = world
    await peer.socket.send(
      'events_api',
      eventCallback(mention({ text: '<@U0KLABOT> hilfe', thread: '1713765000.000100' })),
    )
    const shown = await eventually(() => peer.ephemeral[0])
    expect(shown).toMatchObject({ channel: 'C0PROJEKT', user: 'U0COORD', thread_ts: '1713765000.000100' })
    expect(peer.messages('C0PROJEKT')).toHaveLength(0)
  })

  test('to a slash command is ephemeral', async () => {
    await world.stop()
    world = await slackWorld({ answer: async () => ({ ...statusReply, audience: 'asker' }) })
    const { peer } = world
    await peer.socket.send('slash_commands', slashCommand({ text: 'hilfe', responseUrl: peer.responseUrl() }))
    expect((await eventually(() => peer.responses[0])).body.response_type).toBe('ephemeral')
  })
})

describe('slow and disturbed', () => {
  test('Slack hears from us before the answer, however long that takes', async () => {
    await world.stop()
    const found = Promise.withResolvers<void>()
    world = await slackWorld({
      answer: async () => {
        await found.promise
        return statusReply
      },
    })
    const { peer } = world
    const command = slashCommand({ text: 'status', responseUrl: peer.responseUrl() })
    await peer.socket.send('slash_commands', command)
    expect(peer.responses).toHaveLength(0)
    found.resolve()
    await eventually(() => peer.responses[0])
  })

  test('the answer waits when Slack asks for a pause', async () => {
    const { peer } = world
    peer.failNext('response_url', { kind: 'rate-limit', retryAfter: 1 })
    await peer.socket.send(
      'slash_commands',
      slashCommand({ text: 'status', responseUrl: peer.responseUrl() }),
    )
    const { at } = await eventually(() => peer.responses[0])
    const first = peer.calls.find(call => call.method === 'response_url')!
    expect(at - first.at).toBeGreaterThanOrEqual(990)
  })

  test('after a broken line and after an orderly goodbye we are back, and hear again', async () => {
    const { peer, heard } = world
    expect(peer.socket.opened()).toBe(2)
    peer.socket.drop()
    await eventually(() => peer.socket.opened() === 4 && peer.socket.open() === 2)
    peer.socket.askToReconnect()
    await eventually(() => peer.socket.opened() === 6 && peer.socket.open() === 2)
    await expect.poll(() => world.slack.check()).toBeNull()
    await peer.socket.send(
      'slash_commands',
      slashCommand({ text: 'fristen', responseUrl: peer.responseUrl() }),
    )
    await eventually(() => heard[0])
  })

  test('a connection on which Slack never says hello is given up and made anew', async () => {
    const { peer } = world
    peer.socket.keepSilent(true)
    peer.socket.drop()
    await eventually(() => peer.socket.opened() >= 5)
    expect(await world.slack.check()).toMatch(/nicht verbunden|unterbrochen/)
    peer.socket.keepSilent(false)
    await expect.poll(() => world.slack.check(), { timeout: 20_000 }).toBeNull()
  })

  test('a refused app token during a reconnect is reported and does not end the program', async () => {
    const { peer, slack } = world
    peer.failNext('apps.connections.open', { kind: 'error', error: 'invalid_auth' }, 2)
    peer.socket.drop()
    // It stands until the next attempt, a second later.
    await expect
      .poll(() => slack.check(), { interval: 20, timeout: 20_000 })
      .toBe('Slack ist nicht verbunden. Slack lehnt die Anmeldung ab (invalid_auth).')
    await expect.poll(() => slack.check(), { timeout: 20_000 }).toBeNull()
  })

  test('nothing that people write stands in the log', async () => {
    const { peer, logged } = world
    const secret = 'Frau Beispiel aus der Musterstraße'
    peer.failNext('response_url', { kind: 'http', status: 500 })
    await peer.socket.send('slash_commands', slashCommand({ text: secret, responseUrl: peer.responseUrl() }))
    await peer.socket.send('events_api', eventCallback(directMessage({ text: secret })))
    await eventually(() => peer.messages('D0COORD')[0])
    await eventually(() => logged.some(line => line.includes('nicht zugestellt')))
    expect(logged.join('')).not.toContain('Beispiel')
    expect(logged.join('')).not.toContain('U0COORD')
    expect(logged.join('')).not.toContain('xoxb')
  })

  test('what goes wrong with an answer is logged by its place, without a word of what was said', async () => {
    await world.stop()
    world = await slackWorld({
      answer: async ({ text }) => {
        throw new TypeError(`cannot read "${text}"`)
      },
    })
    await world.peer.socket.send(
      'slash_commands',
      slashCommand({ text: 'Erika Beispiel', responseUrl: world.peer.responseUrl() }),
    )
    const line = await eventually(() => world.logged.find(each => each.includes('nicht zugestellt')))
    expect(JSON.parse(line).err).toMatchObject({ type: 'TypeError', at: expect.arrayContaining([]) })
    expect(world.logged.join('')).not.toContain('Erika')
  })
})
