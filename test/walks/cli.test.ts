import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words } from '../../src/cli.ts'
import { settingsFor } from '../peers/kla.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { startSlackPeer } from '../peers/slack.ts'
import { jsonLines, kla } from './command.ts'
import { letter } from './letters.ts'

let database: FreshDatabase
let env: { DATABASE_URL: string }
beforeAll(async () => {
  database = await freshDatabase()
  env = { DATABASE_URL: database.url }
})
afterAll(() => database.drop())

describe('wrong usage ends with 2 and says how it goes', () => {
  test('each part of a usage that may be chosen is explained', async () => {
    for (const [word, load] of Object.entries(words)) {
      const { usage, options = [] } = await load()
      const parts = options.map(([part]) => part).join(' ')
      for (const [flag] of usage.matchAll(/--[a-z-]+/g)) expect(parts, word).toContain(flag)
    }
    const ended = await kla(['ledger', '--help'])
    expect(ended.out).toMatch(/^ {2}--vergleich +vergleicht jetzt/m)
  })

  test('a word that does not exist shows all that do', async () => {
    const ended = await kla(['strat'])
    expect(ended).toMatchObject({ status: 2, out: '' })
    expect(ended.err).toMatch(/^„strat“ kenne ich nicht\. Meinten Sie start\?\n/)
    for (const word of Object.keys(words)) expect(ended.err).toMatch(new RegExp(`^ {2}${word} +\\S`, 'm'))
  })

  test.for([
    ['import'],
    ['import', '--jsno', 'brief.eml'],
    ['ask'],
    ['ask', '--as'],
    ['ask', 'status', '--as', 'kaiser'],
    ['ledger', '--alles'],
    ['doctor', 'mailbox'],
    ['start', 'jetzt'],
    ['parse', 'datei.jsonl'],
    ['quarantine', 'Q-siebzehn'],
  ])('kla %j', async (line, { expect }) => {
    const ended = await kla(line, { env })
    expect(ended).toMatchObject({ status: 2, out: '' })
    expect(ended.err).toMatch(new RegExp(`^[^{\n]+\nAufruf: kla ${line[0]}( \\S.*)?\n$`))
  })
})

describe('kla import --json', () => {
  const contract = [
    'source',
    'message_id',
    'outcome',
    'ticket',
    'stakeholder',
    'topic',
    'region',
    'flags',
    'reason',
  ]
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kla-import-'))
    writeFileSync(join(folder, 'brief.eml'), letter({ id: 'datei@post.example' }))
    writeFileSync(join(folder, 'leer.eml'), '')
    const mbox = ['eins', 'zwei'].map(
      id =>
        `From uwe@post.example Mon Apr 22 08:41:00 2024\n${letter({ id: `${id}@post.example`, subject: id })}\n`,
    )
    writeFileSync(join(folder, 'archiv.mbox'), mbox.join('').replaceAll('\r\n', '\n'))
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, 'Maildir', part), { recursive: true })
    const automatic = { id: 'weg@post.example', headers: ['Auto-Submitted: auto-replied'] }
    writeFileSync(join(folder, 'Maildir', 'cur', '1700000001.M1.post:2,S'), letter(automatic))
    writeFileSync(join(folder, 'Maildir', 'new', '1700000002.M2.post'), letter({ id: 'datei@post.example' }))
    writeFileSync(join(folder, 'Maildir', 'tmp', '1700000003.M3.post'), letter({ id: 'halb@post.example' }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('gives exactly one line a mail, with the fields of the contract, and the ledger adds up', async () => {
    const ended = await kla(['import', '--json', folder], { env })
    expect(ended).toMatchObject({ status: 0, err: '' })
    const lines = jsonLines(ended.out)
    for (const line of lines) expect(Object.keys(line)).toEqual(contract)
    const outcomes = Object.fromEntries(
      lines.map(line => [`${line.source}`.slice(folder.length + 1), line.outcome]),
    )
    expect(lines).toHaveLength(6)
    expect(outcomes).toMatchObject({
      'leer.eml': 'quarantined',
      'Maildir/cur/1700000001.M1.post:2,S': 'automatic',
    })
    const counted = Object.groupBy(lines, line => `${line.outcome}`)
    expect(counted.ticket).toHaveLength(3)
    expect(counted.duplicate).toHaveLength(1)
    expect(counted.ticket?.map(line => line.ticket).sort()).toEqual([
      expect.stringMatching(/-0001$/),
      expect.stringMatching(/-0002$/),
      expect.stringMatching(/-0003$/),
    ])
    for (const line of [...counted.quarantined!, ...counted.automatic!, ...counted.duplicate!])
      expect(line.reason, `${line.outcome}`).toMatch(/\S/)

    const ledger = jsonLines(await out(['ledger', '--json']))
    expect(ledger).toEqual([
      {
        mailbox: 'import',
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        arrived: 6,
        ticket: 3,
        followup: 0,
        automatic: 1,
        duplicate: 1,
        quarantined: 1,
        waiting: 0,
      },
    ])
    expect(await out(['ledger'])).toMatch(
      /import: 6 angekommen = 3 Vorgänge \+ 0 Folgebriefe \+ 1 automatisch \+ 1 doppelt \+ 1 in Quarantäne\n6 Briefe angekommen, 6 nachgewiesen, davon 1 in Quarantäne\.\n$/,
    )
    // An archive leaves the house by no way.
    const [left] = await database.connection.client<{ n: number }[]>`
      select ((select count(*) from posts) + (select count(*) from outgoing_mails))::int as n`
    expect(left?.n).toBe(0)
  })

  test('a path that does not exist is a failure that names it, the others are taken in', async () => {
    const ended = await kla(['import', '--json', join(folder, 'fehlt.eml'), join(folder, 'brief.eml')], {
      env,
    })
    expect(ended.status).toBe(1)
    expect(ended.err).toMatch(/fehlt\.eml: .+\n$/)
    expect(jsonLines(ended.out)).toMatchObject([{ outcome: 'duplicate', source: join(folder, 'brief.eml') }])
  })
})

describe('JSON Lines', () => {
  const broken = ['{"id": "a"', 'null', '[]', '"Text"', '{"input": 7}', '{"id": {}}', '\u0000']
  test.for([
    {
      word: 'classify',
      good: { id: 'g', from_name: '', from_address: 'a@post.example', subject: '', body: 'Wann?' },
    },
    { word: 'parse', good: { id: 'g', input: 'status region Elmshorn' } },
    { word: 'preview', good: { id: 'g', text: 'Wann beginnt es in Elmshorn?' } },
  ])('kla $word names each line that is wrong and answers the others', async ({ word, good }, { expect }) => {
    const input = [...broken, JSON.stringify(good), '', `\ufeff${JSON.stringify({ ...good, id: 2 })}`].join(
      '\r\n',
    )
    const ended = await kla([word], { env, input })
    expect(jsonLines(ended.out).map(line => line.id)).toEqual(['g', 2])
    expect(
      ended.err
        .trimEnd()
        .split('\n')
        .map(line => /^Zeile (\d+): [A-ZÄÖÜ].+\.$/.exec(line)?.[1]),
    ).toEqual(broken.map((_, i) => `${i + 1}`))
    expect(ended.status).toBe(1)
  })
})

describe('kla ask', () => {
  test('10,000 characters are refused in one sentence, whatever they are', async () => {
    const ended = await Promise.all(
      ['status '.repeat(1_430), 'ä'.repeat(10_000), 'KA-17 '.repeat(1_670)].map(text =>
        kla(['ask', text], { env }),
      ),
    )
    for (const { status, out, err } of ended) {
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(out).toMatch(/^Das sind [\d.]+ Zeichen; ein Befehl hat höchstens 4000\./)
      expect(out.length).toBeLessThan(500)
    }
  })

  test('an unknown command gets near ones, and none that changes anything runs', async () => {
    expect(await out(['ask', 'statsu region Elmshron'])).toMatch(/Meinten Sie/)
    expect(await out(['ask', 'frubbel die Wubbel'])).toMatch(/hilfe/)
    const before = await tickets()
    await out(['ask', 'vorgang abschlissen KA-1?'])
    expect(await tickets()).toEqual(before)
  })

  test('--json is the neutral reply on one line', async () => {
    const [reply] = jsonLines(await out(['ask', 'status region Elmshorn', '--json']))
    expect(reply).toMatchObject({ summary: expect.any(String), blocks: expect.any(Array) })
  })
})

describe('settings', () => {
  test('kla doctor without any says what is missing and is content with the embedded database', {
    timeout: 60_000,
  }, async () => {
    const { status, out } = await kla(['doctor'])
    expect(out).toMatch(/✔ gut +Datenbank: PostgreSQL \d+.*eingebaut/)
    for (const open of ['Postfach: Kein Postfach', 'Mailserver: Kein Versand', 'Slack: Ausgeschaltet'])
      expect(out).toContain(`○ offen   ${open}`)
    expect(status).toBe(0)
  })

  test('all faults are said at once, one line each, and no secret among them', async () => {
    const ended = await kla(['start'], {
      env: {
        DATABASE_URL: 'mysql://root:streng-geheim@db.example/kla',
        KLA_IMAP_HOST: 'imaps://mail.example',
        KLA_IMAP_PORT: 'neunhundert',
        KLA_IMAP_PASWORD: 'auch-geheim',
        KLA_SLACK_MODE: 'vielleicht',
        KLA_NOW: 'gestern',
        KLA_MAX_MAIL_MB: '0',
        KLA_WEB_HOST: '0.0.0.0',
      },
    })
    expect(ended).toMatchObject({ status: 1, out: '' })
    const lines = ended.err.trimEnd().split('\n')
    for (const name of [
      ...['DATABASE_URL', 'KLA_IMAP_HOST', 'KLA_IMAP_PORT', 'KLA_SLACK_MODE', 'KLA_NOW'],
      ...['KLA_MAX_MAIL_MB', 'KLA_WEB_HOST'],
    ])
      expect(
        lines.filter(line => line.startsWith(name)),
        name,
      ).not.toEqual([])
    expect(lines).toContainEqual(expect.stringMatching(/KLA_IMAP_PASWORD.+Meinten Sie KLA_IMAP_PASSWORD\?/))
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+ .+[.?]$/)
    expect(ended.err).not.toMatch(/geheim/)
  })

  test('a web port that is taken is said in one sentence, and the process ends, Slack or not', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const slack = await startSlackPeer()
    const ended = await kla(['start'], {
      env: {
        ...settingsFor({ databaseUrl: database.url, slack }, './data'),
        KLA_WEB_PORT: String(port),
        KLA_LOG_LEVEL: 'error',
      },
    })
    other.close()
    await slack.stop()
    expect(ended.status).toBe(1)
    const sentences = ended.err.split('\n').filter(line => line !== '' && !line.startsWith('Hinweis: '))
    expect(sentences).toEqual([
      expect.stringMatching(new RegExp(`^Die Web-Seite .+ Port ${port} .+ KLA_WEB_PORT .+\\.$`)),
    ])
  })
})

/** What a command that succeeds prints. */
async function out(line: string[]): Promise<string> {
  const ended = await kla(line, { env })
  expect(ended).toMatchObject({ status: 0, err: '' })
  return ended.out
}

function tickets() {
  return database.connection.client`select number, state, owner from tickets order by id`
}
