import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import { readThreadToken } from '../../src/domain/mail/thread.ts'
import type { Programme } from '../../src/domain/programme/programme.ts'
import { sendAnswer } from '../../src/flows/letters/sendAnswer.ts'
import { bytesOf, openAnswering } from './answering.ts'
import { mail, secret } from './handling.ts'

let house: Awaited<ReturnType<typeof openAnswering>>
beforeEach(async () => {
  house = await openAnswering()
})
afterEach(() => house.close())

describe('an answer that a person writes', () => {
  test('leaves once it is confirmed: to the sender, in the thread, under the number, not as a machine’s letter', async () => {
    await house.world.arrive([mail({ id: '<frage@post.example>', subject: 'Wann geht es los?' })])
    const id = await house.draftOf()
    expect(await house.answers()).toEqual([])
    expect(await house.ticketState()).toBe('eingegangen')
    expect((await house.send(id)).kind).toBe('on-its-way')
    expect(await house.ticketState()).toBe('beantwortet')
    await house.process.sendAll()
    const [letter] = house.left()
    expect(letter).toMatchObject({
      to: 'ute.harms@post.example',
      from: { address: 'klassenassistenz@kreis-pinneberg.de' },
      subject: 'Re: Wann geht es los? [KA-2024-0001]',
      inReplyTo: '<frage@post.example>',
      headers: {},
    })
    expect(readThreadToken(secret, letter!.messageId)).toBe(await house.ticketId())
    const read = await readLetter(await bytesOf(letter!))
    expect(read.headers['auto-submitted']).toBeUndefined()
    expect(read.references.at(-1)).toBe('<frage@post.example>')
    expect(read.text).toContain('Guten Tag, der Start ist für den 01.08.2025 geplant.')
    expect(read.text).toContain('Mit freundlichen Grüßen\nKlassenassistenz, Kreis Pinneberg')
    const said = await house.sql`select actor, action from audit_log order by id`
    expect(said.map(each => each.action)).toEqual(
      expect.arrayContaining(['antwort_entworfen', 'beantwortet']),
    )
    const [message] =
      await house.sql`select body from messages where direction = 'out' and body like '%01.08.2025%'`
    expect(message).toBeDefined()
  })

  test('is answered again by the citizen into the same Vorgang, which is open again', async () => {
    await house.world.arrive([mail()])
    await house.send(await house.draftOf())
    await house.process.sendAll()
    await house.world.arrive([
      mail({
        subject: 'Re: Antwort',
        headers: { 'In-Reply-To': house.left()[0]!.messageId },
        body: 'Danke!',
      }),
    ])
    expect(await house.sql`select id from tickets`).toHaveLength(1)
    expect(await house.ticketState()).toBe('in_bearbeitung')
  })

  test('leaves once, however many confirm it at the same time in several processes', async () => {
    await house.world.arrive([mail()])
    const id = await house.draftOf()
    const results = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(i => house.send(id, i % 2 ? house.process.needs.db : house.world.needs.db)),
    )
    expect(results.map(result => result.kind).sort()).toEqual([
      'on-its-way',
      ...Array.from({ length: 5 }, () => 'settled'),
    ])
    expect(await house.answers()).toHaveLength(1)
    expect(house.world.jobs.filter(job => job.kind === 'sendLetter')).toHaveLength(2)
  })
})

describe('what was shown is what leaves (D20)', () => {
  test('D20: a letter of somebody else meanwhile asks for a second look, and changes neither recipient nor text', async () => {
    await house.world.arrive([
      mail({ id: '<eins@post.example>', headers: { Cc: 'Jan Petersen <jan@post.example>' } }),
    ])
    const id = await house.draftOf()
    const shown = await house.draftRow(id)
    await house.world.arrive([
      mail({
        from: 'Jan Petersen <jan@post.example>',
        subject: 'Re: Wann geht es los?',
        headers: { 'In-Reply-To': '<eins@post.example>' },
      }),
    ])
    expect(await house.sql`select id from tickets`).toHaveLength(1)
    expect((await house.send(id)).kind).toBe('something-new')
    expect(await house.answers()).toEqual([])
    expect((await house.send(id)).kind).toBe('on-its-way')
    const [row] = await house.answers()
    expect(row).toMatchObject({
      to_address: 'ute.harms@post.example',
      subject: shown.subject,
      body: shown.body,
    })
    expect(row!.in_reply_to).toBe('<eins@post.example>')
  })

  test('a new participant asks for a second look too', async () => {
    await house.world.arrive([mail()])
    const id = await house.draftOf()
    await house.sql`insert into participants (programme_id, ticket_id, address)
      values ('pinneberg', ${await house.ticketId()}, 'neu@post.example')`
    expect((await house.send(id)).kind).toBe('something-new')
    expect((await house.send(id)).kind).toBe('on-its-way')
  })

  test('a letter that comes in at the very moment is either seen or comes after', async () => {
    for (let round = 0; round < 6; round++) {
      await house.world.arrive([
        mail({ id: `<r${round}@post.example>`, subject: `Thema ${'abcdef'[round]}` }),
      ])
      const ticket = await house.ticketId()
      const id = await house.draftOf()
      const [result] = await Promise.all([
        house.send(id, house.process.needs.db),
        house.world.arrive([
          mail({ headers: { 'In-Reply-To': `<r${round}@post.example>` }, body: `Nachtrag ${round}` }),
        ]),
      ])
      const [row] = await house.sql`select state from tickets where id = ${ticket}`
      // Sent before: the letter opened the Vorgang again. Seen: nothing left.
      expect(['on-its-way', 'something-new']).toContain(result.kind)
      expect(row?.state).toBe(result.kind === 'on-its-way' ? 'in_bearbeitung' : 'eingegangen')
    }
  })
})

describe('no answer', () => {
  const running = (): Programme => {
    const { programme } = house.world.needs
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
    await house.world.arrive([mail()])
    const id = await house.draftOf()
    await house.sql`update tickets set ${house.sql(change as unknown as Record<string, string>)}`
    expect(await house.prepare({}, running())).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('§ 9 Abs. 2'),
    })
    expect(await sendAnswer(house.needs(undefined, running()), id, 'web')).toMatchObject({ kind: 'refused' })
    expect(await house.answers()).toEqual([])
    // The control: when no tender runs the same Vorgang is answered.
    expect((await house.send(id)).kind).toBe('on-its-way')
  })

  test('in a closed Vorgang', async () => {
    await house.world.arrive([mail()])
    const id = await house.draftOf()
    await house.sql`update tickets set state = 'abgeschlossen'`
    expect(await house.prepare()).toMatchObject({ kind: 'refused' })
    expect(await house.send(id)).toMatchObject({ kind: 'refused' })
  })

  test('without text, or with more text than a letter has', async () => {
    await house.world.arrive([mail()])
    expect(await house.prepare({ text: ' \n\u200b ' })).toMatchObject({ kind: 'refused' })
    expect(await house.prepare({ text: 'x'.repeat(20_001) })).toMatchObject({ kind: 'refused' })
  })
})

test('a protected letter is neither named in the subject nor quoted', async () => {
  await house.world.arrive([
    mail({ subject: 'Diagnose Asperger bei Jonas', body: 'Wie geht es mit Jonas weiter?' }),
  ])
  await house.sql`update tickets set data_class = 'einzelfall'`
  const id = await house.draftOf({ quoteOriginal: true })
  const { subject, body, quote_original } = await house.draftRow(id)
  expect(subject).toBe('Re: Ihre Nachricht [KA-2024-0001]')
  expect(body).not.toContain('Jonas')
  expect(quote_original).toBe(false)
})

test('the letter that is answered stands below as a quotation when that is wanted', async () => {
  await house.world.arrive([mail({ body: 'Erste Zeile\r\n> altes Zitat\r\n\r\nZweiter Absatz' })])
  const { body } = await house.draftRow(await house.draftOf({ quoteOriginal: true }))
  expect(body).toContain('Ihre Nachricht vom Mo 22.04.2024, 09:00 Uhr:\n\n> Erste Zeile')
})
