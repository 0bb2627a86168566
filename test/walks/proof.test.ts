import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { settingsFor } from '../peers/kla.ts'
import { kla as klaCommand } from './command.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

const operators = { KLA_BETRIEB_MAIL: 'it-betrieb@kreis.example' }

test.skipIf(missing)(
  '[needs Dovecot] a letter that lies on the server and not in the ledger is found, said and fetched; the cursor stays',
  { timeout: 180_000 },
  async () => {
    const ids = ['eins', 'zwei', 'drei'].map(name => `${name}@post.example`)
    const first = await around.start(operators)
    for (const id of ids) await around.dovecot.deliver(letter({ id, from: id }))
    await settled(3)
    expect((await ledger('--vergleich')).err).toContain('3 Briefe auf dem Server, alle sind hier.')
    await first.stop()
    // What no program of ours does: a letter is stored nowhere, and the cursor has passed it.
    await around.rows(`delete from deliveries where raw_mail_id in
      (select id from raw_mails where message_id = '<zwei@post.example>')`)
    await around.rows(`delete from raw_mails where message_id = '<zwei@post.example>'`)
    const [cursor] = await around.rows('select last_uid, uid_validity from mailboxes')

    const compared = await ledger('--vergleich')
    expect(compared.err).toContain('3 Briefe auf dem Server, 1 fehlten hier; 1 nachgeholt, 0 fehlen noch.')
    expect(compared.status).toBe(0)
    expect(compared.out).toMatch(
      /^3 Briefe angekommen, 3 nachgewiesen, .*; zuletzt mit dem Postfach verglichen am .*: keine Abweichung\.$/m,
    )
    expect(await around.rows('select last_uid, uid_validity from mailboxes')).toEqual([cursor])
    expect(await around.rows('select cardinality(missing) as n from server_comparisons order by at')).toEqual(
      [{ n: 0 }, { n: 1 }, { n: 0 }],
    )

    await around.start(operators)
    await until(async () => (await around.waiting()) === 0, 20_000)
    const news = around.slack.messages(channel).filter(each => /Im Nachweis fehlen Briefe/.test(each.text))
    expect(news).toHaveLength(1)
    expect(JSON.stringify(news)).not.toMatch(/zwei|Thiessen|Elmshorn/)
    const told = around.sink.letters().filter(each => each.to.includes(operators.KLA_BETRIEB_MAIL))
    expect(told).toHaveLength(1)
    expect(told[0]?.raw).not.toMatch(/zwei|Thiessen|Elmshorn/)
    expect((await around.fate('<zwei@post.example>')).outcomes).toEqual(['ticket'])
  },
)

test.skipIf(missing)(
  'D10: a mailbox that is old at the first start floods nobody: its letters open nothing, answer nobody and are not missing either [needs Dovecot]',
  { timeout: 180_000 },
  async () => {
    const old = Array.from({ length: 105 }, (_, i) => `alt-${i}@post.example`)
    around.dovecot.fill(old.length, i => letter({ id: old[i]!, from: old[i]! }))
    await around.start({ ...operators, KLA_IMAP_FIRST_START: 'ab-jetzt' })
    const begun = () => around.rows('select 1 from mailboxes where uid_validity is not null')
    await until(async () => (await begun()).length === 1, 20_000)
    await around.dovecot.deliver(letter({ id: 'neu@post.example', from: 'neu@post.example' }))
    await settled(1)
    await until(() => around.sink.letters().length === 1, 20_000)

    const compared = await ledger('--vergleich')
    expect(compared.status, compared.err).toBe(0)
    expect(compared.err).toContain('1 Brief auf dem Server, alle sind hier.')
    await until(async () => (await around.waiting()) === 0, 20_000)
    expect(around.sink.letters().map(each => each.to[0])).toEqual(['neu@post.example'])
    expect(around.slack.messages(channel)).toHaveLength(1)
    expect(await around.rows('select number from tickets')).toHaveLength(1)
    // Nothing on the server was touched: all of it can still be read there.
    expect(await around.rows('select baseline_uid::int as n from mailboxes')).toEqual([{ n: 105 }])
  },
)

test.skipIf(missing)(
  '[needs Dovecot] after a change of UIDVALIDITY the comparison is that of the new numbers',
  { timeout: 180_000 },
  async () => {
    const ids = Array.from({ length: 5 }, (_, i) => `brief-${i}@post.example`)
    const kla = await around.start(operators)
    for (const id of ids) await around.dovecot.deliver(letter({ id, from: id }))
    await settled(5)
    await kla.stop()
    await around.dovecot.changeUidValidity()
    const early = await ledger('--vergleich')
    expect(early.err).toContain('noch nicht eingelesen (oder der Server hat neu nummeriert)')
    await around.start(operators)
    await settled(10)
    const compared = await ledger('--vergleich')
    expect(compared.err).toContain('5 Briefe auf dem Server, alle sind hier.')
    expect(compared.status).toBe(0)
  },
)

async function settled(deliveries: number): Promise<void> {
  const stored = async () => (await around.rows('select 1 from deliveries')).length
  await until(async () => (await stored()) === deliveries && (await around.waiting()) === 0, 30_000)
}

function ledger(...words: string[]) {
  const env = settingsFor({ databaseUrl: around.database.url, ...around }, './data')
  return klaCommand(['ledger', ...words], { env: { ...env, ...operators } })
}
