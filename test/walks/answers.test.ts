import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import { missingDovecot } from '../peers/dovecot.ts'
import { settingsFor } from '../peers/kla.ts'
import { kla } from './command.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()
const namesItsFolder = `
namespace inbox {
  inbox = yes
  mailbox Gesendet {
    auto = create
    special_use = \\Sent
  }
}
`
let around: Surrounded
let folder: string

beforeAll(async () => {
  if (missing) return
  folder = mkdtempSync(join(tmpdir(), 'kla-answers-'))
  around = await surroundings({ dovecot: { extra: namesItsFolder } })
})
afterAll(async () => {
  if (missing) return
  await around.stop()
  rmSync(folder, { recursive: true })
})

/** `kla <words>` beside the running program. */
const word = (...words: string[]) =>
  kla(words, {
    env: settingsFor(
      { databaseUrl: around.database.url, dovecot: around.dovecot, sink: around.sink },
      folder,
    ),
  })
const copies = () =>
  readdirSync(join(around.dovecot.maildir, '.Gesendet', 'cur')).map(file =>
    readFileSync(join(around.dovecot.maildir, '.Gesendet', 'cur', file)),
  )

test.skipIf(missing)(
  '[needs Dovecot] an answer with a file goes from the command line to the citizen, whose answer to it comes back to the Vorgang; copies of all lie in the mailbox',
  { timeout: 180_000 },
  async () => {
    const running = await around.start()
    await around.dovecot.deliver(letter({ id: 'anfrage@post.example' }))
    await until(async () => (await around.fate('<anfrage@post.example>')).acknowledgements === 1)
    const text = join(folder, 'antwort.txt')
    const file = join(folder, 'Übersicht für Eltern.pdf')
    writeFileSync(text, 'Guten Tag,\n\nder Start ist für den 01.08.2025 geplant.\n')
    writeFileSync(file, '%PDF-1.4 Zeitplan')
    const draft = await word('answer', '1', '--text', text, '--attach', file, '--quote')
    expect(draft).toMatchObject({ status: 0, err: '' })
    for (const shown of [
      'thiessen@post.example',
      'Re: Frage zum Start',
      'Übersicht für Eltern.pdf',
      '--send E-1',
    ])
      expect(draft.out).toContain(shown)
    expect(around.sink.letters()).toHaveLength(1)
    const [first, second] = await Promise.all([
      word('answer', '--send', 'E-1'),
      word('answer', '--send', 'E-1'),
    ])
    expect([first.status, second.status].sort()).toEqual([0, 1])
    await until(() => around.sink.letters().length === 2)
    const sent = around.sink.letters()[1]!
    const read = await readLetter(Buffer.from(sent.raw, 'latin1'))
    expect(sent).toMatchObject({
      to: ['thiessen@post.example'],
      headers: { 'in-reply-to': '<anfrage@post.example>' },
    })
    expect(sent.headers['auto-submitted']).toBeUndefined()
    expect(read.text).toContain('der Start ist für den 01.08.2025 geplant.')
    expect(read.attachments.map(each => each.name)).toEqual(['Übersicht für Eltern.pdf'])
    await around.dovecot.deliver(
      letter({
        id: 'danke@post.example',
        subject: `Re: ${read.subject}`,
        headers: [`In-Reply-To: ${sent.headers['message-id']}`],
      }),
    )
    await until(async () => (await around.fate('<danke@post.example>')).outcomes[0] === 'followup')
    // What left lies in the mailbox, once each, as it left.
    await until(() => copies().length === 2)
    const asSent = around.sink.letters().map(each => each.raw.replaceAll('\r\n', '\n'))
    expect(
      copies()
        .map(String)
        .map(each => each.replaceAll('\r\n', '\n'))
        .sort(),
    ).toEqual(asSent.sort())
    const doctor = await word('doctor')
    expect(doctor.out).not.toContain('Kopien')
    await running.stop()
  },
)

test.skipIf(missing)(
  '[needs Dovecot] a cap holds exactly among two processes, the channel hears of it once, and a person lets go what was held',
  { timeout: 180_000 },
  async () => {
    const before = around.sink.letters().length
    const caps = { KLA_MAIL_CAP_DOMAIN_HOUR: '5', KLA_IMAP_SENT_FOLDER: 'aus' }
    const processes = await Promise.all([around.start(caps), around.start(caps)])
    for (let i = 1; i <= 25; i++)
      await around.dovecot.deliver(
        letter({
          id: `kette-${i}@crm.example`,
          from: `Kundenservice <fall-${i}@crm.example>`,
          subject: `AW: Ihre Anfrage ${i} ist eingegangen [#${70_000 + i}]`,
          text: `Guten Tag, Ihre Anfrage hat die Nummer ${70_000 + i}.`,
        }),
      )
    const states = () =>
      around.rows<{ state: string; n: number }>(
        `select state, count(*)::int as n from outgoing_mails where to_address like '%crm.example' group by 1 order by 1`,
      )
    const said = async () => JSON.stringify(await states())
    await until(
      async () => (await said()) === '[{"state":"held","n":20},{"state":"sent","n":5}]',
      60_000,
      () => states(),
    )
    expect(around.sink.letters()).toHaveLength(before + 5)
    const heldPosts = () =>
      around.slack
        .messages(channel)
        .filter(each => JSON.stringify(each).includes('Briefe werden zurückgehalten'))
    await until(() => heldPosts().length > 0)
    const listed = await word('outbox')
    expect(listed.out.match(/zurückgehalten, Eingangsbestätigung/g)).toHaveLength(20)
    expect(listed.out).not.toContain('crm.example')
    expect((await word('doctor')).out).toContain('Versand zurückgehalten: 20 Briefe')
    const [, number] = /(A-\d+) {2}zurückgehalten/.exec(listed.out)!
    expect(await word('outbox', number!, 'freigeben')).toMatchObject({ status: 0 })
    await until(() => around.sink.letters().length === before + 6)
    expect((await word('outbox', 'alle', 'verwerfen')).out).toContain('19 Briefe sind verworfen')
    expect((await word('outbox')).out).toBe('Nichts wartet auf eine Entscheidung.\n')
    expect(heldPosts()).toHaveLength(1)
    for (const process of processes) await process.stop()
  },
)
