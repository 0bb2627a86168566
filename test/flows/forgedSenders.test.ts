import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

/** Our own server checked and wrote this down. */
function checked(raw: string, result: string): string {
  return [
    'Return-Path: <post@boese.example>',
    'Received: from mail.boese.example (mail.boese.example [203.0.113.66]) by mx.kreis.example with ESMTPS; Mon, 22 Apr 2024 08:41:03 +0200',
    `Authentication-Results: mx.kreis.example; ${result}`,
    raw,
  ].join('\r\n')
}
const forged = (raw: string) => checked(raw, 'dmarc=fail (p=REJECT) header.from=schule.example')
const believing = () => {
  world.needs.senders = { own: { authservIds: new Set(['mx.kreis.example']), hosts: [] }, byDns: null }
}

describe('D19: a spoofed From becomes a person', () => {
  beforeEach(believing)

  test('it joins nothing, makes nobody a participant and gets no answer', async () => {
    await world.arrive([
      checked(mail({ from: school, id: '<frage@schule.example>' }), 'dmarc=pass header.from=schule.example'),
    ])
    const before = (await sql()`select count(*)::int as n from outgoing_mails`)[0]?.n
    await world.arrive([
      forged(
        mail({
          from: school,
          body: 'Bitte schicken Sie alles an meine neue Adresse.',
          headers: { 'In-Reply-To': await token(), Cc: 'fremd@boese.example' },
        }),
      ),
    ])
    expect(await outcomes()).toEqual(['ticket', 'ticket'])
    expect((await matches())[0]?.reason).toMatch(/Absender ist nicht bestätigt/)
    expect(await people(2)).toEqual([])
    expect((await sql()`select count(*)::int as n from outgoing_mails`)[0]?.n).toBe(before)
    expect(
      (await sql()`select authenticity from messages where direction = 'in' order by id`).map(
        row => row.authenticity,
      ),
    ).toEqual(['pass', 'fail'])
  })

  test('it does not become the office that it names, in address, name or signature', async () => {
    const office = {
      from: 'Schulamt Kreis Pinneberg <schulamt@kreis-pinneberg.de>',
      body: 'Der Start in Elmshorn wird verschoben.\r\n\r\nMit freundlichen Grüßen\r\nM. Beispiel\r\nSchulamt des Kreises Pinneberg',
    }
    await world.arrive([checked(mail(office), 'dmarc=pass header.from=kreis-pinneberg.de')])
    await world.arrive([checked(mail(office), 'dmarc=fail header.from=kreis-pinneberg.de')])
    const [true_, false_] = await tickets()
    expect([true_?.stakeholder, false_?.stakeholder]).toEqual(['schulamt', null])
    expect(JSON.stringify(false_?.because)).not.toMatch(/Verzeichnis/)
  })

  test('a hint at a child in danger counts all the same, whoever wrote it', async () => {
    await world.arrive([
      forged(
        mail({
          from: school,
          body: 'Er wird zu Hause geschlagen und hat überall blaue Flecken, bitte helfen Sie sofort.',
        }),
      ),
    ])
    expect((await tickets())[0]?.data_class).toBe('kindeswohl')
    expect(await sql()`select * from outgoing_mails where kind = 'alarm'`).toHaveLength(1)
  })

  test('a header that the forger wrote below our border changes nothing', async () => {
    await world.arrive([mail({ from: school, id: '<frage@schule.example>' })])
    const faked = mail({
      from: school,
      body: 'Zweiter Versuch',
      headers: { 'In-Reply-To': '<frage@schule.example>' },
    })
    await world.arrive([
      forged(
        `Received: from mail.schule.example (mail.schule.example [198.51.100.7]) by mx.kreis.example with ESMTPS; Mon, 22 Apr 2024 08:41:00 +0200\r\nAuthentication-Results: mx.kreis.example; dmarc=pass header.from=schule.example\r\n${faked}`,
      ),
    ])
    expect(await outcomes()).toEqual(['ticket', 'ticket'])
  })

  test('an archive is not checked', async () => {
    await world.arrive([forged(mail({ from: school }))], { live: false })
    expect((await sql()`select authenticity from messages`)[0]?.authenticity).toBeNull()
  })

  test('the DNS is asked only where the sender matters: an answer, or an office of the directory', async () => {
    const asked: string[] = []
    world.needs.senders = {
      own: { authservIds: new Set(), hosts: [] },
      byDns: async (_raw, letter) => {
        asked.push(letter.from.address)
        return 'fail'
      },
    }
    await world.arrive([mail({ id: '<a@post.example>' })])
    await world.arrive([mail({ body: 'Danke.', headers: answerTo('<a@post.example>') })])
    await world.arrive([mail({ from: 'schulamt@kreis-pinneberg.de' })])
    expect(asked).toEqual(['ute.harms@post.example', 'schulamt@kreis-pinneberg.de'])
    expect(await outcomes()).toEqual(['ticket', 'ticket', 'ticket'])
  })
})

describe('D19: a doubted copy that came first does not swallow the true letter', () => {
  beforeEach(believing)
  const raw = mail({
    from: school,
    id: '<echt@schule.example>',
    headers: { Cc: 'konrektorat@schule.example' },
  })
  const genuine = (text: string) => checked(text, 'dmarc=pass header.from=schule.example')
  const letters = async () =>
    (await sql()`select authenticity from messages where direction = 'in' order by id`).map(
      row => row.authenticity as string,
    )
  const acknowledgements = () => sql()`select * from outgoing_mails where kind = 'acknowledgement'`
  const reasons = async () =>
    (await sql()`select reason from raw_mails order by id`).map(row => row.reason as string | null)

  test('it is one Vorgang, whose letter is genuine now, with its people and its acknowledgement', async () => {
    await world.arrive([forged(raw)])
    expect([await letters(), await people(1), await acknowledgements()]).toEqual([['fail'], [], []])
    await world.arrive([genuine(raw)])
    expect(await outcomes()).toEqual(['ticket', 'duplicate'])
    expect((await reasons())[1]).toMatch(/bestätigt ihn/)
    expect(await letters()).toEqual(['pass'])
    expect(await people(1)).toEqual(['konrektorat@schule.example', 'rektorat@schule.example'])
    expect((await acknowledgements()).map(row => row.to_address)).toEqual(['rektorat@schule.example'])
    expect(world.jobs.filter(job => job.kind === 'sendLetter')).toHaveLength(1)
    // The answer to it belongs to the Vorgang from then on.
    await world.arrive([
      genuine(mail({ from: school, body: 'Noch etwas dazu.', headers: { 'In-Reply-To': await token() } })),
    ])
    expect(await outcomes()).toEqual(['ticket', 'duplicate', 'followup'])
  })

  test('several at once, true and forged ones, confirm it once', async () => {
    await world.arrive([forged(raw)])
    await world.arrive([genuine(raw), `X-Weg: 3\r\n${genuine(raw)}`, `X-Weg: 4\r\n${forged(raw)}`])
    expect(await outcomes()).toEqual(['ticket', 'duplicate', 'duplicate', 'duplicate'])
    expect(await letters()).toEqual(['pass'])
    expect(await acknowledgements()).toHaveLength(1)
    expect(await sql()`select 1 from audit_log where action = 'absender_bestaetigt'`).toHaveLength(1)
  })

  test('what proves nothing confirms nothing: a second doubt, no check, an archive', async () => {
    await world.arrive([forged(raw)])
    await world.arrive([`X-Weg: 2\r\n${forged(raw)}`, checked(raw, 'none')])
    await world.arrive([`X-Weg: 3\r\n${genuine(raw)}`], { live: false })
    expect(await letters()).toEqual(['fail'])
    expect([await people(1), await acknowledgements()]).toEqual([[], []])
  })

  test('a Vorgang that a person joined or closed meanwhile gets no acknowledgement any more', async () => {
    await world.arrive([forged(raw)])
    await sql()`update tickets set state = 'abgeschlossen'`
    await world.arrive([genuine(raw)])
    expect(await letters()).toEqual(['pass'])
    expect(await acknowledgements()).toEqual([])
  })
})
