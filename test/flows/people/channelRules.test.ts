import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offeredCommands } from '../../../src/chat/offeredCommands.ts'
import { roles } from '../../../src/domain/ticket/visibility.ts'
import { commands } from '../../../src/registry.ts'
import type { Place } from '../../../src/reply/incoming.ts'
import { silence } from '../../../src/reply/reply.ts'
import { chatHouse } from './chatHouse.ts'

let house: Awaited<ReturnType<typeof chatHouse>>
beforeAll(async () => {
  house = await chatHouse({
    people: [
      {
        accounts: ['slack:UJA'],
        mail: null,
        name: 'Koordination Jugendamt',
        roles: ['koordination_jugendamt'],
      },
    ],
    kanalregeln: {
      fragen: { eingang: true, befehle: 'lesen' },
      schulen: { eingang: true, befehle: 'alle' },
      // Has no channel on this platform.
      leitung: { eingang: true, befehle: 'alle' },
    },
    channels: { koordination: 'C-KO', fragen: 'C-FRAGEN', schulen: 'C-SCHULEN', auch_fragen: 'C-FRAGEN' },
  })
})
afterAll(() => house.drop())

const inChannel = (channel: string): Partial<Place> => ({ shared: true, channel })
const take = 'vorgang übernehmen 17'
const ownerOf = async () =>
  (await house.connection.client`select owner from tickets where seq = 17`)[0]!.owner as string | null

describe('befehle: lesen', () => {
  test('a command that changes something is refused there, by typing, button and form, and nothing is changed', async () => {
    expect(await house.shown('UJA', take, inChannel('C-FRAGEN'))).toContain('In diesem Kanal zeige ich nur')
    const form = await house.core.form({
      text: 'vorgang abgeben 17',
      person: await house.personOf('UJA'),
      place: { platform: 'slack', shared: true, channel: 'C-FRAGEN', thread: '1.2' },
    })
    expect(form).toMatchObject({ summary: expect.stringContaining('In diesem Kanal zeige ich nur') })
    expect(await ownerOf()).toBeNull()
  })

  test('no changing command gets through, however complete it is', async () => {
    const person = { ...(await house.personOf('UJA')), roles }
    const place: Place = { platform: 'slack', shared: true, channel: 'C-FRAGEN', thread: null }
    const offered = offeredCommands(house.programme, commands).filter(each => each.changes)
    expect(offered.length).toBeGreaterThan(20)
    const through = []
    for (const { examples } of offered)
      for (const { input } of examples) {
        const { summary } = await house.core.answer({ text: input, person, place })
        if (!summary.startsWith('In diesem Kanal zeige ich nur')) through.push([input, summary])
      }
    expect(through).toEqual([])
  })

  test('what only shows something works there', async () => {
    expect(await house.shown('UJA', 'status', inChannel('C-FRAGEN'))).toContain('Meilensteine')
    expect(await house.shown('UJA', 'vorgang zeige 17', inChannel('C-FRAGEN'))).toContain('KA-2024-0017')
  })

  test('„ich“ says what holds in a channel', async () => {
    expect(await house.shown('UJA', 'ich', inChannel('C-FRAGEN'))).toMatch(
      /In diesem Kanal\s+Aus jeder neuen Frage wird ein Vorgang; Befehle zeigen nur, sie ändern nichts/,
    )
    expect(await house.shown('UJA', 'ich', inChannel('C-KO'))).not.toContain('In diesem Kanal')
  })

  test.each([
    ['a channel without a rule', inChannel('C-KO')],
    ['a channel with all commands', inChannel('C-SCHULEN')],
    ['a channel that nobody named', inChannel('C-FREMD')],
    ['a direct message, whatever it is called', { shared: false, channel: 'C-FRAGEN' }],
  ])('in %s it is carried out', async (_what, place) => {
    await house.connection.client`update tickets set owner = null, state = 'eingegangen' where seq = 17`
    await house.said('UJA', take, place)
    expect(await ownerOf()).toBe('Koordination Jugendamt')
  })
})

test('eingang: the platform watches its own channels of that kind, each once', () => {
  expect(house.core.watched).toEqual(['C-FRAGEN', 'C-SCHULEN'])
})

describe('a mention that is no order', () => {
  const question = 'Unsere Kolleginnen wüssten gern, wer im Krankheitsfall einspringt.'
  const said = async (text: string, place: Partial<Place>) =>
    house.core.answer({
      text,
      person: await house.personOf('UJA'),
      place: { platform: 'slack', shared: true, channel: 'C-SCHULEN', thread: null, ...place },
    })

  test('is left to be heard as a question where questions are taken in', async () => {
    expect(await said(question, {})).toEqual(silence)
  })

  test('gets help everywhere else, in a thread too, and an order is an order', async () => {
    expect((await said(question, { channel: 'C-KO' })).summary).not.toBe('')
    expect((await said(question, { thread: '1.2' })).summary).not.toBe('')
    expect((await said('status', {})).blocks.length).toBeGreaterThan(0)
  })
})
