import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { JobPayloads } from '../../../src/flows/needs.ts'
import { alarmOverdueMailboxes } from '../../../src/flows/upkeep/alarmOverdueMailboxes.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'

const programmeId = 'pinneberg'
const nine = Temporal.Instant.from('2024-04-22T09:00:00+02:00')
const inbox = { mailboxId: 'ka@kreis.example/INBOX', label: 'Das Postfach 1' }
const junk = { mailboxId: 'projekt@traeger.example/Junk', label: 'Das Postfach 2' }

let database: FreshDatabase
let jobs: (keyof JobPayloads)[]
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  jobs = []
  await database.connection.client`truncate mailboxes, posts, outgoing_mails`
})

/** Looks at so many minutes past nine. */
const look = (minutes: number, sources = [inbox]) =>
  alarmOverdueMailboxes({
    db: database.connection.db,
    enqueue: async (_tx, kind, payloads) => void jobs.push(...payloads.map(() => kind)),
    programmeId,
    secret: 'nur-fuer-tests-0123456789-abcdefghij',
    postTargets: type => [
      { platform: 'web', channel: type },
      { platform: 'slack', channel: 'C0KLA' },
    ],
    outgoing: { domain: 'kreis.example' },
    operators: ['edv@kreis.example', 'leitung@kreis.example'],
    now: () => nine.add({ minutes }),
    sources,
    minutes: 15,
  })

const rows = async (query: string) => [...(await database.connection.client.unsafe(query))]
const posts = async () =>
  (await rows('select platform, reply from posts order by id')).map(row => [
    row.platform,
    JSON.stringify(row.reply),
  ])
const letters = () => rows('select to_address, kind, subject, body, state from outgoing_mails order by id')

async function completeAt({ mailboxId }: typeof inbox, minutes: number, fault: string | null = null) {
  const at = nine.add({ minutes }).toString()
  await database.connection.client`
    insert into mailboxes (programme_id, id, complete_at, fault) values (${programmeId}, ${mailboxId}, ${at}, ${fault})
    on conflict (programme_id, id) do update set complete_at = excluded.complete_at, fault = excluded.fault`
}

test('D3: a mailbox that nobody could fetch for a quarter of an hour is told in every chat and to every operator, once', async () => {
  await completeAt(inbox, 0, 'Das Postfach ist seit 09:01 nicht erreichbar (Anmeldung abgelehnt).')
  await look(14)
  expect(await posts()).toEqual([])
  for (const minutes of [15, 16, 17, 60 * 24 * 10]) await look(minutes)
  expect(await posts()).toEqual([
    ['web', expect.stringMatching(/Das Postfach 1 ist zuletzt heute um 09:00 .*Anmeldung abgelehnt/)],
    ['slack', expect.stringMatching(/Das Postfach 1 ist zuletzt heute um 09:00 .*Anmeldung abgelehnt/)],
  ])
  expect(await letters()).toMatchObject([
    { to_address: 'edv@kreis.example', kind: 'notice', state: 'ready' },
    { to_address: 'leitung@kreis.example', kind: 'notice', state: 'ready' },
  ])
  expect(jobs).toEqual(['postToChat', 'postToChat', 'sendLetter', 'sendLetter'])
})

test('its end is said likewise, and the next outage is one of its own', async () => {
  await completeAt(inbox, 0)
  await look(20)
  await look(21)
  await completeAt(inbox, 22)
  await look(23)
  await look(24)
  await look(40)
  const titles = (await letters()).filter((_, i) => i % 2 === 0).map(letter => letter.subject)
  expect(titles).toEqual([
    'Alarm: Postfach wird nicht vollständig abgeholt',
    'Entwarnung: Postfach wird wieder vollständig abgeholt',
    'Alarm: Postfach wird nicht vollständig abgeholt',
  ])
  expect(await posts()).toHaveLength(6)
})

test('a mailbox that no process ever watched is noticed, although nobody reports anything about it', async () => {
  await look(0)
  expect(await posts()).toEqual([])
  await look(15)
  expect(await posts()).toMatchObject([
    ['web', expect.stringContaining('noch nie')],
    ['slack', expect.stringContaining('noch nie')],
  ])
})

test('a mailbox that left the settings raises no alarm', async () => {
  await completeAt(inbox, 0)
  await look(60, [])
  expect(await posts()).toEqual([])
})

test('mailboxes that fail together are told together, and a healthy one is not named', async () => {
  await completeAt(inbox, 0)
  await completeAt(junk, -60)
  const third = { mailboxId: 'gut@kreis.example/INBOX', label: 'Das Postfach 3' }
  await completeAt(third, 29)
  await look(30, [inbox, junk, third])
  expect(await letters()).toHaveLength(2)
  const [letter] = await letters()
  expect(letter?.body).toMatch(
    /Das Postfach 1 ist zuletzt heute um 09:00[\s\S]*Das Postfach 2 ist zuletzt heute um 08:00/,
  )
  expect(letter?.body).not.toContain('Das Postfach 3')
})

test('of processes that look at the same moment one tells it', async () => {
  await completeAt(inbox, 0)
  await Promise.all(Array.from({ length: 5 }, () => look(30)))
  expect(await posts()).toHaveLength(2)
  await completeAt(inbox, 31)
  await Promise.all(Array.from({ length: 5 }, () => look(32)))
  expect(await posts()).toHaveLength(4)
})

test('no address of a mailbox stands in chat or letter', async () => {
  await completeAt(inbox, 0)
  await completeAt(junk, 0)
  await look(30, [inbox, junk])
  await completeAt(inbox, 31)
  await look(32, [inbox, junk])
  const said = JSON.stringify([await posts(), (await letters()).map(({ subject, body }) => [subject, body])])
  expect(said).not.toMatch(/ka@|projekt@|traeger/)
})
