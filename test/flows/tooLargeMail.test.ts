import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { handleMails } from '../../src/flows/intake/handleMails.ts'
import { keepMails } from '../../src/flows/intake/keepMails.ts'
import { type Handling, openHandling } from './handling.ts'

let now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
let world: Handling
beforeEach(async () => {
  now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
  world = await openHandling(() => now)
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const sent = () => sql()`select * from outgoing_mails order by id`

let uid = 0
/** A mail of 60 MB, of which only the head was fetched. */
async function tooLarge(head: string[], options: { live?: boolean } = {}): Promise<void> {
  const raw = Buffer.from([...head, 'Content-Type: multipart/mixed; boundary=g', '', ''].join('\r\n'))
  const fresh = await keepMails(
    { ...world.needs, programmeId: 'pinneberg' },
    { mailboxId: 'test/INBOX', uidValidity: 1n, isLive: () => options.live ?? true },
    [{ uid: ++uid, raw, size: 60 * 1_048_576, arrivedAt: null, tooLarge: true }],
    null,
  )
  await handleMails(
    world.needs,
    fresh.map(mail => mail.id),
  )
}

const from = (address: string, id: string, ...more: string[]) => [
  `From: Uwe Thiessen <${address}>`,
  'Subject: Gutachten zu Leon',
  `Message-ID: <${id}@mail.example>`,
  ...more,
]

test('who sends too much hears of it: what happened, how large a letter may be, and nothing of the letter', async () => {
  await tooLarge(from('uwe@mail.example', 'gross'))
  const [letter] = await sent()
  expect(letter).toMatchObject({
    kind: 'feedback',
    to_address: 'uwe@mail.example',
    in_reply_to: '<gross@mail.example>',
    ticket_id: null,
    state: 'ready',
  })
  expect(letter?.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' })
  expect(letter?.body).toContain('größer ist als 50 MB')
  expect(`${letter?.subject}${letter?.body}${letter?.html}`).not.toMatch(/Gutachten|Leon|Uwe/)
  expect(world.jobs).toContainEqual({ kind: 'sendLetter', payload: { outgoingMailId: Number(letter?.id) } })
  expect((await sql()`select outcome from deliveries`).map(row => row.outcome)).toEqual(['quarantined'])
})

test('once a day and address, and the next day again', async () => {
  await tooLarge(from('uwe@mail.example', 'eins'))
  await tooLarge(from('uwe@mail.example', 'zwei'))
  await tooLarge(from('amira@mail.example', 'drei'))
  expect((await sent()).map(row => row.to_address)).toEqual(['uwe@mail.example', 'amira@mail.example'])
  now = now.add({ hours: 24 })
  await tooLarge(from('uwe@mail.example', 'vier'))
  expect(await sent()).toHaveLength(3)
})

test.each([
  ['a machine', from('uwe@mail.example', 'm', 'Auto-Submitted: auto-generated'), {}],
  ['a list', from('uwe@mail.example', 'l', 'List-Id: <alle.mail.example>'), {}],
  ['no-reply', from('noreply@mail.example', 'n'), {}],
  ['ourselves', from('klassenassistenz@kreis-pinneberg.de', 'k'), {}],
  ['nobody', ['Subject: ohne Absender'], {}],
  ['an archive', from('uwe@mail.example', 'a'), { live: false }],
])('%s hears nothing', async (_, head, options) => {
  await tooLarge(head, options)
  expect(await sent()).toEqual([])
  expect((await sql()`select outcome from deliveries`).map(row => row.outcome)).toEqual(['quarantined'])
})

test('a head that cannot be read is quarantined all the same', async () => {
  await tooLarge([])
  await tooLarge(['\0\0'])
  expect((await sql()`select outcome, reason from raw_mails`).map(row => row.reason)).toEqual(
    Array(2).fill(expect.stringContaining('60 MB größer als erlaubt')),
  )
})
