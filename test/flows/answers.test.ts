import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import { letterBytes } from '../../src/adapters/smtp/letterBytes.ts'
import type { LetterOut } from '../../src/adapters/types.ts'
import { readThreadToken } from '../../src/domain/mail/thread.ts'
import type { Programme } from '../../src/domain/programme/programme.ts'
import { prepareAnswer, type TypedAnswer } from '../../src/flows/prepareAnswer.ts'
import { sendAnswer } from '../../src/flows/sendAnswer.ts'
import { settleByHand } from '../../src/flows/settleByHand.ts'
import { type Handling, mail, openHandling, secret } from './handling.ts'
import { type SendingProcess, sendingProcess } from './sending.ts'

let now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
let world: Handling
let process: SendingProcess

beforeEach(async () => {
  now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
  world = await openHandling(() => now)
  process = await sendingProcess(world)
})
afterEach(async () => {
  await process.stop()
  await world.close()
})

const sql = () => world.database.connection.client
const correspondence = {
  secret,
  domain: 'kreis-pinneberg.de',
  ownAddresses: new Set(['klassenassistenz@kreis-pinneberg.de']),
}
const needs = (db = world.needs.db, programme = world.needs.programme) => ({
  db,
  now: world.needs.now,
  enqueue: world.needs.enqueue,
  programme,
  correspondence,
})
const ticketId = async () => Number((await sql()`select id from tickets order by id desc limit 1`)[0]?.id)
const ticketState = async () => (await sql()`select state from tickets order by id desc limit 1`)[0]?.state
const prepare = async (typed: Partial<TypedAnswer> = {}, programme?: Programme) =>
  prepareAnswer(
    needs(undefined, programme),
    await ticketId(),
    { text: 'Guten Tag, der Start ist für den 01.08.2025 geplant.', ...typed },
    'web',
  )
async function draftOf(typed: Partial<TypedAnswer> = {}): Promise<number> {
  const prepared = await prepare(typed)
  if (prepared.kind !== 'prepared') throw new Error(prepared.why)
  return prepared.draftId
}
const send = (id: number, db = world.needs.db) => sendAnswer(needs(db), id, 'web')
const draftRow = async (id: number) => (await sql()`select * from drafts where id = ${id}`)[0]!
const answers = () => sql()`select * from outgoing_mails where kind = 'answer' order by id`
/** What the mail server got of answers. */
const left = () => process.handed.filter(letter => !/eingegangen/.test(letter.subject))

async function bytesOf(letter: LetterOut): Promise<Buffer> {
  const written = await letterBytes(letter)
  if (written.kind !== 'written') throw new Error(written.reason)
  return written.bytes
}

describe('an answer that a person writes', () => {
  test('leaves once it is confirmed: to the sender, in the thread, under the number, not as a machine’s letter', async () => {
    await world.arrive([mail({ id: '<frage@post.example>', subject: 'Wann geht es los?' })])
    const id = await draftOf()
    expect(await answers()).toEqual([])
    expect(await ticketState()).toBe('eingegangen')
    expect((await send(id)).kind).toBe('on-its-way')
    expect(await ticketState()).toBe('beantwortet')
    await process.sendAll()
    const [letter] = left()
    expect(letter).toMatchObject({
      to: 'ute.harms@post.example',
      from: { address: 'klassenassistenz@kreis-pinneberg.de' },
      subject: 'Re: Wann geht es los? [KA-2024-0001]',
      inReplyTo: '<frage@post.example>',
      headers: {},
    })
    expect(readThreadToken(secret, letter!.messageId)).toBe(await ticketId())
    const read = await readLetter(await bytesOf(letter!))
    expect(read.headers['auto-submitted']).toBeUndefined()
    expect(read.references.at(-1)).toBe('<frage@post.example>')
    expect(read.text).toContain('Guten Tag, der Start ist für den 01.08.2025 geplant.')
    expect(read.text).toContain('Mit freundlichen Grüßen\nKlassenassistenz, Kreis Pinneberg')
    const said = await sql()`select actor, action from audit_log order by id`
    expect(said.map(each => each.action)).toEqual(
      expect.arrayContaining(['antwort_entworfen', 'beantwortet']),
    )
    const [message] =
      await sql()`select body from messages where direction = 'out' and body like '%01.08.2025%'`
    expect(message).toBeDefined()
  })

  test('is answered again by the citizen into the same Vorgang, which is open again', async () => {
    await world.arrive([mail()])
    await send(await draftOf())
    await process.sendAll()
    await world.arrive([
      mail({ subject: 'Re: Antwort', headers: { 'In-Reply-To': left()[0]!.messageId }, body: 'Danke!' }),
    ])
    expect(await sql()`select id from tickets`).toHaveLength(1)
    expect(await ticketState()).toBe('in_bearbeitung')
  })

  test('leaves once, however many confirm it at the same time in several processes', async () => {
    await world.arrive([mail()])
    const id = await draftOf()
    const results = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(i => send(id, i % 2 ? process.needs.db : world.needs.db)),
    )
    expect(results.map(result => result.kind).sort()).toEqual([
      'on-its-way',
      ...Array.from({ length: 5 }, () => 'settled'),
    ])
    expect(await answers()).toHaveLength(1)
    expect(world.jobs.filter(job => job.kind === 'sendLetter')).toHaveLength(2)
  })
})

describe('what was shown is what leaves (D20)', () => {
  test('a letter of somebody else meanwhile asks for a second look, and changes neither recipient nor text', async () => {
    await world.arrive([
      mail({ id: '<eins@post.example>', headers: { Cc: 'Jan Petersen <jan@post.example>' } }),
    ])
    const id = await draftOf()
    const shown = await draftRow(id)
    await world.arrive([
      mail({
        from: 'Jan Petersen <jan@post.example>',
        subject: 'Re: Wann geht es los?',
        headers: { 'In-Reply-To': '<eins@post.example>' },
      }),
    ])
    expect(await sql()`select id from tickets`).toHaveLength(1)
    expect((await send(id)).kind).toBe('something-new')
    expect(await answers()).toEqual([])
    expect((await send(id)).kind).toBe('on-its-way')
    const [row] = await answers()
    expect(row).toMatchObject({
      to_address: 'ute.harms@post.example',
      subject: shown.subject,
      body: shown.body,
    })
    expect(row!.in_reply_to).toBe('<eins@post.example>')
  })

  test('a new participant asks for a second look too', async () => {
    await world.arrive([mail()])
    const id = await draftOf()
    await sql()`insert into participants (programme_id, ticket_id, address)
      values ('pinneberg', ${await ticketId()}, 'neu@post.example')`
    expect((await send(id)).kind).toBe('something-new')
    expect((await send(id)).kind).toBe('on-its-way')
  })

  test('a letter that comes in at the very moment is either seen or comes after', async () => {
    for (let round = 0; round < 6; round++) {
      await world.arrive([mail({ id: `<r${round}@post.example>`, subject: `Thema ${'abcdef'[round]}` })])
      const ticket = await ticketId()
      const id = await draftOf()
      const [result] = await Promise.all([
        send(id, process.needs.db),
        world.arrive([
          mail({ headers: { 'In-Reply-To': `<r${round}@post.example>` }, body: `Nachtrag ${round}` }),
        ]),
      ])
      const [row] = await sql()`select state from tickets where id = ${ticket}`
      // Sent before: the letter opened the Vorgang again. Seen: nothing left.
      expect(['on-its-way', 'something-new']).toContain(result.kind)
      expect(row?.state).toBe(result.kind === 'on-its-way' ? 'in_bearbeitung' : 'eingegangen')
    }
  })
})

describe('whom it goes to', () => {
  const recipient = async (raw: string) => {
    await world.arrive([raw])
    const prepared = await prepare()
    return prepared.kind === 'prepared' ? (await draftRow(prepared.draftId)).to_address : prepared.why
  }

  test('Reply-To within the domain of the sender is followed, elsewhere it is not', async () => {
    expect(await recipient(mail({ headers: { 'Reply-To': 'buero@post.example' } }))).toBe(
      'buero@post.example',
    )
    expect(await recipient(mail({ subject: 'Anderes', headers: { 'Reply-To': 'dieb@fremd.example' } }))).toBe(
      'ute.harms@post.example',
    )
  })

  test('a contact form is answered at the address that it names', async () => {
    expect(
      await recipient(
        mail({ from: 'Formular <noreply@portal.example>', headers: { 'Reply-To': 'u.h@post.example' } }),
      ),
    ).toBe('u.h@post.example')
    await sql()`update messages set reply_to = null`
    expect(await prepare()).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('nimmt keine Antworten an'),
    })
  })

  test('a sender that is certainly forged gets none, and one sentence says why', async () => {
    await world.arrive([mail()])
    await sql()`update messages set authenticity = 'fail'`
    expect(await prepare()).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('nachweislich nicht'),
    })
  })

  test('our own mailbox gets none', async () => {
    expect(await recipient(mail({ from: 'Kollegin <klassenassistenz@kreis-pinneberg.de>' }))).toContain(
      'eigenen Postfach',
    )
  })

  test.each([
    'ute@post.example\r\nBcc: alle@kreis.example',
    '"ute@post.example, alle"@kreis.example',
    'ute@post.example>, <alle@kreis.example',
    'ute @post.example',
  ])('no address with more in it than one mailbox: %j', async address => {
    await world.arrive([mail()])
    await sql()`update messages set from_address = ${address}`
    expect(await prepare()).toMatchObject({ kind: 'refused' })
    await sql()`update messages set from_address = 'ute@post.example', reply_to = ${address}`
    const id = await draftOf()
    expect((await draftRow(id)).to_address).toBe('ute@post.example')
  })

  test('a subject with line breaks adds no header', async () => {
    await world.arrive([mail()])
    await sql()`update messages set subject = ${'Frage\r\nBcc: alle@kreis.example\r\n\r\nText'}`
    await send(await draftOf())
    await process.sendAll()
    const bytes = (await bytesOf(left()[0]!)).toString('latin1')
    expect(bytes.split('\r\n\r\n', 1)[0]).not.toMatch(/^Bcc/im)
  })
})

describe('no answer', () => {
  const running = (): Programme => {
    const { programme } = world.needs
    return {
      ...programme,
      profile: { ...programme.profile, vergabe: { ...programme.profile.vergabe, phase: 'angebotsphase' } },
    }
  }

  test.each([
    { data_class: 'vergabe' },
    { data_class: 'angebot_anlage' },
    { bidder_question: true },
    { topic: 'ausschreibung' },
  ])('to a tender while it runs, not even when the draft is older: %j', async change => {
    await world.arrive([mail()])
    const id = await draftOf()
    await sql()`update tickets set ${sql()(change as Record<string, string>)}`
    expect(await prepare({}, running())).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('§ 9 Abs. 2'),
    })
    expect(await sendAnswer(needs(undefined, running()), id, 'web')).toMatchObject({ kind: 'refused' })
    expect(await answers()).toEqual([])
    // The control: when no tender runs the same Vorgang is answered.
    expect((await send(id)).kind).toBe('on-its-way')
  })

  test('in a closed Vorgang', async () => {
    await world.arrive([mail()])
    const id = await draftOf()
    await sql()`update tickets set state = 'abgeschlossen'`
    expect(await prepare()).toMatchObject({ kind: 'refused' })
    expect(await send(id)).toMatchObject({ kind: 'refused' })
  })

  test('without text, or with more text than a letter has', async () => {
    await world.arrive([mail()])
    expect(await prepare({ text: ' \n\u200b ' })).toMatchObject({ kind: 'refused' })
    expect(await prepare({ text: 'x'.repeat(20_001) })).toMatchObject({ kind: 'refused' })
  })
})

describe('attachments', () => {
  const files = [
    {
      name: 'Zeitplan – Übersicht für Eltern (Entwurf) 2024.pdf',
      contentType: 'application/pdf',
      bytes: Buffer.from('%PDF-1.4 ä'),
    },
    { name: 'böse\\..\\..\\pfad.txt', contentType: 'text/plain', bytes: Buffer.from('Zeile\n.\nZeile') },
    {
      name: 'weitergeleitet.eml',
      contentType: 'message/rfc822',
      bytes: Buffer.from('From: a@b.example\n\nText'),
    },
    { name: `${'lang'.repeat(45)}.bin`, contentType: 'kein typ', bytes: Buffer.alloc(70_000, 7) },
  ]

  test('arrive under their names, byte for byte, and the letter is the same at each try', async () => {
    await world.arrive([mail()])
    await send(await draftOf({ files }))
    process.answers.push({ kind: 'later', reason: 'voll' })
    await process.sendAll(1).catch(() => {})
    await process.sendAll(1)
    const [letter] = left()
    const bytes = await bytesOf(letter!)
    expect(await bytesOf(structuredClone(letter!))).toEqual(bytes)
    const read = await readLetter(bytes)
    expect(read.attachments.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: files[0]!.name, size: files[0]!.bytes.length },
      { name: 'pfad.txt', size: files[1]!.bytes.length },
      { name: 'weitergeleitet.eml', size: files[2]!.bytes.length },
      { name: files[3]!.name, size: 70_000 },
    ])
    expect(bytes.toString('latin1')).toMatch(/filename\*0\*=utf-8''/i)
    expect(
      Math.max(
        ...bytes
          .toString('latin1')
          .split('\r\n')
          .map(line => line.length),
      ),
    ).toBeLessThan(999)
    const [message] = await sql()`select attachments from messages where attachments::text like '%Zeitplan%'`
    expect(message).toBeDefined()
  })

  test('that are too large, too many, empty or nameless are refused in one sentence each', async () => {
    await world.arrive([mail()])
    const file = (bytes: number, name = 'a.pdf') => ({
      name,
      contentType: 'application/pdf',
      bytes: Buffer.alloc(bytes),
    })
    const why = async (given: TypedAnswer['files']) => {
      const prepared = await prepare({ files: given ?? [] })
      return prepared.kind === 'refused' ? prepared.why : ''
    }
    expect(await why([file(11 * 1024 * 1024)])).toContain('erlaubt sind 10 MB')
    expect(await why(Array.from({ length: 21 }, () => file(1)))).toContain('höchstens 20')
    expect(await why([file(0)])).toContain('ist leer')
    expect(await why([file(1, 'a\nb.pdf')])).toContain('Namen')
    expect(await sql()`select id from drafts`).toEqual([])
  })
})

describe('when it does not leave as it should', () => {
  const posts = () => sql()`select ticket_id, reply from posts where key like 'answer-%'`
  beforeEach(async () => {
    await world.arrive([mail()])
    await send(await draftOf())
    await sql()`delete from outgoing_mails where kind <> 'answer'`
  })

  test('refused: the thread hears of it, the Vorgang is not answered, and an unknown address is blocked', async () => {
    process.answers.push({
      kind: 'refused',
      reason: 'Antwort des Mailservers: 550 5.1.1 …',
      recipientRefused: '550 5.1.1 <ute.harms@post.example>: user unknown',
    })
    await process.sendAll()
    const [post] = await posts()
    expect(post?.ticket_id).not.toBeNull()
    expect(JSON.stringify(post?.reply)).toContain('Eine Antwort zu KA-2024-0001 wurde nicht angenommen')
    expect(JSON.stringify(post?.reply)).not.toContain('post.example')
    expect(await ticketState()).toBe('in_bearbeitung')
    expect(await sql()`select address from blocked_addresses`).toHaveLength(1)
    // A person may try once more in spite of it; the draft warns.
    expect((await prepare()).kind).toBe('prepared')
  })

  test('uncertain: the thread hears of it, nothing is sent again, and the Vorgang stays answered', async () => {
    process.answers.push({ kind: 'uncertain', reason: 'keine Antwort' })
    await process.sendAll()
    await process.sendAll()
    expect(process.handed).toHaveLength(1)
    expect(JSON.stringify((await posts())[0]?.reply)).toContain('vielleicht nicht angekommen')
    expect(await ticketState()).toBe('beantwortet')
  })

  test('held and dropped: the thread hears of it, and the Vorgang is not answered', async () => {
    process.needs.caps = { ...process.needs.caps, perHour: 1 }
    await sql()`update outgoing_mails set passed_at = null`
    await sql()`insert into outgoing_mails (programme_id, kind, key, message_id, to_address, subject, body, html,
      "references", headers, state, created_at, passed_at, likeness)
      values ('pinneberg', 'answer', 'x', '<x@kreis-pinneberg.de>', 'b@post.example', 's', 'b', 'h', '{}', '{}', 'sent',
        ${now.toString()}, ${now.toString()}, 'x')`
    await process.sendAll()
    expect(JSON.stringify((await posts())[0]?.reply)).toContain('wurde zurückgehalten')
    const [held] = await sql()`select id from outgoing_mails where state = 'held'`
    await settleByHand(
      { ...world.needs, programmeId: 'pinneberg' },
      { kind: 'letter', id: Number(held?.id) },
      'drop',
      'cli',
    )
    expect(await ticketState()).toBe('in_bearbeitung')
  })

  test('of a Vorgang that no channel may know, the channel hears without its number', async () => {
    await sql()`update tickets set data_class = 'kindeswohl'`
    process.answers.push({ kind: 'refused', reason: 'nein' })
    await process.sendAll()
    const [post] = await posts()
    expect(post?.ticket_id).toBeNull()
    expect(JSON.stringify(post?.reply)).not.toContain('KA-2024')
  })
})

test('a protected letter is neither named in the subject nor quoted', async () => {
  await world.arrive([
    mail({ subject: 'Diagnose Asperger bei Jonas', body: 'Wie geht es mit Jonas weiter?' }),
  ])
  await sql()`update tickets set data_class = 'einzelfall'`
  const id = await draftOf({ quoteOriginal: true })
  const { subject, body, quote_original } = await draftRow(id)
  expect(subject).toBe('Re: Ihre Nachricht [KA-2024-0001]')
  expect(body).not.toContain('Jonas')
  expect(quote_original).toBe(false)
})

test('the letter that is answered stands below as a quotation when that is wanted', async () => {
  await world.arrive([mail({ body: 'Erste Zeile\r\n> altes Zitat\r\n\r\nZweiter Absatz' })])
  const { body } = await draftRow(await draftOf({ quoteOriginal: true }))
  expect(body).toContain('Ihre Nachricht vom Mo 22.04.2024, 09:00 Uhr:\n\n> Erste Zeile')
})
