import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bounce, citizen, danger, type Told, toldOf } from './bounces.ts'
import { type Handling, mail, openHandling } from './handling.ts'
import { type SendingProcess, sendingProcess } from './sending.ts'

let world: Handling
let sending: SendingProcess
let about: Told

beforeEach(async () => {
  world = await openHandling()
  sending = await sendingProcess(world)
  about = toldOf(world, sending)
})
afterEach(async () => {
  await sending.stop()
  await world.close()
})

describe('what a machine sends (D14, D15)', () => {
  const absence = (id: string, more: Record<string, string> = {}) =>
    mail({
      subject: 'Automatische Antwort: Ihre Nachricht',
      headers: { 'In-Reply-To': id, References: id, ...more },
      body: 'Ich bin bis 3. Mai nicht im Büro.',
    })

  test.each(['abgeschlossen', 'beantwortet', 'wartet', 'eingegangen'])(
    'a note of absence leaves a Vorgang in the state %s, with its owner and its due date, and adds no letter to it (D15)',
    async state => {
      const id = await about.acknowledged()
      await about.sql`update tickets set state = ${state}, owner = 'Koordination Jugendamt', due_on = '2024-04-30'`
      const before = await about.ticket()
      const letters = await about.sql`select count(*) from messages`
      await world.arrive([
        absence(id),
        absence(id, { 'Auto-Submitted': 'auto-replied' }),
        bounce({ id, to: citizen }),
      ])
      expect(await about.ticket()).toEqual(before)
      expect(await about.sql`select count(*) from messages`).toEqual(letters)
      expect(await about.outcomes()).toEqual(['ticket', 'automatic', 'automatic', 'automatic'])
    },
  )

  test('while an answer of the citizen to the same letter wakes the Vorgang', async () => {
    const id = await about.acknowledged()
    await about.sql`update tickets set state = 'wartet'`
    const reply = { 'In-Reply-To': id, References: id }
    await world.arrive([
      mail({ subject: 'AW: Ihre Nachricht', headers: reply, body: 'Hier die Unterlagen.' }),
    ])
    expect(await about.outcomes()).toEqual(['ticket', 'followup'])
    expect((await about.ticket()).state).not.toBe('wartet')
  })

  test.each([
    ['noreply@tool.example', {}],
    ['mailer-daemon@tool.example', {}],
    ['ute@tool.example', { 'Auto-Submitted': 'auto-generated' }],
    ['ute@tool.example', { Precedence: 'bulk' }],
    ['ute@tool.example', { 'List-Unsubscribe': '<https://tool.example/ab>' }],
    ['ute@tool.example', { 'X-Autoreply': 'yes' }],
    ['ute@tool.example', { 'Return-Path': '<>' }],
  ])(
    'D14: %s with %o is kept and counted, but opens no Vorgang and gets no answer',
    async (from, headers) => {
      await world.arrive([mail({ from, headers, subject: 'Neuigkeiten', body: 'Alles wird besser.' })])
      expect(await about.outcomes()).toEqual(['automatic'])
      expect(await about.sql`select 1 from deliveries where outcome = 'automatic'`).toHaveLength(1)
      expect(await about.sql`select 1 from outgoing_mails`).toHaveLength(0)
    },
  )

  test('an acknowledgement that bounces, is answered by a machine and bounces again ends there: one letter left (D11, D12)', async () => {
    const id = await about.acknowledged()
    for (let round = 0; round < 5; round++) {
      await world.arrive([
        bounce({ id, to: citizen, reportId: `<runde-${round}@mx.example>` }),
        absence(id, { 'Message-ID-Runde': String(round) }),
      ])
      await sending.sendAll()
    }
    expect(sending.handed).toHaveLength(1)
    expect(await about.sql`select 1 from tickets`).toHaveLength(1)
  })

  test('a hint at a child in danger in what a machine returns still opens a Vorgang, and the report still counts', async () => {
    const id = await about.acknowledged()
    await world.arrive([bounce({ id, to: citizen, body: danger })])
    expect(await about.outcomes()).toEqual(['ticket', 'ticket'])
    expect(await about.blocked()).toEqual([citizen])
    expect(sending.handed).toHaveLength(1)
  })
})
