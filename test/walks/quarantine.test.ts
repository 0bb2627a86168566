import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { settingsFor } from '../peers/kla.ts'
import { kla as klaCommand } from './command.ts'
import { letter, question } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
let folder: string
beforeEach(async () => {
  if (missing) return
  around = await surroundings()
  folder = mkdtempSync(join(tmpdir(), 'kla-quarantine-'))
})
afterEach(async () => {
  if (missing) return
  await around.stop()
  rmSync(folder, { recursive: true })
})

/** Two megabytes of text behind a question. */
const large = letter({
  id: 'gross@post.example',
  from: 'Familie Petersen <petersen@post.example>',
  text: `${question}\r\n\r\n${'Das steht in der langen Anlage.\r\n'.repeat(65_000)}`,
})

test.skipIf(missing)(
  'a letter over the size limit lies in quarantine; with a higher limit it is fetched from the server and served like any other [needs Dovecot]',
  { timeout: 180_000 },
  async () => {
    const kla = await around.start({ KLA_MAX_MAIL_MB: '1' })
    await around.dovecot.deliver(large)
    await until(async () => (await lying()).length === 1, 20_000)
    await until(async () => (await around.waiting()) === 0, 20_000)
    await kla.stop()
    const [id] = await lying()

    const list = await quarantine([], '1')
    expect(list.out).toMatch(
      new RegExp(
        `^Q-${id}  seit .+, 3 MB \\(nur der Kopf ist hier\\), postfach@kreis\\.example/INBOX\\n      .+`,
      ),
    )
    expect(list.out).not.toMatch(/Petersen|Frage zum Start/)
    const early = await quarantine(['alle'], '1')
    expect(early.status).toBe(1)
    expect(early.err).toContain(`Q-${id} ist noch immer größer als erlaubt. Bitte KLA_MAX_MAIL_MB anheben.`)

    const late = await quarantine([`Q-${id}`], '10')
    expect(late.err).toBe('')
    expect(late.out).toBe('Der Brief ist jetzt bearbeitet.\n')
    await around.start()
    await until(async () => (await around.waiting()) === 0, 20_000)
    expect(await around.fate('<gross@post.example>')).toMatchObject({
      outcomes: ['ticket'],
      announcements: 1,
    })
    // First that it was too large, then that it is here after all; each once.
    expect(await around.rows('select kind, state from outgoing_mails order by id')).toEqual([
      { kind: 'feedback', state: 'sent' },
      { kind: 'acknowledgement', state: 'sent' },
    ])
    expect((await quarantine(['alle'], '10')).out).toBe('Die Quarantäne ist leer.\n')
    const [ledger] = await around.rows('select outcome, count(*)::int as n from deliveries group by 1')
    expect(ledger).toEqual({ outcome: 'ticket', n: 1 })
  },
)

test.skipIf(missing)(
  'the bytes of a letter in quarantine can be written to a file that only its owner reads, and the look is noted [needs Dovecot]',
  { timeout: 180_000 },
  async () => {
    await around.start({ KLA_MAX_MAIL_MB: '1' })
    await around.dovecot.deliver(large)
    await until(async () => (await lying()).length === 1, 20_000)
    const [id] = await lying()
    const file = join(folder, 'brief.eml')
    const written = await quarantine(['roh', `Q-${id}`, file])
    expect(written.err).toMatch(/^Achtung: Die Datei enthält den ungeprüften Brief/)
    expect(written.status).toBe(0)
    expect(readFileSync(file, 'latin1')).toContain('Subject: Frage zum Start')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(
      await around.rows(
        `select actor, (detail ->> 'rawMailId')::int as id from audit_log where action = 'gelesen'`,
      ),
    ).toEqual([{ actor: 'cli', id }])
    const again = await quarantine(['roh', `${id}`, file])
    expect(again.status).toBe(1)
    expect(again.err).toContain('gibt es schon')
    expect((await quarantine(['roh', '4711', join(folder, 'nichts.eml')])).status).toBe(1)
    expect(existsSync(join(folder, 'nichts.eml'))).toBe(false)
    expect((await quarantine(['roh', `${id}`])).status).toBe(2)
    // The channel heard of a number and a reason.
    await until(() => JSON.stringify(around.slack.messages(channel)).includes(`Q-${id}`), 20_000)
    expect(JSON.stringify(around.slack.messages(channel))).not.toMatch(/Petersen|Frage zum Start/)
  },
)

const lying = async () =>
  (await around.rows<{ id: string }>(`select id from raw_mails where outcome = 'quarantined'`)).map(row =>
    Number(row.id),
  )

function quarantine(words: string[], maxMailMb = '50') {
  const env = settingsFor({ databaseUrl: around.database.url, ...around }, './data')
  return klaCommand(['quarantine', ...words], { env: { ...env, KLA_MAX_MAIL_MB: maxMailMb } })
}
