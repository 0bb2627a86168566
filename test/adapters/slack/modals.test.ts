import { afterEach, describe, expect, test } from 'vitest'
import type { ChatCore } from '../../../src/adapters/chatTypes.ts'
import type { Form } from '../../../src/reply/form.ts'
import { homeOpened, pressedInView, sentView } from '../../peers/slackInteractions.ts'
import { eventCallback, pressedButton } from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

const handOver: Form = {
  title: 'KA-2024-0017 abgeben',
  command: 'vorgang abgeben KA-2024-0017',
  submit: 'Abgeben',
  fields: [
    {
      key: 'an',
      kind: 'choice',
      label: 'An wen?',
      hint: null,
      required: true,
      initial: null,
      choices: [
        { value: 'Koordination Schulamt', label: 'Koordination Schulamt' },
        { value: 'Schulamt', label: 'Schulamt' },
      ],
    },
    { key: 'grund', kind: 'lines', most: 500, label: 'Grund', hint: null, required: true, initial: null },
    {
      key: 'bis',
      kind: 'day',
      label: 'Bis',
      hint: 'Leer: ohne Ende.',
      required: false,
      initial: '2024-05-02',
    },
  ],
}
const filled = {
  'feld:an': { type: 'static_select', selected_option: { value: 'Schulamt' } },
  'feld:grund': { type: 'plain_text_input', value: ' Urlaub ' },
  'feld:bis': { type: 'datepicker', selected_date: null },
}

let world: SlackWorld
afterEach(() => world.stop())

const modals = () => [...world.peer.views.values()].filter(each => each.type === 'modal')
const openForm = () => eventually(() => modals().find(each => each.callback_id === 'kla_form'))

/** Presses a button that asks first, below a post of the channel. */
function press(more: Partial<Parameters<typeof pressedButton>[0]> = {}, trigger = world.peer.trigger()) {
  const { peer } = world
  const pressed = pressedButton({
    value: 'vorgang abgeben KA-2024-0017',
    message: '1713765000.000100',
    responseUrl: peer.responseUrl(),
    ...more,
  })
  const [action] = pressed.actions
  const body = {
    ...pressed,
    trigger_id: trigger,
    actions: [{ ...action, action_id: 'kla:ask:1:0:an,grund,bis' }],
  }
  return peer.socket.send('interactive', body)
}

const send = (values: Record<string, object>) =>
  world.peer.socket.send('interactive', sentView(modals().at(-1)!, values))

describe('a button that asks first', () => {
  test('opens a modal at once, however long the form takes, and fills it then', async () => {
    const found = Promise.withResolvers<Form>()
    const asked: Parameters<ChatCore['form']>[] = []
    const form: ChatCore['form'] = (...wanted) => {
      asked.push(wanted)
      return found.promise
    }
    world = await slackWorld({ core: { form } })
    await press()
    const [waiting] = await eventually(() => modals().length > 0 && modals())
    expect(JSON.stringify(waiting?.blocks)).toContain('Einen Moment …')
    found.resolve(handOver)
    const view = await openForm()
    expect(view.id).toBe(waiting?.id)
    expect(view).toMatchObject({
      title: { text: 'KA-2024-0017 abgeben' },
      submit: { text: 'Abgeben' },
      blocks: [
        { block_id: 'feld:an', optional: false, element: { type: 'static_select' } },
        { block_id: 'feld:grund', element: { type: 'plain_text_input', multiline: true, max_length: 500 } },
        { block_id: 'feld:bis', optional: true, element: { type: 'datepicker', initial_date: '2024-05-02' } },
      ],
    })
    // What the button asks, and no more than that.
    expect(asked).toMatchObject([
      [{ text: 'vorgang abgeben KA-2024-0017', place: { shared: true } }, ['an', 'grund', 'bis']],
    ])
  })

  test('what is filled in is answered like a typed command, in the thread of the post', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    const { peer, heard } = world
    await press()
    await openForm()
    const { payload } = await send(filled)
    expect(payload).toEqual({})
    const post = await eventually(() => peer.messages('C0PROJEKT')[0])
    expect(heard).toEqual([
      {
        text: 'vorgang abgeben KA-2024-0017',
        filled: { an: 'Schulamt', grund: 'Urlaub' },
        person: expect.objectContaining({ id: 'slack:U0COORD' }),
        place: {
          platform: 'slack',
          shared: true,
          channel: 'C0PROJEKT',
          thread: null,
          level: 'metadaten',
        },
      },
    ])
    expect(post.thread_ts).toBe('1713765000.000100')
  })

  test('what is missing is said at its field, and nothing is done', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    await press()
    await openForm()
    const { payload } = await send({ ...filled, 'feld:grund': { type: 'plain_text_input', value: '   ' } })
    expect(payload).toEqual({ response_action: 'errors', errors: { 'feld:grund': 'Bitte ausfüllen.' } })
    // The control: the same form is taken when it is whole.
    await send(filled)
    await eventually(() => world.heard.length === 1)
  })

  test('a form that is sent twice is done once', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    const { peer, heard } = world
    await press()
    await openForm()
    await Promise.all([send(filled), send(filled)])
    await eventually(() => peer.messages('C0PROJEKT').length > 0)
    expect(heard).toHaveLength(1)
  })

  test('an answer for the asker alone is shown to the asker, and told in our conversation where we are not in the channel', async () => {
    world = await slackWorld({
      core: { form: async () => handOver },
      answer: async () => ({ ...statusReply, audience: 'asker' }),
    })
    const { peer } = world
    await press()
    await openForm()
    await send(filled)
    await eventually(() => peer.ephemeral[0])
    peer.addChannel('U0COORD', 'im')
    await press({ channel: 'C0FREMD' })
    await eventually(() => modals().filter(each => each.callback_id === 'kla_form').length === 2)
    await send(filled)
    await eventually(() => peer.messages('U0COORD')[0])
    expect(peer.ephemeral).toHaveLength(1)
  })

  test('below a message that one person sees, the answer is for that person too', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    const { peer } = world
    await press({ ephemeral: true })
    await openForm()
    await send(filled)
    await eventually(() => peer.ephemeral[0])
    expect(peer.messages('C0PROJEKT')).toEqual([])
  })

  test('what cannot be asked is said in the modal', async () => {
    const refused = { ...statusReply, summary: 'Das dürfen Sie nicht.', blocks: [] }
    world = await slackWorld({ core: { form: async () => refused } })
    await press()
    await eventually(() => JSON.stringify(modals()).includes('Das dürfen Sie nicht.'))
    expect(modals()[0]?.submit).toBeUndefined()
  })

  test('when Slack opens no modal any more, the command is answered with what it still needs', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    const { peer, heard } = world
    await press({}, 'abgelaufen')
    await eventually(() => peer.messages('C0PROJEKT')[0])
    expect(heard.map(each => each.text)).toEqual(['vorgang abgeben KA-2024-0017'])
    expect(modals()).toEqual([])
  })

  test('when the form cannot be made, the modal says so', async () => {
    world = await slackWorld({
      core: {
        form: async () => {
          throw new Error('database away')
        },
      },
    })
    await press()
    await eventually(() => JSON.stringify(modals()).includes('gerade nicht zeigen'))
  })

  test('a press that comes over both connections opens one modal', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    const trigger = world.peer.trigger()
    await Promise.all([press({}, trigger), press({}, trigger)])
    await openForm()
    expect(modals()).toHaveLength(1)
    expect(world.heard).toEqual([])
  })

  test('on our own page the modal stays and shows the answer', async () => {
    world = await slackWorld({ core: { form: async () => handOver } })
    const { peer, heard } = world
    await peer.socket.send('events_api', eventCallback(homeOpened()))
    const view = await eventually(() => peer.views.get('home:U0COORD'))
    await peer.socket.send(
      'interactive',
      pressedInView({
        view,
        value: 'vorgang abgeben KA-2024-0017',
        trigger: peer.trigger(),
        actionId: 'kla:ask:1:0',
      }),
    )
    await openForm()
    const { payload } = await send(filled)
    expect(payload).toMatchObject({ response_action: 'update', view: { title: { text: 'Einen Moment …' } } })
    await eventually(() => modals()[0]?.title?.text === 'Antwort')
    expect(heard[0]).toMatchObject({
      filled: { an: 'Schulamt' },
      place: { shared: false, channel: 'D0COORD' },
    })
    expect(peer.messages('D0COORD')).toEqual([])
  })
})
