import type { Connection } from './connect.ts'
import { locks } from './locks.ts'
import { holdSession } from './session.ts'

/** Gives the lease back; another process gets it at its next try. */
export type Release = () => Promise<void>

/**
 * Takes the lease of this name (a mailbox, "klassenassistenz@kreis-pinneberg.de/INBOX") for as long as this
 * process lives; null while somebody else has it. It is free again in the moment in which its holder ends,
 * even by kill -9.
 *
 * `onLost` is called when the connection broke: the lease is gone, and the work under it must stop before it
 * is asked for again.
 */
export async function leaseFor(
  connection: Pick<Connection, 'url'>,
  name: string,
  onLost: () => void = () => {},
): Promise<Release | null> {
  const session = await holdSession(
    connection.url,
    'lease',
    async client => {
      const [row] = await client`
        select pg_try_advisory_lock(hashtextextended(${name}, ${locks.lease})) as taken`
      return row?.taken === true
    },
    onLost,
  )
  return session?.close ?? null
}
