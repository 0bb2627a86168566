import { domainOf } from '../addresses.ts'
import type { Letter, TraceField } from '../letter.ts'
import {
  type AuthenticationResults,
  type MethodResult,
  readAuthenticationResults,
} from './authenticationResults.ts'
import { readReceived } from './received.ts'

/**
 * Is a letter from the address it names? pass: the domain in From answers for it (DMARC, or aligned DKIM or SPF). fail: it is
 * certainly not (DMARC fails where the domain asks to quarantine or reject, or our own server said so, or the domain has no
 * policy and its SPF excludes the client). unknown: neither.
 */
export type Authenticity = 'pass' | 'fail' | 'unknown'

/** The servers of the authority, as their headers name them. All lower case. */
export interface OwnServers {
  /** Names in Authentication-Results that are believed; "" stands for headers without a name (Exchange Online). */
  authservIds: ReadonlySet<string>
  /** Names behind "by" in Received; ".kreis.example" stands for everything below it. */
  hosts: readonly string[]
}

/**
 * What our own servers wrote into the head about the sender; null when they wrote nothing that can be believed. A "fail" is
 * believed wherever it stands, if nothing stands in a better place: nobody forges one against his own letter, and an operator who
 * forgot to name a server of the house is still protected.
 */
export function authenticityByHeaders(
  letter: Pick<Letter, 'from' | 'trace'>,
  own: OwnServers,
): Authenticity | null {
  const domain = domainOf(letter.from.address)
  const { ours, doubtful } = resultsIn(letter.trace ?? [], own)
  if (ours.length > 0) return verdictOf(ours, domain)
  return doubtful.length > 0 && verdictOf(doubtful, domain) === 'fail' ? 'fail' : null
}

/**
 * The results under the names of our servers, topmost first. Each server puts its headers above those it got, so only what
 * stands above the Received of the border, or directly below it before the next Received, is surely ours (milters write
 * there); a header further down with our name can be a forger's. The border is the first Received, from the top, that is
 * not a hop between our own servers. RFC 8601 section 5 makes our server remove forged headers; this does not rely on it. A
 * letter without any Received came through no server at all.
 */
function resultsIn(trace: readonly TraceField[], own: OwnServers) {
  const found = { ours: [] as AuthenticationResults[], doubtful: [] as AuthenticationResults[] }
  let border: 'above' | 'directly below' | 'below' = 'above'
  for (const { name, value } of trace) {
    if (name === 'received') {
      if (border !== 'above') border = 'below'
      else if (!isInside(value, own)) border = 'directly below'
      continue
    }
    const read = readAuthenticationResults(value)
    if (read && own.authservIds.has(read.authservId))
      (border === 'below' ? found.doubtful : found.ours).push(read)
  }
  const hops = trace.some(({ name }) => name === 'received')
  return hops ? found : { ours: [], doubtful: found.ours }
}

/** Whether a Received was written by one server of ours about another one, or about a client in our own net. */
function isInside(received: string, own: OwnServers): boolean {
  const { from, by, clientIp } = readReceived(received)
  return isOwnHost(by, own) && (isOwnHost(from, own) || clientIp === null || isPrivateIp(clientIp))
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

/**
 * RFC 7489 section 6.6.2: DMARC answers, else DKIM or SPF of the domain in From does. Where several headers speak of one
 * method, the topmost counts: a forger's header can only stand below. A "dmarc=pass" that the other results belie is not
 * believed. SPF "fail" (RFC 7208 section 8.4) is the express word of the domain that this server is none of its own.
 */
function verdictOf(said: readonly AuthenticationResults[], fromDomain: string): Authenticity {
  const [dmarc, dkim, spf] = ['dmarc', 'dkim', 'spf'].map(method => topmost(said, method)) as [
    MethodResult[],
    MethodResult[],
    MethodResult[],
  ]
  if (fromDomain === '') return 'unknown'
  if (dmarc.some(({ result }) => result === 'fail')) return 'fail'
  const passes = (each: MethodResult) => each.result === 'pass'
  if (dkim.some(each => passes(each) && isAligned(dkimDomain(each), fromDomain))) return 'pass'
  if (spf.some(each => passes(each) && isAligned(spfDomain(each), fromDomain))) return 'pass'
  if (dkim.length === 0 && spf.length === 0 && dmarc.some(each => passes(each) && speaksOf(each, fromDomain)))
    return 'pass'
  return spf.some(each => each.result === 'fail' && isAligned(spfDomain(each), fromDomain))
    ? 'fail'
    : 'unknown'
}

function topmost(said: readonly AuthenticationResults[], method: string): MethodResult[] {
  for (const { results } of said) {
    const found = results.filter(each => each.method === method)
    if (found.length > 0) return found
  }
  return []
}

function dkimDomain({ properties }: MethodResult): string {
  return (properties.get('header.d') ?? domainOf(properties.get('header.i') ?? '')).toLowerCase()
}

function spfDomain({ properties }: MethodResult): string {
  const sender = (properties.get('smtp.mailfrom') ?? properties.get('smtp.mail') ?? '').replace(/^<|>$/g, '')
  return (sender.includes('@') ? domainOf(sender) : sender).toLowerCase()
}

function speaksOf({ properties }: MethodResult, fromDomain: string): boolean {
  const from = properties.get('header.from')
  return from === undefined || isAligned(from.includes('@') ? domainOf(from) : from, fromDomain)
}

/**
 * Relaxed alignment (RFC 7489 section 3.1) without the list of public suffixes: one domain is the other or lies below it.
 * Two sisters below one organisation are not taken for one; then the answer is "unknown", never a wrong one.
 */
export function isAligned(domain: string, fromDomain: string): boolean {
  const [a, b] = [domain, fromDomain].map(each => each.toLowerCase().replace(/\.$/, '')) as [string, string]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.includes('.') && (long === short || long.endsWith(`.${short}`))
}

/** No person's name is longer; what is cannot be searched in no time. */
const longestFrom = 2_000

/**
 * Whether From names more than one address (RFC 5322 section 3.6.2 allows it). Then the letter proves none of them: the check
 * may have looked at another one than the one that is shown.
 */
export function namesSeveralSenders(fromHeader: string): boolean {
  if (fromHeader.length > longestFrom) return true
  const unquoted = fromHeader.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '')
  const named = unquoted.match(/[^\s<>,;:@"]+@[^\s<>,;:@"]+/g) ?? []
  return new Set(named.map(address => address.toLowerCase())).size > 1
}
