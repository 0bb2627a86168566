import { afterEach, beforeEach, expect, test } from 'vitest'
import { threadMessageId } from '../../../src/domain/mail/thread.ts'
import { handleMails } from '../../../src/flows/intake/handleMails.ts'
import { changeTicket } from '../../../src/flows/tickets/changeTicket.ts'
import { type Handling, mail, openHandling, secret } from '../handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const outcomes = async () =>
  (await sql()`select outcome from deliveries order by id`).map(row => row.outcome as string)
const tickets = () => sql()`select * from tickets order by seq`

test('a letter becomes a Vorgang with number, letter, participant, audit entry, and jobs that tell of it', async () => {
  await world.arrive([mail()])
  const [ticket] = await tickets()
  expect(ticket).toMatchObject({
    number: 'KA-2024-0001',
    state: 'eingegangen',
    place: 'Elmshorn',
    owner: null,
  })
  // Five working days after Monday 22.04.2024.
  expect(ticket?.due_on).toBe('2024-04-29')
  expect((await sql()`select body from messages`)[0]?.body).toContain('an unserer Schule in Elmshorn')
  expect((await sql()`select address from participants`)[0]?.address).toBe('ute.harms@post.example')
  expect((await sql()`select action from audit_log`)[0]?.action).toBe('eroeffnet')
  expect(world.jobs.map(job => job.kind)).toEqual(['handleMails', 'sendLetter', 'postToChat'])
  expect(await outcomes()).toEqual(['ticket'])
})

test('the acknowledgement carries number, signed thread and the headers of RFC 3834', async () => {
  await world.arrive([mail({ id: '<frage-1@post.example>' })])
  const [sent] = await sql()`select * from outgoing_mails`
  expect(sent).toMatchObject({ to_address: 'ute.harms@post.example', in_reply_to: '<frage-1@post.example>' })
  expect(sent?.subject).toContain('KA-2024-0001')
  expect(sent?.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' })
  expect(sent?.message_id).toMatch(/^<kla\.pinneberg\./)
})

test('the same letter delivered twice by other ways is one Vorgang and one duplicate', async () => {
  const letter = mail({ id: '<einmal@post.example>' })
  await world.arrive([letter])
  await world.arrive([
    `Received: from relais.example by mx.example; Mon, 22 Apr 2024 08:42:00 +0200\r\n${letter}`,
  ])
  await world.arrive([letter])
  expect(await outcomes()).toEqual(['ticket', 'duplicate', 'duplicate'])
  expect(await tickets()).toHaveLength(1)
})

test('both deliveries of one letter in one fetch make one Vorgang', async () => {
  const letter = mail({ id: '<doppelt@post.example>' })
  await world.arrive([letter, `X-Weg: 2\r\n${letter}`])
  expect((await outcomes()).sort()).toEqual(['duplicate', 'ticket'])
})

test('two different letters that share a Message-ID are two Vorgänge', async () => {
  await world.arrive([
    mail({ id: '<gleich@post.example>', body: 'Wann beginnt das Programm in Barmstedt?' }),
    mail({ id: '<gleich@post.example>', body: 'Was macht eine Klassenassistenz?' }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'ticket'])
})

test('an answer to our acknowledgement lands in the same Vorgang and opens it again', async () => {
  await world.arrive([mail()])
  const [sent] = await sql()`select message_id, ticket_id from outgoing_mails`
  await changeTicket(
    world.needs,
    Number(sent?.ticket_id),
    { action: 'abschliessen' },
    { id: 'test', name: 'Test' },
  )
  await world.arrive([
    mail({
      subject: 'AW: Eingang',
      body: 'Danke, noch eine Frage.',
      headers: { 'In-Reply-To': sent?.message_id },
    }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'followup'])
  const [ticket] = await tickets()
  expect(ticket).toMatchObject({ state: 'in_bearbeitung', closed_at: null })
})

test('a citizen who answers the own sent letter stays in the Vorgang', async () => {
  await world.arrive([mail({ id: '<meine-frage@post.example>' })])
  await world.arrive([
    mail({
      subject: 'Nachtrag',
      body: 'Ich vergaß etwas.',
      headers: { References: '<meine-frage@post.example>' },
    }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'followup'])
})

test('a whole conversation in one archive is one Vorgang', async () => {
  await world.arrive(
    [
      mail({ id: '<eins@post.example>' }),
      mail({ id: '<zwei@post.example>', body: 'Nachtrag.', headers: { References: '<eins@post.example>' } }),
      mail({
        id: '<drei@post.example>',
        body: 'Noch einer.',
        headers: { References: '<zwei@post.example>' },
      }),
    ],
    { live: false },
  )
  expect(await outcomes()).toEqual(['ticket', 'followup', 'followup'])
})

test('a forged thread token opens a Vorgang of its own without any match', async () => {
  await world.arrive([mail()])
  const forged = threadMessageId(
    'ein-anderer-schluessel-0123456789-abc',
    'pinneberg',
    1,
    'x',
    'kreis-pinneberg.de',
  )
  await world.arrive([mail({ from: 'fremd@boese.example', headers: { 'In-Reply-To': forged } })])
  expect(await outcomes()).toEqual(['ticket', 'ticket'])
  expect(await sql()`select * from possible_matches`).toHaveLength(0)
})

test('a good token from an address that takes no part is only a possible match', async () => {
  await world.arrive([mail()])
  const [sent] = await sql()`select message_id from outgoing_mails`
  await world.arrive([mail({ from: 'fremd@boese.example', headers: { 'In-Reply-To': sent?.message_id } })])
  expect(await outcomes()).toEqual(['ticket', 'ticket'])
  expect(await sql()`select * from possible_matches`).toHaveLength(1)
})

test('our own letter that comes back is automatic; a colleague who writes from the mailbox is not lost', async () => {
  await world.arrive([
    mail({
      from: 'klassenassistenz@kreis-pinneberg.de',
      id: threadMessageId(secret, 'pinneberg', 1, 'acknowledgement:1:2024-04-22', 'kreis-pinneberg.de'),
    }),
    mail({
      from: 'klassenassistenz@kreis-pinneberg.de',
      body: 'Anruf aus Barmstedt notiert, bitte Rückruf.',
    }),
  ])
  expect(await outcomes()).toEqual(['automatic', 'ticket'])
  expect(await sql()`select * from outgoing_mails`).toHaveLength(0)
})

test('an auto-reply gets no Vorgang, no acknowledgement and no post, and is kept', async () => {
  await world.arrive([mail({ subject: 'Abwesenheitsnotiz', headers: { 'Auto-Submitted': 'auto-replied' } })])
  expect(await outcomes()).toEqual(['automatic'])
  expect(world.jobs.map(job => job.kind)).toEqual(['handleMails'])
  expect((await sql()`select reason from raw_mails`)[0]?.reason).toMatch(/Auto-Submitted/)
})

test('an archive opens Vorgänge and sends and posts nothing', async () => {
  await world.arrive([mail(), mail()], { live: false })
  expect(await tickets()).toHaveLength(2)
  expect(await sql()`select * from posts`).toHaveLength(0)
  expect(await sql()`select * from outgoing_mails`).toHaveLength(0)
})

test('a mail that cannot be read is quarantined with its bytes, said in the channel, and stops nobody', async () => {
  await world.arrive([mail(), Buffer.alloc(0), mail()])
  expect(await outcomes()).toEqual(['ticket', 'quarantined', 'ticket'])
  const [post] = await sql()`select reply from posts where key like 'quarantine:%'`
  expect(JSON.stringify(post?.reply)).toContain('Quarantäne')
})

test('a mail that makes our own code fail is put aside after some tries, the others go on at once', async () => {
  const { read } = world.needs
  world.needs.read = async (raw, phase) => {
    if (raw.includes('Gift')) throw new Error('defect')
    return read(raw, phase)
  }
  const ids = await world.keep([mail(), mail({ body: 'Gift' }), mail()])
  let rounds = 0
  for (let failing = true; failing && rounds < 20; rounds++)
    failing = await handleMails(world.needs, ids).then(
      () => false,
      () => true,
    )
  expect(await outcomes()).toEqual(['ticket', 'quarantined', 'ticket'])
  expect(rounds).toBeLessThan(8)
})

test('numbers have no gap and no double, however many workers draw them', async () => {
  const groups = await Promise.all(
    Array.from({ length: 8 }, () => world.keep(Array.from({ length: 12 }, () => mail()))),
  )
  // Each group twice at the same time, as after a crash.
  await Promise.all([...groups, ...groups].map(ids => handleMails(world.needs, ids)))
  const numbers = (await tickets()).map(ticket => Number(ticket.seq))
  expect(numbers).toEqual(Array.from({ length: 96 }, (_, i) => i + 1))
})

test('one letter met by two workers has one effect', async () => {
  const letter = mail({ id: '<rennen@post.example>' })
  const [a, b] = [await world.keep([letter]), await world.keep([`X-Weg: 2\r\n${letter}`])]
  const settle = async (ids: number[]) => {
    for (let i = 0; i < 5; i++)
      if (
        await handleMails(world.needs, ids).then(
          () => true,
          () => false,
        )
      )
        return
  }
  await Promise.all([settle(a), settle(b)])
  expect((await outcomes()).sort()).toEqual(['duplicate', 'ticket'])
})

test('a hint at a child in danger is told to the duty address by number alone and posted nowhere', async () => {
  await world.arrive([
    mail({
      from: 'Nachbarin <n.voss@post.example>',
      subject: 'Bitte lesen',
      body: 'Der Junge von nebenan, Malte Brandt, wird jeden Abend geschlagen. Er hat blaue Flecken und Angst, nach Hause zu gehen.',
    }),
  ])
  const [ticket] = await tickets()
  expect(ticket?.data_class).toBe('kindeswohl')
  expect(await sql()`select * from posts`).toHaveLength(0)
  const [alarm] = await sql()`select * from outgoing_mails where kind = 'alarm'`
  expect(alarm?.to_address).toBe('bereitschaft@kreis.example')
  expect(`${alarm?.subject} ${alarm?.body} ${alarm?.html}`).not.toMatch(
    /Malte|Brandt|Voss|geschlagen|Flecken/i,
  )
  expect(alarm?.subject).toContain('KA-2024-0001')
})

test('a further letter can raise the protection of a Vorgang, and never lowers it', async () => {
  await world.arrive([mail({ id: '<a@post.example>' })])
  await world.arrive([
    mail({
      body: 'Er wird zu Hause geschlagen und hat überall blaue Flecken, bitte helfen Sie ihm sofort.',
      headers: { References: '<a@post.example>' },
    }),
  ])
  await world.arrive([
    mail({ body: 'Noch eine Frage zum Zeitplan.', headers: { References: '<a@post.example>' } }),
  ])
  expect(await outcomes()).toEqual(['ticket', 'followup', 'followup'])
  expect((await tickets())[0]?.data_class).toBe('kindeswohl')
  // Each further letter to such a Vorgang is told too: nobody else hears of it.
  expect(await sql()`select * from outgoing_mails where kind = 'alarm'`).toHaveLength(2)
})

test('text with NUL characters is stored, not refused', async () => {
  await world.arrive([mail({ body: 'Guten\u0000 Tag, wann geht es in Elmshorn los?' })])
  expect(await outcomes()).toEqual(['ticket'])
})
