import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { drawNumbers } from '../../src/db/counters.ts'
import { sql } from '../../src/db/drizzle.ts'
import { endFrozenSessions } from '../../src/db/frozenSessions.ts'
import { leaseIsFree } from '../../src/db/leases.ts'
import { locks } from '../../src/db/locks.ts'
import { mailboxState } from '../../src/db/mailboxes.ts'
import { renewTokens } from '../../src/db/oauthTokens.ts'
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

/** Of processes like ours; who looks is not among them. */
const openTransactions = () => database.connection.client`
  select state from pg_stat_activity
  where datname = current_database() and application_name = 'kla' and xact_start is not null and pid <> pg_backend_pid()`

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
    await sleep(100)
    // As every process does it again and again: the server may still be at what the frozen one asked last.
    await expect
      .poll(async () => {
        ended += await endFrozenSessions(client, 0.3)
        return openTransactions()
      })
      .toEqual([])
    const { lastUid } = await mailboxState(db, 'pinneberg', place.mailboxId)
    // The same letter that the frozen one may be about to store.
    const raw = Buffer.from(`Subject: ${lastUid + 1}\r\n\r\nBrief ${lastUid + 1}\r\n`)
    const storing = keepMails(
      { db, enqueue: jobs.enqueue, now: () => Temporal.Now.instant(), programmeId: 'pinneberg' },
      place,
      [{ uid: lastUid + 1, raw, size: raw.length, arrivedAt: null, tooLarge: false }],
      { uidValidity: 1n, lastUid: lastUid + 1, relistingUpTo: null },
    )
    expect(await Promise.race([storing.then(() => 'stored'), sleep(15_000, 'blocked')])).toBe('stored')
    keeper.child.kill('SIGCONT')
  }
  expect(ended).toBeGreaterThan(0)
  const [row] = await client`
    select count(*)::int as n, count(distinct uid)::int as uids, (select count(*)::int from raw_mails) as mails
    from deliveries`
  expect(row).toMatchObject({ n: row?.uids, mails: row?.n })
}, 120_000)

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
  // It is ended before anybody asks for its end.
  holder.catch(() => {})
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

test('a frozen replica that keeps gate and numbers, for which another waits with all its pool, is ended by that one', async () => {
  const frozen = connect(database.url)
  const live = connect(database.url)
  onTestFinished(async () => {
    await frozen.close()
    await live.close()
  })
  const thaw = Promise.withResolvers<void>()
  type Tx = Parameters<Parameters<typeof live.db.transaction>[0]>[0]
  const atGate = (tx: Tx): Promise<unknown> =>
    tx.execute(sql`select pg_advisory_xact_lock(${locks.gate}::int, 1)`)
  const atCounter = (tx: Tx): Promise<unknown> => drawNumbers(tx, 'pinneberg', 2024, 1)
  const holding = [atGate, atCounter].map(take => {
    const taken = Promise.withResolvers<void>()
    const ended = frozen.db.transaction(async tx => {
      await take(tx)
      taken.resolve()
      await thaw.promise
    })
    return { taken: taken.promise, ended: ended.then(() => 'committed').catch(() => 'undone') }
  })
  await Promise.all(holding.map(({ taken }) => taken))
  const work = Array.from({ length: 12 }, (_, i) => live.db.transaction(i < 9 ? atGate : atCounter))
  const waiting = () => database.connection.client`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(10)
  await sleep(400)
  // Control: the pool has no place for a question.
  expect(await Promise.race([live.client`select 1`, sleep(300, 'no answer')])).toBe('no answer')
  expect(await leaseIsFree(live.aside, 'x')).toBe(true)
  expect(await endFrozenSessions(live.aside, 0.3)).toBe(2)
  await Promise.all(work)
  thaw.resolve()
  expect(await Promise.all(holding.map(({ ended }) => ended))).toEqual(['undone', 'undone'])
}, 30_000)

test('a renewal of tokens that waits for its answer outlasts a lease that changes hands, and is ended when it is frozen', async () => {
  const { db, client } = database.connection
  const key = { programmeId: 'pinneberg', name: 'u', secret: 'nur-fuer-tests-0123456789-abcdefghij' }
  const now = () => '2024-04-22T09:00:00Z'
  const spent: (string | null)[] = []
  /** Renews, and what it does before the provider answers. */
  const renewed = (token: string, meanwhile: () => Promise<unknown>) =>
    renewTokens<string>(
      db,
      key,
      async kept => {
        spent.push(kept)
        await meanwhile()
        return { tokens: token, endsAt: null }
      },
      now,
    )
  await renewed('R1', async () => {})
  await renewed('R2', async () => {
    await sleep(500)
    expect(await endFrozenSessions(client, 0.2)).toBe(0)
  })
  expect(await renewed('R3', async () => {})).toBe('R3')
  expect(spent).toEqual([null, 'R1', 'R2'])
  const frozen = renewed('R4', async () => {
    await sleep(500)
    expect(await endFrozenSessions(client, 0.2, 0.3)).toBe(1)
  })
  await expect(frozen).rejects.toThrow()
})
