import { type Hop, readReceived } from './received.ts'

/** The servers of the authority, as their headers name them. All lower case. */
export interface OwnServers {
  /** Names in Authentication-Results that are believed; "" stands for headers without a name (Exchange Online). */
  authservIds: ReadonlySet<string>
  /** Names behind "by" in Received; ".kreis.example" stands for everything below it. */
  hosts: readonly string[]
}

/**
 * Whether a Received was written by one server of ours about another one, or about a client in our own net. What the client called
 * itself (HELO) is a claim that anybody can make: only its address, or the name that our server found for that address, counts.
 */
export function isInside(received: string, own: OwnServers): boolean {
  const hop = readReceived(received)
  if (!isOwnHost(hop.by, own)) return false
  if (hop.clientIp !== null) return isPrivateIp(hop.clientIp) || isKnownClient(hop, hop.clientIp, own)
  // LMTP, a pipe, a web mailer. A line that names a stranger without his address was written at the border all the same.
  return hop.from === '' || hop.from === 'localhost' || isOwnHost(hop.from, own)
}

function isKnownClient({ from, by, verified }: Hop, clientIp: string, own: OwnServers): boolean {
  // An address can stand in KLA_OWN_MX too: Exchange writes no verified name beside a public one.
  if (isOwnHost(verified, own) || isOwnHost(clientIp, own)) return true
  return insideExchangeOnline.test(clientIp) && [from, by].every(host => isExchangeOnline(host, own))
}

/**
 * Exchange Online hands letters on between servers with public addresses and verifies no names. These ranges (2603:1096::/32,
 * 2603:10a6::/32, 2603:10b6::/32 …) hold its mailbox servers; what comes from tenants, or from outside, has other ones.
 */
const insideExchangeOnline = /^2603:10[0-9a-f]6:/

function isExchangeOnline(host: string, own: OwnServers): boolean {
  return /\.(?:outlook|office365)\.com$/.test(host) && isOwnHost(host, own)
}

export function isOwnHost(host: string, { authservIds, hosts }: OwnServers): boolean {
  if (host === '') return false
  return authservIds.has(host) || hosts.some(own => (own.startsWith('.') ? host.endsWith(own) : host === own))
}

/** RFC 1918, RFC 4193, loopback and link-local: no client from outside has such an address. */
export function isPrivateIp(ip: string): boolean {
  return /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i.test(
    ip.replace(/^::ffff:(?=\d)/i, ''),
  )
}
