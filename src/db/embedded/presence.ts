import type postgres from 'postgres'
import { locks } from '../locks.ts'
import { holdSession } from '../session.ts'

/**
 * Who uses an embedded server. Every user holds a shared advisory lock on a connection of its own; it goes
 * with the process, however that ends. Who can take the lock exclusively is the last one.
 */
export interface Presence {
  url: string
  /**
   * True when this was the last user; the lock is then held, and nobody can enter before the server has
   * stopped.
   */
  leave(): Promise<boolean>
  /** Ends the connection. */
  close(): Promise<void>
}

/**
 * Enters the server at this address and makes the database `kla` if it is missing. Throws when the server is
 * not there, is going down, or is another one that has this port now. `onLost` is called once if the
 * connection ends without our doing.
 */
export async function enter(
  data: string,
  address: { port: number; user: string; password: string },
  onLost: () => void,
): Promise<Presence> {
  const url = (database: string) =>
    `postgres://${address.user}:${address.password}@127.0.0.1:${address.port}/${database}`
  let leaving = false
  const session = await holdSession(
    url('postgres'),
    'presence',
    async client => {
      await takePart(client, data)
      return true
    },
    // Our own stopping of the server ends this session too.
    () => leaving || onLost(),
  )
  if (session === null) throw new Error('unreachable: takePart holds the lock or throws')
  return {
    url: url('kla'),
    async leave() {
      leaving = true
      try {
        await session.client`select pg_advisory_unlock_shared(${locks.presence})`
        const [row] = await session.client`select pg_try_advisory_lock(${locks.presence}) as last`
        return row?.last === true
      } catch {
        return false // The server is gone already.
      }
    },
    close: session.close,
  }
}

async function takePart(client: postgres.Sql, data: string): Promise<void> {
  const [row] = await client`select current_setting('data_directory') as directory`
  if (row?.directory !== data) throw new Error(`the server belongs to ${row?.directory}`)
  // Waits while the last user stops the server, and fails with it.
  await client`select pg_advisory_lock_shared(${locks.presence})`
  const found = await client`select from pg_database where datname = 'kla'`
  if (found.length > 0) return
  await client`create database kla`.catch(error => {
    // duplicate_database, or the same seen a moment later by the unique index: another user made it.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}
