import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { threadMessageId } from '../../src/domain/mail/thread.ts'
import { handleMails } from '../../src/flows/intake/handleMails.ts'
import { type Handling, mail, openHandling, secret } from './handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const outcomes = async () =>
  (await sql()`select outcome from deliveries order by id`).map(row => row.outcome as string)
const tickets = () => sql()`select * from tickets order by seq`
const matches = () => sql()`select * from possible_matches order by ticket_id`
const people = async (seq: number) =>
  (
    await sql()`select address from participants p join tickets t on t.id = p.ticket_id where t.seq = ${seq} order by 1`
  ).map(row => row.address as string)

const school = 'Rektorat <rektorat@schule.example>'
const answerTo = (id: string) => ({ References: id })
/** The Message-ID of the acknowledgement of the first letter. */
const token = async () =>
  (await sql()`select message_id from outgoing_mails order by id limit 1`)[0]?.message_id as string

describe('D17: a reply that lands in the wrong conversation', () => {
  test('a third person who answers our forwarded acknowledgement waits for a person to decide, and sees nothing', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    await world.arrive([
      mail({ from: 'Kita <kita@traeger.example>', headers: { 'In-Reply-To': await token() } }),
    ])
    expect(await outcomes()).toEqual(['ticket', 'ticket'])
    expect((await matches())[0]?.reason).toMatch(/von einer Adresse, die im Vorgang nicht vorkommt/)
    expect(await people(1)).toEqual(['rektorat@schule.example'])
  })

  test('the channel hears what it may belong to and how to decide it, if it may know of both', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    await world.arrive([
      mail({
        from: school,
        id: '<kind@schule.example>',
        body: 'Unser Sohn hat eine Schulbegleitung; sie ist krank.',
      }),
    ])
    const kita = (body: string, id: string) =>
      mail({ from: 'Kita <kita@traeger.example>', body, headers: answerTo(id) })
    await world.arrive([kita('Wann geht es los?', '<frage@schule.example>')])
    await world.arrive([kita('Und wann bei uns?', '<kind@schule.example>')])
    expect((await tickets()).map(ticket => ticket.data_class)).toEqual([
      'allgemein',
      'einzelfall',
      'allgemein',
      'allgemein',
    ])
    const [known, unknown] = (await sql()`select reply from posts order by id desc limit 2`)
      .map(row => JSON.stringify(row.reply))
      .reverse()
    expect(known).toContain('Gehört vielleicht zu KA-2024-0001')
    expect(known).toContain('vorgang zuordnen KA-2024-0003 zu KA-2024-0001')
    expect(unknown).not.toContain('KA-2024-0002')
    expect(await matches()).toHaveLength(2)
  })

  test('a number in the subject is typed by anybody, also by somebody who takes part', async () => {
    await world.arrive([mail({ from: school })])
    await world.arrive([mail({ from: school, subject: 'AW: [KA-2024-0001] Frage' })])
    expect(await outcomes()).toEqual(['ticket', 'ticket'])
    expect(await matches()).toHaveLength(1)
  })

  test('whoever only asks to belong to a Vorgang does not take part in it afterwards', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    for (let i = 0; i < 2; i++)
      await world.arrive([
        mail({
          from: 'fremd@boese.example',
          body: `Versuch ${i}`,
          headers: { 'In-Reply-To': await token(), Cc: 'rektorat@schule.example, noch.einer@boese.example' },
        }),
      ])
    expect(await outcomes()).toEqual(['ticket', 'ticket', 'ticket'])
    expect(await people(1)).toEqual(['rektorat@schule.example'])
  })

  test('a sub-address is the same person', async () => {
    await world.arrive([mail({ id: '<a@post.example>' })])
    await world.arrive([
      mail({
        from: 'Ute.Harms+kla@post.example',
        body: 'Noch etwas.',
        headers: answerTo('<a@post.example>'),
      }),
    ])
    expect(await outcomes()).toEqual(['ticket', 'followup'])
  })

  test('two addresses in From are nobody’s', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    await world.arrive([
      mail({
        from: 'rektorat@schule.example, fremd@boese.example',
        headers: answerTo('<frage@schule.example>'),
      }),
    ])
    expect(await outcomes()).toEqual(['ticket', 'ticket'])
    expect(await sql()`select 1 from outgoing_mails where to_address like '%boese%'`).toHaveLength(0)
  })
})

describe('D18: a forged In-Reply-To or Message-ID attaches a stranger', () => {
  test('a stranger’s letter under the Message-ID of a known one draws no later answer away', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    await world.arrive([
      mail({
        from: 'fremd@boese.example',
        id: '<frage@schule.example>',
        body: 'Köder',
        headers: { Cc: 'rektorat@schule.example' },
      }),
    ])
    await world.arrive([
      mail({ from: school, body: 'Nachtrag.', headers: answerTo('<frage@schule.example>') }),
    ])
    expect(await outcomes()).toEqual(['ticket', 'ticket', 'followup'])
    expect((await sql()`select ticket_id from messages where body = 'Nachtrag.'`)[0]?.ticket_id).toEqual(
      (await tickets())[0]?.id,
    )
  })

  test('a letter of another programme with our key is a letter, not our own that came back', async () => {
    const other = threadMessageId(secret, 'nachbar', 1, 'answer:1', 'nachbarkreis.example')
    await world.arrive([
      mail({ id: other, from: 'amt@nachbarkreis.example', body: 'Eine Frage unter Nachbarn.' }),
    ])
    expect(await outcomes()).toEqual(['ticket'])
  })
})

test('D22: a deleted conversation is not imported again, by whatever way the mail comes back', async () => {
  const letter = mail({ id: '<geloescht@post.example>' })
  await world.arrive([letter])
  // What deletion leaves: the row without content, with its fingerprint.
  await sql()`update raw_mails set raw = '', message_id = null, ticket_id = null`
  for (const table of ['messages', 'participants', 'tickets']) await sql().unsafe(`delete from ${table}`)
  await world.arrive([letter])
  await world.arrive([
    `Received: from relais.example by mx.example; Mon, 22 Apr 2024 09:00:00 +0200\r\n${letter}`,
  ])
  expect(await outcomes()).toEqual(['ticket', 'duplicate', 'duplicate'])
  expect(await tickets()).toHaveLength(0)
})

test('of two letters that come at the same moment the milder one never lowers what the other raised', async () => {
  await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
  const groups = await Promise.all([
    world.keep([
      mail({
        from: school,
        body: 'Er wird zu Hause geschlagen und hat überall blaue Flecken, bitte helfen Sie sofort.',
        headers: answerTo('<frage@schule.example>'),
      }),
    ]),
    world.keep([mail({ from: school, body: 'Danke!', headers: answerTo('<frage@schule.example>') })]),
  ])
  await Promise.all(groups.map(ids => handleMails(world.needs, ids)))
  expect((await tickets())[0]?.data_class).toBe('kindeswohl')
})
