import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FetchedMail, FolderOnServer } from '../../../src/adapters/types.ts'
import { sql } from '../../../src/db/drizzle.ts'
import { moveCursor } from '../../../src/db/mailboxes.ts'
import { deliveries, outgoingMails, posts, rawMails, serverComparisons } from '../../../src/db/schema.ts'
import { handleMails } from '../../../src/flows/intake/handleMails.ts'
import { compareWithServer } from '../../../src/flows/proof/compareWithServer.ts'
import { proveNightly } from '../../../src/flows/proof/proveNightly.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

const mailboxId = 'test/INBOX'
let clock = Temporal.Instant.from('2024-04-22T02:00:00+02:00')
let house: Handling
beforeEach(async () => {
  clock = Temporal.Instant.from('2024-04-22T02:00:00+02:00')
  house = await openHandling(() => clock)
})
afterEach(() => house.close())

const db = () => house.database.connection.db

/** A folder that holds these mails by UID; how often it was listed is counted. */
function folderWith(raws: Map<number, string>, options: { arrivedAt?: string; uidValidity?: bigint } = {}) {
  const state = { listed: 0, fetched: [] as number[], away: false }
  const folder: FolderOnServer = {
    mailboxId,
    label: 'Das Postfach 2 (Ordner INBOX)',
    async list() {
      state.listed++
      if (state.away) throw new Error('away')
      return { uidValidity: options.uidValidity ?? 1n, uids: [...raws.keys()] }
    },
    async *fetch(_uidValidity, uids) {
      for (const uid of uids) {
        const raw = Buffer.from(raws.get(uid)!) // listed
        state.fetched.push(uid)
        const arrivedAt = options.arrivedAt ?? clock.toString()
        yield [{ uid, raw, size: raw.length, arrivedAt, tooLarge: false } satisfies FetchedMail]
      }
    },
  }
  return Object.assign(state, { folder })
}

function needs(folders: FolderOnServer[] = []) {
  return {
    ...house.needs,
    programmeId: 'pinneberg',
    operators: ['it-betrieb@kreis.example'],
    onKept: async () => {},
    folders,
    log: { info: () => {}, warn: () => {} },
  }
}

/** Letters 1 … n lie on the server; all but the missing ones were stored and handled. */
async function served(n: number, missing: number[] = []): Promise<Map<number, string>> {
  const raws = new Map(Array.from({ length: n }, (_, i) => [i + 1, mail({ id: `<${i}@post.example>` })]))
  await house.arrive([...raws.values()])
  for (const uid of missing) {
    await db().execute(sql`with gone as (delete from deliveries where uid = ${uid} returning raw_mail_id)
      delete from raw_mails where id in (select raw_mail_id from gone)`)
  }
  return raws
}

const comparisons = () => db().select().from(serverComparisons).orderBy(serverComparisons.at)
const notices = async () => (await db().select().from(outgoingMails)).filter(each => each.kind === 'notice')
const alarms = async () =>
  (await db().select().from(posts)).filter(each => /^(comparison|ledger):/.test(each.key))

describe('the nightly comparison', () => {
  test('runs once a night, at 02:40, however often the clock wakes us', async () => {
    const server = folderWith(await served(3))
    // Never compared: it is made up for at the next full hour.
    await proveNightly(needs([server.folder]))
    await proveNightly(needs([server.folder]))
    expect(server.listed).toBe(1)
    clock = Temporal.Instant.from('2024-04-22T02:39:00+02:00')
    await proveNightly(needs([server.folder]))
    expect(server.listed).toBe(1)
    for (const time of ['02:40', '03:40', '23:40']) {
      clock = Temporal.Instant.from(`2024-04-22T${time}:00+02:00`)
      await proveNightly(needs([server.folder]))
    }
    expect(server.listed).toBe(2)
    expect(await comparisons()).toMatchObject([
      { held: 3, missing: [] },
      { held: 3, missing: [] },
    ])
    expect(await notices()).toEqual([])
    expect(await alarms()).toEqual([])
  })

  test('asks a server that was away again an hour later, and the others all the same', async () => {
    const raws = await served(2)
    const [away, well] = [folderWith(raws), folderWith(raws)]
    await moveCursor(db(), 'pinneberg', 'zwei/INBOX', { uidValidity: 1n, lastUid: 0, relistingUpTo: null })
    well.folder.mailboxId = 'zwei/INBOX'
    away.away = true
    await proveNightly(needs([away.folder, well.folder]))
    expect(await comparisons()).toMatchObject([{ mailboxId: 'zwei/INBOX' }])
    away.away = false
    await proveNightly(needs([away.folder, well.folder]))
    expect(away.listed).toBe(2)
    expect(well.listed).toBe(1)
  })

  test('says what is missing, fetches it and has it handled like new post, while the cursor stays', async () => {
    const server = folderWith(await served(4, [2, 3]))
    await proveNightly(needs([server.folder]))
    expect(server.fetched).toEqual([2, 3])
    expect(await alarms()).toMatchObject([
      { channel: 'sonst', reply: { summary: 'Im Nachweis fehlen Briefe' } },
    ])
    const [notice] = await notices()
    expect(notice).toMatchObject({ toAddress: 'it-betrieb@kreis.example', ticketId: null })
    expect(notice?.body).toContain('Im Postfach 2 (Ordner INBOX) liegen 2 Briefe, die im Nachweis fehlen.')
    expect(house.jobs.map(job => job.kind)).toContain('sendLetter')
    for (const job of house.jobs.filter(each => each.kind === 'handleMails'))
      await handleMails(house.needs, (job.payload as { rawMailIds: number[] }).rawMailIds)
    const rows = await db().select().from(deliveries).orderBy(deliveries.uid)
    expect(rows.map(row => [row.uid, row.outcome])).toEqual([1, 2, 3, 4].map(uid => [uid, 'ticket']))
    const [box] = await db().execute(sql`select last_uid::int as uid from mailboxes where id = ${mailboxId}`)
    expect(box).toEqual({ uid: 4 })
  })

  test('says the same finding once a day, also when somebody asks by hand', async () => {
    const server = folderWith(await served(2, [1]))
    // The server lists it and does not hand it out.
    server.folder.fetch = async function* () {}
    for (let i = 0; i < 3; i++) {
      clock = clock.add({ minutes: 1 })
      expect(await compareWithServer(needs(), server.folder)).toMatchObject({ kind: 'different', left: 1 })
    }
    expect(await alarms()).toHaveLength(1)
    expect(await notices()).toHaveLength(1)
    clock = clock.add({ hours: 24 })
    await compareWithServer(needs(), server.folder)
    expect(await notices()).toHaveLength(2)
  })

  test('fetches a letter that lay there for weeks without telling anybody as if it had come today', async () => {
    const raws = await served(2, [1])
    const server = folderWith(raws, { arrivedAt: '2024-03-01T08:00:00Z' })
    await compareWithServer(needs(), server.folder)
    const [old] = (await db().select().from(rawMails)).filter(each => each.outcome === null)
    expect(old).toMatchObject({ live: false })
  })

  test('does not fetch hundreds of letters before a person has looked', async () => {
    const raws = await served(1)
    await moveCursor(db(), 'pinneberg', mailboxId, { uidValidity: 1n, lastUid: 900, relistingUpTo: null })
    for (let uid = 2; uid <= 900; uid++) raws.set(uid, mail())
    const server = folderWith(raws)
    expect(await compareWithServer(needs(), server.folder)).toMatchObject({
      kind: 'different',
      missing: 899,
      fetched: 0,
      left: 899,
    })
    expect((await notices())[0]?.body).toContain('kla ledger --vergleich --nachholen')
    expect(await compareWithServer(needs(), server.folder, { fetchAll: true })).toMatchObject({ left: 0 })
  })

  test('compares nothing that was renumbered, never watched, before the baseline or after the cursor', async () => {
    const raws = await served(3)
    const renumbered = folderWith(raws, { uidValidity: 2n })
    expect(await compareWithServer(needs(), renumbered.folder)).toEqual({ kind: 'not-comparable' })
    const unknown = folderWith(raws)
    unknown.folder.mailboxId = 'neu/INBOX'
    expect(await compareWithServer(needs(), unknown.folder)).toEqual({ kind: 'not-comparable' })
    expect(await comparisons()).toEqual([])
    await db().execute(sql`update mailboxes set baseline_uid = 1 where id = ${mailboxId}`)
    await db().execute(sql`delete from deliveries where uid = 1`)
    raws.set(4, mail())
    expect(await compareWithServer(needs(), folderWith(raws).folder)).toEqual({ kind: 'equal', held: 2 })
  })
})

describe('the ledger in itself', () => {
  test('is looked at once a night, and what does not fit is said without a word of a letter', async () => {
    await served(3)
    await proveNightly(needs())
    expect(await alarms()).toEqual([])
    clock = clock.add({ hours: 24 })
    await db().execute(sql`delete from messages where raw_mail_id = (select min(id) from raw_mails)`)
    await db().execute(sql`delete from deliveries where uid = 2`)
    await db().execute(sql`update deliveries set outcome = 'automatic' where uid = 3`)
    await house.keep([mail()])
    await db().execute(
      sql`update raw_mails set stored_at = ${clock.subtract({ hours: 3 }).toString()} where outcome is null`,
    )
    await proveNightly(needs())
    await proveNightly(needs())
    const [notice, ...more] = await notices()
    expect(more).toEqual([])
    for (const words of [
      '1 Brief, zu dem kein Eingang vermerkt ist',
      '1 Brief, der anders gezählt ist, als er bearbeitet wurde',
      '1 Brief, dessen Vorgang fehlt',
      '1 Brief, der noch immer nicht bearbeitet ist',
    ])
      expect(notice?.body).toContain(words)
    expect(notice?.body).not.toMatch(/Harms|Elmshorn|post\.example/)
  })
})
