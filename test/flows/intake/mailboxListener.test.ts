import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FetchedMail } from '../../../src/adapters/types.ts'
import { type Lease, LeaseLost, leaseFor } from '../../../src/db/leases.ts'
import { mailboxListener } from '../../../src/flows/intake/mailboxListener.ts'
import type { JobPayloads } from '../../../src/flows/needs.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'

const source = { mailboxId: 'ka@kreis.example/INBOX', label: 'Das Postfach' }
const programmeId = 'pinneberg'
const now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')

let database: FreshDatabase
let jobs: { kind: keyof JobPayloads; payload: unknown }[]
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  jobs = []
  await database.connection.client`truncate mailboxes, raw_mails, deliveries, posts`
})

/** Lines of the log, as they would be written. */
let logged: string[] = []
const note = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }))

const listener = (fence: number | null = null) =>
  mailboxListener(
    {
      db: database.connection.db,
      enqueue: async (_tx, kind, payloads) => void jobs.push(...payloads.map(payload => ({ kind, payload }))),
      now: () => now,
      programmeId,
      postTargets: () => [{ platform: 'web', channel: 'koordination' }],
      onKept: async () => {},
      log: { info: note, warn: note },
    },
    source,
    fence,
  )

const mail = (uid: number, text = `Brief ${uid}`): FetchedMail => {
  const raw = Buffer.from(`Subject: ${text}\r\n\r\n${text}\r\n`)
  return { uid, raw, size: raw.length, arrivedAt: null, tooLarge: false }
}

const rows = async (query: string) => [...(await database.connection.client.unsafe(query))]
const posts = async () =>
  (await rows('select reply from posts order by id')).map(row => JSON.stringify(row.reply))

test('the log names the mailbox without its address', async () => {
  logged = []
  const watched = listener()
  await watched.keep([mail(1)], { uidValidity: 1n, lastUid: 1, relistingUpTo: null })
  await watched.fault({ kind: 'unreachable', sentence: 'Das Postfach ist nicht erreichbar.' })
  await watched.complete()
  expect(logged).toHaveLength(3)
  for (const line of logged) expect(line).toContain('"mailbox":"Das Postfach"')
  expect(logged.join()).not.toContain('@')
})

describe('who lost the lease without knowing', () => {
  const cursor = (uidValidity: bigint, lastUid: number) => ({ uidValidity, lastUid, relistingUpTo: null })
  const take = async () => (await leaseFor(database.connection, 'ka'))!

  /** The first holder keeps a letter and freezes; another takes over and finds the mailbox renumbered. */
  async function takenOver(): Promise<{ late: ReturnType<typeof listener>; next: Lease }> {
    const lease = await take()
    const late = listener(lease.fence)
    await late.keep([mail(1)], cursor(1n, 1))
    await lease.release()
    const next = await take()
    await listener(next.fence).keep([mail(1), mail(2)], { uidValidity: 2n, lastUid: 2, relistingUpTo: 2 })
    jobs = []
    return { late, next }
  }

  test('stores nothing and moves no cursor, so the letters of the next holder stay live and single', async () => {
    const { late, next } = await takenOver()
    await expect(late.keep([mail(2), mail(3)], cursor(1n, 3))).rejects.toThrow(LeaseLost)
    expect(await rows('select uid_validity, last_uid, relisting_up_to from mailboxes')).toMatchObject([
      { uid_validity: '2', last_uid: '2', relisting_up_to: '2' },
    ])
    expect(await rows('select uid_validity, uid from deliveries order by uid_validity, uid')).toMatchObject([
      { uid_validity: '1', uid: '1' },
      { uid_validity: '2', uid: '1' },
      { uid_validity: '2', uid: '2' },
    ])
    expect(jobs).toEqual([])
    await next.release()
  })

  test('does not say that the mailbox is well or ill', async () => {
    const { late, next } = await takenOver()
    await expect(late.complete()).rejects.toThrow(LeaseLost)
    await expect(late.fault({ kind: 'other', sentence: 'Das Postfach …' })).rejects.toThrow(LeaseLost)
    expect(await rows('select complete_at, fault from mailboxes')).toMatchObject([
      { complete_at: null, fault: null },
    ])
    expect(await posts()).toEqual([])
    await next.release()
  })

  test('control: who holds it stores and says both', async () => {
    const lease = await take()
    const holder = listener(lease.fence)
    await holder.keep([mail(1), mail(2)], cursor(1n, 2))
    await holder.fault({ kind: 'unreachable', sentence: 'Das Postfach ist weg.' })
    await holder.complete()
    expect(await rows('select last_uid, fault, complete_at is not null as ok from mailboxes')).toMatchObject([
      { last_uid: '2', fault: null, ok: true },
    ])
    expect(await posts()).toEqual([
      expect.stringContaining('Das Postfach ist weg.'),
      expect.stringContaining('Das Postfach ist wieder erreichbar'),
    ])
    await lease.release()
  })

  test('two that store the same letters at the same moment double nothing', async () => {
    const [lease] = await Promise.all([take()])
    const letters = Array.from({ length: 20 }, (_, i) => mail(i + 1))
    const both = [listener(lease.fence), listener(lease.fence)]
    await Promise.all(both.map(each => each.keep(letters, cursor(1n, 20))))
    expect(await rows('select count(*)::int as n from deliveries')).toMatchObject([{ n: 20 }])
    expect(await rows('select count(*)::int as n from raw_mails')).toMatchObject([{ n: 20 }])
    await lease.release()
  })
})

describe('after the server renumbered the mailbox', () => {
  test('known letters are silent, unknown old ones are said once and together, and what comes during it is live', async () => {
    const watcher = listener()
    await watcher.keep([mail(1), mail(2)], { uidValidity: 1n, lastUid: 2, relistingUpTo: null })
    await watcher.keep([], { uidValidity: 2n, lastUid: 0, relistingUpTo: 4 })
    const renumbered = [mail(11, 'Brief 1'), mail(12, 'Brief 2'), mail(13), mail(14)]
    const listed = renumbered.map((each, i) => ({ ...each, uid: i + 1 }))
    await watcher.keep(listed, { uidValidity: 2n, lastUid: 4, relistingUpTo: 4 })
    await watcher.keep([mail(5)], { uidValidity: 2n, lastUid: 5, relistingUpTo: 4 })
    await watcher.complete()
    await watcher.complete()
    await listener().complete()
    expect(await posts()).toEqual([
      expect.stringMatching(
        /neu nummeriert.*2 Briefe darin waren noch nicht bekannt.*keine Eingangsbestätigung/,
      ),
    ])
    const found = await rows(
      `select uid, d.outcome, live from deliveries d join raw_mails r on r.id = d.raw_mail_id
       where uid_validity = 2 order by uid`,
    )
    expect(found.map(row => [Number(row.uid), row.outcome, row.live])).toEqual([
      [1, 'duplicate', true],
      [2, 'duplicate', true],
      [3, null, false],
      [4, null, false],
      [5, null, true],
    ])
  })

  test('nothing is said when every letter was known', async () => {
    const watcher = listener()
    await watcher.keep([mail(1)], { uidValidity: 1n, lastUid: 1, relistingUpTo: null })
    await watcher.keep([mail(1)], { uidValidity: 2n, lastUid: 1, relistingUpTo: 1 })
    await watcher.complete()
    expect(await posts()).toEqual([])
  })
})

test('the first look at a mailbox notes when its watching began, later ones do not', async () => {
  expect(await listener().cursor()).toMatchObject({ uidValidity: null, lastUid: 0 })
  const { begunAt } = await listener().cursor()
  expect(Temporal.Instant.from(begunAt!).equals(now)).toBe(true)
})

test('the baseline stays until the server renumbers the mailbox', async () => {
  const watcher = listener()
  const baseline = async () => Number((await rows('select baseline_uid from mailboxes'))[0]?.baseline_uid)
  await watcher.keep([], { uidValidity: 1n, lastUid: 7, relistingUpTo: null, baselineUid: 7 })
  await watcher.keep([mail(8)], { uidValidity: 1n, lastUid: 8, relistingUpTo: null })
  expect(await baseline()).toBe(7)
  await watcher.keep([], { uidValidity: 2n, lastUid: 0, relistingUpTo: 8 })
  expect(await baseline()).toBe(0)
})

test('a fault that hinders no fetching stays noted while everything is stored, and is said once', async () => {
  const watcher = listener()
  const still = { kind: 'move' as const, sentence: 'Briefe werden nicht verschoben.' }
  await watcher.complete(still)
  await watcher.complete(still)
  expect(await rows('select fault, complete_at is not null as ok from mailboxes')).toMatchObject([
    { fault: still.sentence, ok: true },
  ])
  expect(await posts()).toEqual([expect.stringContaining(still.sentence)])
  await watcher.complete()
  expect(await rows('select fault from mailboxes')).toMatchObject([{ fault: null }])
})

test('only letters that are stored with all their bytes may be moved on the server', async () => {
  const watcher = listener()
  const mails = [mail(1), { ...mail(2), tooLarge: true }, { ...mail(3), unreadable: true }, mail(4)]
  await watcher.keep(mails, { uidValidity: 1n, lastUid: 4, relistingUpTo: null })
  expect(await watcher.stored?.(1n, [1, 2, 3, 4, 5])).toEqual([1, 4])
  expect(await watcher.stored?.(2n, [1, 4])).toEqual([])
})
