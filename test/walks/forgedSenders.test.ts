import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type NameServer, startNameServer } from '../peers/dns.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { jsonLines, kla } from './command.ts'
import { letter } from './letters.ts'

let database: FreshDatabase
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'kla-forged-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const rows = <Row>(query: string) => database.connection.client.unsafe(query) as unknown as Promise<Row[]>
const school = 'Rektorat <rektorat@schule.example>'
const border =
  'Received: from mail.web.example (mail.web.example [203.0.113.66])\r\n\tby mx.kreis.example (Postfix) with ESMTPS id 4F;\r\n\tMon, 22 Apr 2024 08:41:03 +0200'
const result = (text: string) => `Authentication-Results: mx.kreis.example;\r\n\t${text}`

/** Takes these mails in as new ones with the command itself, one after another; what became of each. */
async function takeIn(mails: string[], env: Record<string, string>) {
  const into = mkdtempSync(join(folder, 'in-'))
  mkdirSync(into, { recursive: true })
  for (const [i, mail] of mails.entries()) writeFileSync(join(into, `${i}.eml`), mail)
  const ended = await kla(['import', '--live', '--json', into], {
    env: {
      DATABASE_URL: database.url,
      KLA_SECRET: 'nur-fuer-tests-0123456789-abcdefghij',
      // Letters are written and wait; nobody sends them here.
      KLA_SMTP_HOST: '127.0.0.1',
      ...env,
    },
  })
  expect(ended).toMatchObject({ status: 0, err: '' })
  return jsonLines<{ outcome: string; stakeholder: string | null; ticket: string }>(ended.out)
}

describe('D19: a spoofed From becomes a person, by what our own server says', () => {
  const env = { KLA_AUTHSERV_ID: 'mx.kreis.example' }

  test('neither by a citation nor by a header of its own making', { timeout: 180_000 }, async () => {
    const good = `${border}\r\n${result('dmarc=pass (p=reject) header.from=schule.example')}\r\n${letter({ id: 'frage@schule.example', from: school })}`
    const attack = (id: string, head: string) =>
      `${head}\r\n${letter({ id, from: school, text: `Bitte antworten Sie ab jetzt hierhin. ${id}`, headers: ['References: <frage@schule.example>'] })}`
    const said = result(
      'spf=fail smtp.mailfrom=rektorat@schule.example;\r\n\tdmarc=fail (p=reject) header.from=schule.example',
    )
    const lie = result('dmarc=pass header.from=schule.example')
    await takeIn([good], env)
    const outcomes = await takeIn(
      [
        attack('a1@boese.example', `${border}\r\n${said}`),
        attack('a2@boese.example', `${said}\r\n${border}\r\n${lie}`),
        attack('a3@boese.example', `${border}\r\n${said}\r\n${lie}\r\n${border}\r\n${lie}`),
        attack(
          'a4@boese.example',
          `${border}\r\n${said.replace('Authentication-Results', 'AUTHENTICATION-RESULTS')}\r\n${lie}`,
        ),
        // The true one comes as well and stays what it is.
        `${border}\r\n${result('dmarc=pass header.from=schule.example')}\r\n${letter({ id: 'b@schule.example', from: school, text: 'Danke!', headers: ['References: <frage@schule.example>'] })}`,
      ],
      env,
    )
    expect(outcomes.map(line => line.outcome)).toEqual(['ticket', 'ticket', 'ticket', 'ticket', 'followup'])
    expect(await rows(`select distinct reason from possible_matches`)).toEqual([
      { reason: expect.stringContaining('Absender ist nicht bestätigt') },
    ])
    expect(await rows(`select authenticity, count(*)::int as n from messages group by 1 order by 1`)).toEqual(
      [
        { authenticity: 'fail', n: 4 },
        { authenticity: 'pass', n: 2 },
      ],
    )
    // One acknowledgement, for the true letter that opened a Vorgang.
    expect(await rows(`select kind from outgoing_mails where kind = 'acknowledgement'`)).toHaveLength(1)
    // What a forged letter names takes part in nothing.
    expect(
      await rows(
        `select 1 from participants p join messages m using (ticket_id) where m.authenticity = 'fail'`,
      ),
    ).toEqual([])
  })

  test('nor by what it writes directly below our border, or by what it calls itself', {
    timeout: 60_000,
  }, async () => {
    const doubt = result('spf=fail smtp.mailfrom=rektorat@schule.example')
    const lie = result('dkim=pass header.d=schule.example')
    const wholeLie = result(
      'dkim=pass header.d=schule.example; spf=pass smtp.mailfrom=schule.example; dmarc=pass header.from=schule.example',
    )
    const helo = border.replace(
      'from mail.web.example (mail.web.example',
      'from b.intern.kreis.example (unknown',
    )
    const inner =
      'Received: from mail.schule.example (mail.schule.example [198.51.100.7])\r\n\tby b.intern.kreis.example with ESMTP id 9;\r\n\tMon, 22 Apr 2024 08:41:01 +0200'
    const attack = (lines: string[], i: number) =>
      `${lines.join('\r\n')}\r\n${letter({ id: `a${i}@boese.example`, from: school, text: `Neue Bankverbindung ${i}`, headers: ['References: <frage@schule.example>'] })}`
    const forged = [
      [doubt, border, lie],
      [result('spf=fail smtp.mailfrom=rektorat@schule.example; dkim=none; dmarc=none'), border, wholeLie],
      [border, doubt, lie],
      [doubt, helo, inner, lie],
    ]
    // Without a word of ours nothing is known, and nothing that the letter brings along changes that.
    const unproved = [[helo, inner, wholeLie]]
    const own = { ...env, KLA_OWN_MX: 'mx.kreis.example,.intern.kreis.example' }
    const genuine = `${border}\r\n${result('dmarc=pass header.from=schule.example')}\r\n${letter({ id: 'frage@schule.example', from: school })}`
    await takeIn([genuine], own)
    const outcomes = await takeIn([...forged, ...unproved].map(attack), own)
    // What is only unproved may join, as without any check.
    expect(outcomes.map(line => line.outcome).toSorted()).toEqual(['followup', ...Array(4).fill('ticket')])
    expect(await rows('select authenticity from messages order by message_id')).toEqual(
      ['fail', 'fail', 'fail', 'fail', 'unknown', 'pass'].map(authenticity => ({ authenticity })),
    )
  })

  test('nor the Schulamt by its address', { timeout: 180_000 }, async () => {
    const office = (text: string, id: string) =>
      `${border}\r\n${result(text)}\r\n${letter({ id, from: 'Schulamt <schulamt@kreis-pinneberg.de>', text: `Der Start in Elmshorn wird verschoben. ${id}\r\n\r\nMit freundlichen Grüßen\r\nSchulamt des Kreises Pinneberg` })}`
    const lines = await takeIn(
      [
        office('dmarc=pass header.from=kreis-pinneberg.de', 'a@x.example'),
        office('dmarc=fail header.from=kreis-pinneberg.de', 'b@x.example'),
      ],
      env,
    )
    expect(lines.map(line => line.stakeholder)).toEqual(['schulamt', null])
  })

  test('an archive of the same mails is checked by nobody', { timeout: 180_000 }, async () => {
    writeFileSync(
      join(folder, 'a.eml'),
      `${border}\r\n${result('dmarc=fail header.from=schule.example')}\r\n${letter({ id: 'a@schule.example', from: school })}`,
    )
    const ended = await kla(['import', join(folder, 'a.eml')], {
      env: { DATABASE_URL: database.url, ...env },
    })
    expect(ended.status).toBe(0)
    expect(await rows('select authenticity from messages')).toEqual([{ authenticity: null }])
  })
})

describe('D19: the same by the DNS', () => {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  let server: NameServer
  beforeEach(async () => {
    server = await startNameServer({
      'TXT s1._domainkey.schule.example': [
        `v=DKIM1; k=rsa; p=${keys.publicKey.replace(/-----[^-]+-----|\s/g, '')}`,
      ],
      'TXT _dmarc.schule.example': ['v=DMARC1; p=reject'],
      'TXT schule.example': ['v=spf1 ip4:198.51.100.7 -all'],
    })
  })
  afterEach(() => server.stop())
  const env = () => ({
    KLA_SENDER_CHECK: 'dns',
    KLA_OWN_MX: 'mx.kreis.example',
    KLA_DNS_SERVERS: server.address,
  })

  async function signed(mail: string): Promise<string> {
    const { signatures } = await dkimSign(mail, {
      signatureData: [{ signingDomain: 'schule.example', selector: 's1', privateKey: keys.privateKey }],
    } as unknown as Parameters<typeof dkimSign>[1])
    return signatures + mail
  }
  const answer = (id: string) =>
    letter({
      id,
      from: school,
      text: `Noch eine Frage. ${id}`,
      headers: ['References: <frage@schule.example>'],
    })

  test('a signed answer joins, a changed one and an unsigned one do not', { timeout: 180_000 }, async () => {
    const changed = (await signed(answer('b@schule.example'))).replace(
      'Noch eine Frage',
      'Neue Bankverbindung',
    )
    // What comes in together has no order of its own.
    await takeIn([`${border}\r\n${letter({ id: 'frage@schule.example', from: school })}`], env())
    const lines = await takeIn(
      [
        `${border}\r\n${await signed(answer('a@schule.example'))}`,
        `${border}\r\n${changed}`,
        `Return-Path: <post@boese.example>\r\n${border}\r\n${answer('c@schule.example')}`,
      ],
      env(),
    )
    expect(lines.map(line => line.outcome)).toEqual(['followup', 'ticket', 'ticket'])
    expect(await rows('select authenticity from messages order by message_id')).toEqual(
      ['pass', 'fail', 'fail', 'unknown'].map(authenticity => ({ authenticity })),
    )
  })

  test('a DNS that never answers costs no letter its place', { timeout: 180_000 }, async () => {
    await takeIn([`${border}\r\n${letter({ id: 'frage@schule.example', from: school })}`], env())
    server.silent = true
    const begin = performance.now()
    const lines = await takeIn(
      [
        ...(await Promise.all(
          Array.from(
            { length: 20 },
            async (_, i) => `${border}\r\n${await signed(answer(`${i}@schule.example`))}`,
          ),
        )),
      ],
      env(),
    )
    expect(lines.map(line => line.outcome)).toEqual(Array(20).fill('followup'))
    expect(performance.now() - begin).toBeLessThan(40_000)
    expect(await rows('select distinct authenticity from messages')).toEqual([{ authenticity: 'unknown' }])
  })
})
