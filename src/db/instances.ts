import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection, Queries } from './connect.ts'
import { type AnyColumn, type SQL, sql } from './drizzle.ts'
import { locks } from './locks.ts'
import { holdSession, type Session } from './session.ts'

/** A running process. What it claims is free again once it is dead; nobody waits for a time to run out. */
export interface Instance {
  /** From a sequence; never given twice in a database. */
  id: number
  /**
   * Called each time the proof of life was lost (the server stopped, the network broke). From then on others
   * may take over what this instance had claimed. It gets its proof back by itself, under the same id, once
   * the server answers.
   */
  onLost(callback: () => void): void
  stop(): Promise<void>
}

/** Pause between tries to get the proof of life back. */
const retryMs = 250

/**
 * Proves that this process lives by an advisory lock on a connection of its own. The server frees it in the
 * moment in which the process ends, even by kill -9, and within 25 s if its machine vanishes.
 */
export async function startInstance(connection: Pick<Connection, 'url'>): Promise<Instance> {
  const { url } = connection
  const callbacks: (() => void)[] = []
  let stopped = false
  const onLost = () => {
    for (const callback of callbacks) callback()
    void regain()
  }
  const regain = async () => {
    while (!stopped) {
      const again = await prove(url, id, onLost).catch(() => null)
      if (again !== null) {
        proof = again
        break
      }
      await sleep(retryMs, undefined, { ref: false })
    }
    if (stopped) await proof.session.close()
  }
  const first = await prove(url, null, onLost)
  if (first === null) throw new Error('the new id of an instance is in use already')
  const { id } = first
  let proof = first
  return {
    id,
    onLost: callback => callbacks.push(callback),
    async stop() {
      stopped = true
      await proof.session.close()
    },
  }
}

/**
 * null: somebody asks about us in this moment, or the server still believes in our former session; try again.
 */
async function prove(
  url: string,
  formerId: number | null,
  onLost: () => void,
): Promise<{ id: number; session: Session } | null> {
  let id = formerId ?? 0
  const take = async (client: Session['client']) => {
    if (formerId === null) {
      const [next] = await client`select nextval('instance_ids')::int as id`
      id = next?.id
    }
    const [row] = await client`select pg_try_advisory_lock(${locks.instance}::int, ${id}::int) as taken`
    return row?.taken === true
  }
  const session = await holdSession(url, 'instance', take, onLost)
  return session && { id, session }
}

/**
 * Condition that the instance in `column` is dead; true for a column without a value. The lock taken here is
 * shared, so that many may ask at once, and lasts until the end of the transaction: a dead instance cannot
 * return in the middle of it.
 */
export function instanceIsDead(column: AnyColumn | SQL): SQL<boolean> {
  const kind = sql.raw(String(locks.instance))
  return sql<boolean>`coalesce(pg_try_advisory_xact_lock_shared(${kind}, ${column}::int), true)`
}

export async function isAlive(db: Queries, id: number): Promise<boolean> {
  const [row] = await db.execute<{ dead: boolean }>(sql`select ${instanceIsDead(sql`${id}`)} as dead`)
  return row?.dead !== true
}
