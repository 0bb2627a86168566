import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '../db/connect.ts'
import { type Lease, leaseFor, leaseIsFree } from '../db/leases.ts'

/** Milliseconds between two tries for a lease that another process holds. */
const retryMilliseconds = 2000

/**
 * Runs `watch` in exactly one of all processes on this database: the one that holds the lease of `name`. When it
 * ends, even by kill -9, another takes over at its next try; when the lease is lost, watching stops first. `fence` is
 * the number of the lease, for whoever writes under it.
 */
export function watchUnderLease(
  connection: Pick<Connection, 'url' | 'aside'>,
  name: string,
  watch: (fence: number) => { stop(): Promise<void> },
): { stop(): Promise<void> } {
  const stopping = new AbortController()

  async function tryLease(onLost: () => void): Promise<Lease | null> {
    try {
      if (!(await leaseIsFree(connection.aside, name))) return null
      return await leaseFor(connection, name, onLost)
    } catch {
      // The database is away: nobody holds anything now, and we ask again.
      return null
    }
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const lost = Promise.withResolvers<void>()
      const lease = await tryLease(lost.resolve)
      if (lease) {
        const watching = watch(lease.fence)
        await Promise.race([lost.promise, aborted(stopping.signal)])
        await watching.stop()
        await lease.release().catch(() => {})
      } else await pause(retryMilliseconds, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const done = loop()
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
