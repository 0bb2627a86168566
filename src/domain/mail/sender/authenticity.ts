import { domainOf } from '../addresses.ts'
import type { Letter, TraceField } from '../letter.ts'
import {
  type AuthenticationResults,
  type MethodResult,
  readAuthenticationResults,
} from './authenticationResults.ts'
import { isInside, type OwnServers } from './ownServers.ts'

/**
 * Is a letter from the address it names? pass: the domain in From answers for it (DMARC, or aligned DKIM or SPF). fail: it is
 * certainly not (DMARC fails where the domain asks to quarantine or reject, or our own server said so, or the domain has no
 * policy and its SPF excludes the client). unknown: neither.
 */
export type Authenticity = 'pass' | 'fail' | 'unknown'

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
  const { above, atBorder, below } = resultsIn(letter.trace ?? [], own)
  // Whoever stands above the border is one of ours; what stands below can only make it worse.
  if (above.length > 0) return atBorder.some(failsDmarc) ? 'fail' : verdictOf(above, domain)
  if (atBorder.length > 0) return verdictFromTop(atBorder, domain)
  return below.length > 0 && verdictOf(below, domain) === 'fail' ? 'fail' : null
}

/**
 * The results under the names of our servers, topmost first. Each server puts its headers above those it got, so what stands
 * above the Received of the border is surely ours. Directly below it, before the next Received, milters write, above what the
 * letter brought along: the topmost there is ours if our server writes there at all, the next ones can be a forger's. Further
 * down everything can. The border is the first Received, from the top, that is not a hop between our own servers. RFC 8601
 * section 5 makes our server remove forged headers; this relies on it as little as it can. A letter without any Received came
 * through no server at all.
 */
function resultsIn(trace: readonly TraceField[], own: OwnServers) {
  const found = {
    above: [] as AuthenticationResults[],
    atBorder: [] as AuthenticationResults[],
    below: [] as AuthenticationResults[],
  }
  let place: keyof typeof found = 'above'
  for (const { name, value } of trace) {
    if (name === 'received') {
      if (place !== 'above') place = 'below'
      else if (!isInside(value, own)) place = 'atBorder'
      continue
    }
    const read = readAuthenticationResults(value)
    if (read && own.authservIds.has(read.authservId)) found[place].push(read)
  }
  const hops = trace.some(({ name }) => name === 'received')
  return hops ? found : { above: [], atBorder: [], below: found.above }
}

/** The first header, from the top, with which something is known decides; a failure found further down counts as well. */
function verdictFromTop(said: readonly AuthenticationResults[], domain: string): Authenticity {
  if (said.some(failsDmarc)) return 'fail'
  const verdicts = said.map((_, i) => verdictOf(said.slice(0, i + 1), domain))
  return verdicts.find(verdict => verdict !== 'unknown') ?? 'unknown'
}

function failsDmarc({ results }: AuthenticationResults): boolean {
  return results.some(({ method, result }) => method === 'dmarc' && result === 'fail')
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
