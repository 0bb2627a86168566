import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handleMails } from '../../src/flows/intake/handleMails.ts'
import { changeTicket } from '../../src/flows/tickets/changeTicket.ts'
import { type Handling, mail, openHandling } from './handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const outcomes = async () =>
  (await sql()`select outcome from deliveries order by id`).map(row => row.outcome as string)
const tickets = () => sql()`select * from tickets order by seq`

const school = 'Rektorat <rektorat@schule.example>'
const answerTo = (id: string) => ({ References: id })
/** The Message-ID of the acknowledgement of the first letter. */
const token = async () =>
  (await sql()`select message_id from outgoing_mails order by id limit 1`)[0]?.message_id as string

describe('D16: a reply to a closed Vorgang is created again and again', () => {
  const anew = () => {
    const { programme } = world.needs
    const profile = { ...programme.profile, antwort_auf_abgeschlossenen_vorgang: 'neuer_vorgang' as const }
    world.needs.programme = { ...programme, profile }
  }
  const close = async (seq: number) =>
    changeTicket(
      world.needs,
      Number((await tickets())[seq - 1]?.id),
      { action: 'abschliessen' },
      { id: 'test', name: 'Test' },
    )
  const reply = (body: string, id = `<${body.length}-${Math.random()}@schule.example>`) =>
    mail({ from: school, id, body, headers: answerTo('<frage@schule.example>') })

  test('it opens it again, where the profile says so', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    await close(1)
    await world.arrive([reply('Und ab wann?')])
    expect(await outcomes()).toEqual(['ticket', 'followup'])
    expect((await tickets())[0]?.state).toBe('in_bearbeitung')
  })

  test('it opens one new one, linked, and every further reply joins that one', async () => {
    anew()
    await world.arrive([
      mail({ from: school, id: '<frage@schule.example>', headers: { Cc: 'hort@schule.example' } }),
    ])
    await close(1)
    await world.arrive([reply('Und ab wann?')])
    await world.arrive([reply('Noch etwas.'), reply('Und noch etwas.')])
    await world.arrive([
      mail({ from: 'hort@schule.example', body: 'Auch ich.', headers: answerTo('<frage@schule.example>') }),
    ])
    expect(await outcomes()).toEqual(['ticket', 'ticket', 'followup', 'followup', 'followup'])
    const [old, fresh] = await tickets()
    expect(old?.state).toBe('abgeschlossen')
    expect(fresh).toMatchObject({ number: 'KA-2024-0002', place: 'Elmshorn', stakeholder: old?.stakeholder })
    expect(await sql()`select * from successors`).toMatchObject([
      { closed_ticket_id: old?.id, ticket_id: fresh?.id },
    ])
  })

  test('two replies in one fetch, and two with two workers at once, open one', async () => {
    anew()
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    await close(1)
    await world.arrive([reply('Erste.'), reply('Zweite.')])
    expect(await outcomes()).toEqual(['ticket', 'ticket', 'followup'])
    await close(2)
    const groups = [
      await world.keep([reply('Dritte.')]),
      await world.keep([reply('Vierte.')]),
      await world.keep([reply('Fünfte.')]),
    ]
    await Promise.all(groups.map(ids => handleMails(world.needs, ids)))
    expect((await outcomes()).slice(3).sort()).toEqual(['followup', 'followup', 'ticket'])
    // The chain goes on: the third Vorgang follows the second, which followed the first.
    expect((await tickets()).map(({ number, state }) => `${number} ${state}`)).toEqual([
      'KA-2024-0001 abgeschlossen',
      'KA-2024-0002 abgeschlossen',
      'KA-2024-0003 eingegangen',
    ])
    expect(world.faults).toEqual([])
  })

  test('what goes on is protected like what ended', async () => {
    anew()
    await world.arrive([
      mail({
        from: school,
        id: '<frage@schule.example>',
        body: 'Unser Sohn geht in die 2b. Wir haben einen Bescheid, aber seine Schulbegleiterin ist krank.',
      }),
    ])
    await close(1)
    await world.arrive([reply('Danke, wann hören wir von Ihnen?')])
    expect((await tickets()).map(ticket => ticket.data_class)).toEqual(['einzelfall', 'einzelfall'])
  })

  test.each([['wieder_oeffnen'], ['neuer_vorgang']] as const)(
    'D15: an absence note does neither (%s)',
    async rule => {
      if (rule === 'neuer_vorgang') anew()
      await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
      await close(1)
      await world.arrive([
        mail({
          from: school,
          subject: 'Abwesenheitsnotiz',
          headers: { 'In-Reply-To': await token(), 'Auto-Submitted': 'auto-replied' },
        }),
      ])
      expect(await outcomes()).toEqual(['ticket', 'automatic'])
      expect((await tickets()).map(ticket => ticket.state)).toEqual(['abgeschlossen'])
    },
  )
})
