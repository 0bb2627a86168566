import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { Connection, Queries } from './connect.ts'
import { type SQL, sql } from './drizzle.ts'
import { endFrozenSessions } from './frozenSessions.ts'
import { locks } from './locks.ts'
import { holdSession, type Pace, type Session } from './session.ts'

/** Another holds the lease now: what was begun under it must not be committed. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/** The right to do something alone, for as long as this process lives and answers. */
export interface Lease {
  /**
   * Number of this one holding, never given twice in a database. With it a transaction can ask whether the lease is still
   * ours (`stillHeld`): who was frozen and wakes up does not know yet that another has taken over.
   */
  fence: number
  /** Gives the lease back; another process gets it at its next try. */
  release(): Promise<void>
}

/**
 * Whoever says nothing for 8 s has lost the lease: the server ends the session (idle_session_timeout, PostgreSQL 14), be the
 * process frozen, its host gone or a cable cut. The holder itself knows it after 6 s without an answer. TCP alone cannot
 * tell: the kernel of a frozen process goes on answering its keepalives.
 */
const pace: Pace = {
  beatMs: 2_000,
  beatsMissed: 2,
  server: {
    idle_session_timeout: 8_000,
    tcp_keepalives_idle: 4,
    tcp_keepalives_interval: 2,
    tcp_keepalives_count: 2,
    tcp_user_timeout: 8_000,
  },
}

/** A holder that lost the lease by freezing has been silent longer than this: it answered the last beat before. */
const silentSeconds = 5

/**
 * Takes the lease of this name (a mailbox, "klassenassistenz@kreis-pinneberg.de/INBOX"); null while somebody else has
 * it. It is free again in the moment in which its holder ends, even by kill -9, and 8 s after its last sign of life.
 *
 * `onLost` is called when the connection broke: the lease is gone, and the work under it must stop before it
 * is asked for again.
 */
export async function leaseFor(
  connection: Pick<Connection, 'url'>,
  name: string,
  onLost: () => void = () => {},
): Promise<Lease | null> {
  let fence = 0
  const session = await holdSession(
    connection.url,
    'lease',
    async client => {
      const [row] = await client`
        select pg_try_advisory_lock(hashtextextended(${name}, ${locks.lease})) as taken`
      if (row?.taken !== true) return false
      const [holding] = await client`
        select id, pg_try_advisory_lock(${locks.holding}::int, id) as taken
        from (select nextval('instance_ids')::int as id offset 0) as next`
      fence = holding?.id
      if (holding?.taken !== true) return false
      // Whoever had it before may be frozen in the middle of a transaction that locks what we are about to write.
      await endFrozenSessions(client, silentSeconds)
      return true
    },
    onLost,
    pace,
  )
  return session && { fence, release: () => release(session) }
}

/** Longest that a server may take to give the locks back; a hung one does it when it ends the session. */
const releaseMs = 1_000

/** A session that is only closed keeps its locks until the server has noticed; the next holder is waiting for them. */
async function release({ client, close }: Session): Promise<void> {
  const given = client`select pg_advisory_unlock_all()`.catch(() => {})
  await Promise.race([given, pause(releaseMs, null, { ref: false })])
  await close()
}

/** Whether it is worth trying: costs a look and no session of its own. False while somebody has the lease. */
export async function leaseIsFree(client: Sql, name: string): Promise<boolean> {
  const [row] = await client`
    select pg_try_advisory_xact_lock_shared(hashtextextended(${name}, ${locks.lease})) as free`
  return row?.free === true
}

/**
 * Condition that the lease with this number is still held. What was locked before it is evaluated (a row that every holder
 * writes) cannot be written by the next holder until this transaction ends: so a late writer is either the first or refused.
 */
export function holds(fence: number): SQL<boolean> {
  const kind = sql.raw(String(locks.holding))
  return sql<boolean>`not pg_try_advisory_xact_lock_shared(${kind}, ${fence}::int)`
}

export async function stillHeld(db: Queries, fence: number): Promise<boolean> {
  const [row] = await db.execute<{ held: boolean }>(sql`select ${holds(fence)} as held`)
  return row?.held === true
}
