import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeTicket } from '../../../src/flows/tickets/changeTicket.ts'
import { joinTickets } from '../../../src/flows/tickets/joinTickets.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const outcomes = async () => (await sql()`select outcome from deliveries order by id`).map(row => row.outcome)
const tickets = () => sql()`select * from tickets order by seq`
const idOf = async (seq: number) => Number((await tickets())[seq - 1]?.id)
const join = async (from: number, into: number) =>
  joinTickets(world.needs, await idOf(from), await idOf(into), coordinator, { withoutHint: true })
const coordinator = { id: 'web:koordination', name: 'Koordination Jugendamt' }
const school = 'Rektorat <rektorat@schule.example>'
const kita = 'Kita <kita@traeger.example>'
const singleCase =
  'Unser Sohn geht in die 2b. Wir haben einen Bescheid, aber seine Schulbegleiterin ist krank.'
const bidder =
  'Wir bereiten einen Teilnahmeantrag für Los 1 vor. Gelten die Eignungsnachweise auch für eine Bietergemeinschaft?'
const acknowledgementOf = async (seq: number) =>
  (
    await sql()`select message_id from outgoing_mails where key like ${`acknowledgement:${await idOf(seq)}:%`}`
  )[0]?.message_id as string

/** A school asks, and a Kita answers the acknowledgement that the school forwarded. */
async function askedAndForwarded(kitaBody = 'Uns betrifft das auch.') {
  await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
  await world.arrive([
    mail({ from: kita, body: kitaBody, headers: { 'In-Reply-To': await acknowledgementOf(1) } }),
  ])
}

test('two without a hint stay two until the person is sure; nothing is changed before', async () => {
  await world.arrive([mail({ from: school })])
  await world.arrive([mail({ from: kita, body: 'Wann geht es los?' })])
  const before = await tickets()
  const asked = async () =>
    joinTickets(world.needs, await idOf(2), await idOf(1), coordinator, { withoutHint: false })
  expect(await asked()).toEqual({ kind: 'no-hint' })
  expect(await tickets()).toEqual(before)
  await sql()`insert into possible_matches (programme_id, ticket_id, other_ticket_id, reason)
    values ('pinneberg', ${await idOf(1)}, ${await idOf(2)}, 'Die Nummer steht im Betreff.')`
  expect(await asked()).toMatchObject({ kind: 'joined' })
})

test('the note of a joined Vorgang names the function of who joined it, the audit log their id', async () => {
  await askedAndForwarded()
  await join(2, 1)
  const [note] = await sql()`select author from internal_notes`
  expect(note?.author).toBe('Koordination Jugendamt')
  const audit = await sql()`select distinct actor from audit_log where action = 'zugeordnet'`
  expect(audit.map(row => row.actor)).toEqual(['web:koordination'])
})

test('a joined Vorgang is not opened again beside the one that it belongs to', async () => {
  await askedAndForwarded()
  await join(2, 1)
  for (const change of [
    { action: 'wieder_oeffnen' },
    { action: 'zuweisen', owner: 'Koordination Jugendamt' },
  ] as const)
    expect(await changeTicket(world.needs, await idOf(2), change, coordinator)).toMatchObject({
      kind: 'joined',
      into: { id: await idOf(1) },
    })
  expect((await tickets())[1]).toMatchObject({ state: 'abgeschlossen', owner: null })
})

test('what a person confirms is one Vorgang: letters, people, days and files', async () => {
  await askedAndForwarded()
  expect(await join(2, 1)).toMatchObject({ kind: 'joined' })
  const [one, two] = await tickets()
  expect(one).toMatchObject({ state: 'eingegangen', closed_at: null })
  expect(two).toMatchObject({ state: 'abgeschlossen', number: 'KA-2024-0002', due_on: null })
  for (const table of ['messages', 'outgoing_mails', 'raw_mails'])
    expect(
      new Set((await sql().unsafe(`select ticket_id from ${table}`)).map(row => row.ticket_id)),
      table,
    ).toEqual(new Set([one?.id]))
  expect(
    (await sql()`select address from participants where ticket_id = ${one?.id} order by 1`).map(
      row => row.address,
    ),
  ).toEqual(['kita@traeger.example', 'rektorat@schule.example'])
  expect(await sql()`select decision, decided_by from possible_matches`).toEqual([
    { decision: 'joined', decided_by: 'web:koordination' },
  ])
  // Not by its number: the one may be protected later, and then who reads the other must not learn of it.
  const [note] = await sql()`select text from internal_notes where ticket_id = ${two?.id}`
  expect(note?.text).toBe('Mit einem anderen Vorgang zusammengeführt; dort stehen die Briefe.')
  expect(await sql()`select 1 from audit_log where action = 'zugeordnet'`).toHaveLength(2)
})

test('whoever takes part may write on, by the one number or the other', async () => {
  await askedAndForwarded()
  const second = await acknowledgementOf(2)
  await join(2, 1)
  await world.arrive([mail({ from: kita, body: 'Zu meiner Nummer.', headers: { 'In-Reply-To': second } })])
  await world.arrive([
    mail({ from: kita, body: 'Zu Ihrer.', headers: { References: '<frage@schule.example>' } }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'ticket', 'followup', 'followup'])
  expect(new Set((await sql()`select ticket_id from messages`).map(row => Number(row.ticket_id)))).toEqual(
    new Set([await idOf(1)]),
  )
  expect((await tickets())[1]?.state).toBe('abgeschlossen')
})

test('the protected one protects the other', async () => {
  await askedAndForwarded(singleCase)
  await sql()`update posts set state = 'posted', address = key`
  const from = world.jobs.length
  await join(2, 1)
  expect((await tickets()).map(ticket => ticket.data_class)).toEqual(['einzelfall', 'einzelfall'])
  // All that stands in channels about either is shown anew.
  const posts = await sql()`select id from posts order by id`
  const shown = world.jobs.slice(from).map(job => (job.payload as { postId: number }).postId)
  expect([...new Set(shown)].sort()).toEqual(posts.map(row => Number(row.id)))
})

test('what different people read stays apart', async () => {
  await world.arrive([mail({ from: school, body: singleCase })])
  await world.arrive([mail({ from: kita, body: bidder })])
  expect(await join(2, 1)).toEqual({ kind: 'other-readers' })
  expect((await tickets()).map(ticket => ticket.state)).toEqual(['eingegangen', 'eingegangen'])
})

test('a closed Vorgang opens again when an open one is put to it, and stays closed when a closed one is', async () => {
  await askedAndForwarded()
  await world.arrive([mail({ from: kita, body: 'Noch eine ganz andere Frage zur Einarbeitung.' })])
  for (const seq of [1, 3])
    await changeTicket(world.needs, await idOf(seq), { action: 'abschliessen' }, coordinator)
  await join(3, 1)
  expect((await tickets())[0]?.state).toBe('abgeschlossen')
  await join(2, 1)
  expect((await tickets())[0]).toMatchObject({ state: 'in_bearbeitung', closed_at: null })
})

test('two who confirm at once, twice and in opposite directions, join once', async () => {
  await askedAndForwarded()
  const results = await Promise.all([join(2, 1), join(1, 2), join(2, 1)])
  expect(results.map(result => result.kind).sort()).toEqual(['joined', 'same', 'same'])
  expect(await sql()`select 1 from successors`).toHaveLength(1)
  expect((await tickets()).filter(ticket => ticket.state === 'abgeschlossen')).toHaveLength(1)
})

test('what went on elsewhere is named, and what might have belonged to it might belong there', async () => {
  await askedAndForwarded()
  await world.arrive([
    mail({ from: 'Hort <hort@traeger.example>', headers: { 'In-Reply-To': await acknowledgementOf(2) } }),
  ])
  await join(2, 1)
  expect(await join(3, 2)).toMatchObject({ kind: 'moved', goesOnIn: { number: 'KA-2024-0001' } })
  expect(
    await sql()`select ticket_id::int, other_ticket_id::int from possible_matches where decision is null`,
  ).toEqual([{ ticket_id: await idOf(3), other_ticket_id: await idOf(1) }])
})

test('a letter that comes while its Vorgang is put to another one lands in one of the two, and nobody waits for ever', async () => {
  await askedAndForwarded()
  const second = await acknowledgementOf(2)
  const letters = Array.from({ length: 6 }, (_, i) =>
    mail({ from: kita, body: `Nachtrag ${i}.`, headers: { 'In-Reply-To': second } }),
  )
  await Promise.all([...letters.map(letter => world.arrive([letter])), join(2, 1)])
  expect((await outcomes()).slice(2)).toEqual(Array(6).fill('followup'))
  expect(world.faults).toEqual([])
  await world.arrive([mail({ from: kita, body: 'Danach.', headers: { 'In-Reply-To': second } })])
  expect((await sql()`select ticket_id::int from messages where body = 'Danach.'`)[0]?.ticket_id).toBe(
    await idOf(1),
  )
})
