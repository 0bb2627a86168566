import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { endFrozenSessions } from '../../src/db/frozenSessions.ts'
import { mailboxState } from '../../src/db/mailboxes.ts'
import { keepMails } from '../../src/flows/intake/keepMails.ts'
import { openJobs } from '../../src/jobs/queue.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { talkTo } from '../peers/processes.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const place = { mailboxId: 'ka/INBOX', uidValidity: 1n, isLive: () => true }

test('wherever a process is frozen while it stores, another can store in the same mailbox soon, and nothing is doubled', async () => {
  const { db, client } = database.connection
  const jobs = await openJobs(database.url, () => {})
  onTestFinished(() => jobs.stop())
  const keeper = talkTo('keeper.ts', [database.url])
  onTestFinished(() => keeper.kill())
  await keeper.line()
  let ended = 0
  for (let round = 0; round < 20; round++) {
    await sleep(30 + 40 * Math.random())
    keeper.child.kill('SIGSTOP')
    await sleep(400)
    ended += await endFrozenSessions(client, 0.3)
    const { lastUid } = await mailboxState(db, 'pinneberg', place.mailboxId)
    // The same letter that the frozen one may be about to store.
    const raw = Buffer.from(`Subject: ${lastUid + 1}\r\n\r\nBrief ${lastUid + 1}\r\n`)
    const storing = keepMails(
      { db, enqueue: jobs.enqueue, now: () => Temporal.Now.instant(), programmeId: 'pinneberg' },
      place,
      [{ uid: lastUid + 1, raw, size: raw.length, arrivedAt: null, tooLarge: false }],
      { uidValidity: 1n, lastUid: lastUid + 1, relistingUpTo: null },
    )
    expect(await Promise.race([storing.then(() => 'stored'), sleep(5_000, 'blocked')])).toBe('stored')
    keeper.child.kill('SIGCONT')
  }
  expect(ended).toBeGreaterThan(0)
  const [row] = await client`
    select count(*)::int as n, count(distinct uid)::int as uids, (select count(*)::int from raw_mails) as mails
    from deliveries`
  expect(row).toMatchObject({ n: row?.uids, mails: row?.n })
}, 60_000)

test('a session that waits for a lock, or has no transaction open, is left alone', async () => {
  const { client } = database.connection
  await client`create table if not exists waited (n int)`
  const release = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holder = client.begin(async tx => {
    await tx`lock table waited`
    locked.resolve()
    await release.promise
  })
  await locked.promise
  const waiter = client`select count(*)::int as n from waited`.then(rows => rows[0]?.n)
  await sleep(700)
  // Control: the holder, silent in its transaction, is what must go.
  expect(await endFrozenSessions(client, 0.5)).toBe(1)
  expect(await waiter).toBe(0)
  release.resolve()
  await expect(holder).rejects.toThrow()
  expect(await endFrozenSessions(client, 0)).toBe(0)
})
