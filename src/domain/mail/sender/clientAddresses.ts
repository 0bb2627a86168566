import type { TraceField } from '../letter.ts'
import { isInside, isOwnHost, isPrivateIp, type OwnServers } from './ownServers.ts'
import { readReceived } from './received.ts'

/** Where a letter may have come into our house from. */
export interface ClientAddresses {
  /** true: our own border wrote it down, and it is the only one. */
  certain: boolean
  hops: { clientIp: string; from: string }[]
}

/** A letter has no more hops inside a house; below them stands what its sender wrote. */
const mostHops = 5

/**
 * The client that our border server saw, where the settings say which servers are ours. Otherwise every public address among
 * the upper hops: the true one is among them, beside some that a forger may have written.
 */
export function clientAddresses(trace: readonly TraceField[], own: OwnServers): ClientAddresses {
  const lines = trace.filter(field => field.name === 'received').map(field => field.value)
  const hops = lines.map(readReceived)
  for (const [i, { by, from, clientIp }] of hops.entries()) {
    if (isInside(lines[i]!, own)) continue
    // Behind an unknown server, or with no address, or one server of ours to another over the open net, or a stranger who calls
    // himself like one: nobody can tell.
    if (!isOwnHost(by, own) || clientIp === null || isOwnHost(from, own)) break
    return { certain: true, hops: [{ clientIp, from }] }
  }
  const open = hops
    .slice(0, mostHops)
    .flatMap(({ clientIp, from }) =>
      clientIp !== null && !isPrivateIp(clientIp) ? [{ clientIp, from }] : [],
    )
  return { certain: false, hops: open }
}
