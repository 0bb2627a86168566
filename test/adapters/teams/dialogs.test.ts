import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/reply/reply.ts'
import { button, channel, chosen, coordinator, invoke } from '../../peers/teamsActivities.ts'
import { eventually, one, only, statusReply, type TeamsWorld, teamsWorld, thread } from './world.ts'

let world: TeamsWorld
let reply: Reply
beforeEach(async () => {
  reply = statusReply
  world = await teamsWorld({
    core: {
      answer: async () => reply,
      form: async ({ text }) =>
        text.startsWith('vorgang abgeben')
          ? {
              title: 'KA-2024-0017 abgeben',
              command: text,
              submit: 'Abgeben',
              fields: [
                { key: 'an', label: 'An', hint: 'Funktion', required: true, initial: null, kind: 'line' },
                { key: 'bis', label: 'Bis', hint: null, required: false, initial: null, kind: 'day' },
              ],
            }
          : only({ ...statusReply, summary: 'Nicht erlaubt' }),
    },
  })
})
afterEach(() => world.stop())

// biome-ignore lint/suspicious/noExplicitAny: whatever Teams is told
const dialog = async (activity: object): Promise<any> => (await world.tell(activity)).json()

describe('a button', () => {
  test('is answered like what it stands for, in its thread', async () => {
    await world.tell(button(world.peer, { kla: { command: 'vorgang zeige KA-2024-0017' } }, '61'))
    await one(() => world.peer.in(thread('61')))
    expect(world.answered[0]).toMatchObject({ text: 'vorgang zeige KA-2024-0017', place: { thread: '61' } })
    expect(world.answered[0]).not.toHaveProperty('filled')
  })

  test('of somebody else’s card says nothing to us', async () => {
    await world.tell(button(world.peer, { kla: { command: 7 } }))
    await eventually(() => world.answered.length === 1)
    expect(world.answered[0]?.text).toBe('')
  })

  test('with questions opens a dialog, and what was filled in comes beside the command', async () => {
    const data = { kla: { command: 'vorgang abgeben KA-2024-0017', asks: ['an', 'bis'] }, msteams: {} }
    const opened = await dialog(invoke(world.peer, 'task/fetch', { data }, '62'))
    expect(opened.task).toMatchObject({ type: 'continue', value: { title: 'KA-2024-0017 abgeben' } })
    const card = opened.task.value.card.content
    expect(card.body.filter((each: { id?: string }) => each.id)).toMatchObject([
      { type: 'Input.Text', id: 'feld_an', isRequired: true, label: 'An' },
      { type: 'Input.Date', id: 'feld_bis', isRequired: false },
    ])
    expect(world.peer.posted).toEqual([])

    const filled = { ...card.actions[0].data, feld_an: 'ASD; erledigt', feld_bis: '' }
    const sent = await world.tell(invoke(world.peer, 'task/submit', { data: filled }, '62'))
    expect([sent.status, await sent.text()]).toEqual([200, ''])
    await one(() => world.peer.in(thread('62')))
    expect(world.answered).toMatchObject([
      { text: 'vorgang abgeben KA-2024-0017', filled: { an: 'ASD; erledigt' } },
    ])
  })

  test('whose answer is for the asker alone shows it in the dialog, and nothing in the channel', async () => {
    reply = only({ ...statusReply, summary: 'Kein Recht dazu' })
    const data = { kla: { command: 'vorgang abgeben KA-2024-0017' }, feld_an: 'ASD' }
    const shownTo = await dialog(invoke(world.peer, 'task/submit', { data }, '63'))
    expect(shownTo.task).toMatchObject({ type: 'continue', value: { title: 'Kein Recht dazu' } })
    expect(world.peer.posted).toEqual([])
  })

  test('that cannot be asked shows why', async () => {
    const data = { kla: { command: 'anderes', asks: ['an'] } }
    const shownTo = await dialog(invoke(world.peer, 'task/fetch', { data }, '64'))
    expect(shownTo.task.value.title).toBe('Nicht erlaubt')
  })

  test('in a client without dialogs brings the form to the person alone', async () => {
    world.peer.reachable.add(coordinator.id)
    await world.tell(
      button(world.peer, { kla: { command: 'vorgang abgeben KA-2024-0017', asks: ['an'] } }, '65'),
    )
    await one(() => world.peer.in(thread('65')))
    expect(JSON.stringify(world.peer.in(`a:${coordinator.id}`)[0]?.body)).toContain('feld_an')
    expect(JSON.stringify(world.peer.in(thread('65')))).not.toContain('feld_an')
  })

  test('sent as Action.Execute is acknowledged and answered', async () => {
    const value = { action: { type: 'Action.Execute', data: { kla: { command: 'hilfe' } } } }
    const said = await dialog(invoke(world.peer, 'adaptiveCard/action', value))
    expect(said).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' })
    await one(() => world.peer.posted)
    expect(world.answered[0]?.text).toBe('hilfe')
  })
})

test('“Vorgang daraus machen” hands over the chosen message and shows the number in the dialog', async () => {
  const body = { contentType: 'html', content: '<p>Wann startet <b>Uetersen</b>?<br>Gruß</p>' }
  const answer = await dialog(chosen(world.peer, { body }, '1713765111111'))
  expect(answer.task.value.title).toBe(statusReply.summary)
  expect(world.takenIn).toMatchObject([
    {
      said: {
        address: '1713765111111',
        channel,
        thread: null,
        text: 'Wann startet Uetersen?\nGruß',
        at: '2024-04-22T06:45:00.000Z',
        author: { id: 'teams:0a1b2c3d-0000-4000-8000-0000000000d1' },
      },
      by: { id: `teams:${coordinator.aadObjectId}` },
    },
  ])
})

test('a message that no person wrote becomes no Vorgang', async () => {
  const answer = await dialog(chosen(world.peer, { from: { application: {} } }, '71'))
  expect(answer.task).toMatchObject({ type: 'message' })
  expect(world.takenIn).toEqual([])
})

test('a link to the workplace gets the preview that its place may see', async () => {
  const link = 'https://kla.kreis.example/vorgang/KA-2024-0017'
  await world.stop()
  const places: object[] = []
  world = await teamsWorld({
    core: {
      unfurl: async (url, place) => {
        places.push(place)
        return url === link ? statusReply : null
      },
    },
  })
  const preview = await dialog(invoke(world.peer, 'composeExtension/queryLink', { url: link }, '72'))
  expect(preview.composeExtension).toMatchObject({
    type: 'result',
    attachments: [{ content: { version: '1.5' } }],
  })
  expect(JSON.stringify(preview)).not.toContain('Action.Submit')
  expect(places).toMatchObject([{ shared: true, channel }])
  const other = await world.tell(
    invoke(world.peer, 'composeExtension/queryLink', { url: 'https://x.example' }),
  )
  expect([other.status, await other.text()]).toEqual([200, ''])
})

test('an invoke that we do not know is refused as such', async () => {
  expect((await world.tell(invoke(world.peer, 'config/fetch', {}))).status).toBe(501)
})
