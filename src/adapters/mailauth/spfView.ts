import { domainToASCII } from 'node:url'
import { domainOf, isMailAddress } from '../../domain/mail/addresses.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import type { ClientAddresses } from '../../domain/mail/sender/clientAddresses.ts'
import { mayAlign } from './signatures.ts'

/** What the check looks at besides the bytes. */
export type CheckedLetter = Pick<Letter, 'from' | 'trace' | 'headers'>

/** The three functions of mailauth that are used. */
export interface Mailauth {
  dkimVerify: typeof import('mailauth/lib/dkim/verify.js').dkimVerify
  spf: typeof import('mailauth/lib/spf/index.js').spf
  evaluateDmarc: typeof import('mailauth/lib/dmarc/index.js').evaluateDmarc
}

/**
 * What SPF says of the domain in From. pass, fail: of the client that our own border wrote down. none: certainly no pass.
 * open: it may be one, but nobody can tell.
 */
export type SpfView = { kind: 'pass' | 'fail'; domain: string } | { kind: 'none' | 'open' }

/**
 * SPF (RFC 7208) for the envelope sender, which final delivery wrote into the topmost Return-Path. Without a known border each
 * public client address among the upper hops is tried: the true one is among them, so that when none passes, none is; but
 * a forger can add one that does, so that a pass proves nothing.
 */
export async function spfView(
  { spf }: Pick<Mailauth, 'spf'>,
  letter: CheckedLetter,
  clients: ClientAddresses,
  fromDomain: string,
  resolver: NonNullable<Parameters<Mailauth['spf']>[0]['resolver']>,
): Promise<SpfView> {
  const returnPath = /<([^<>]*)>|^\s*(\S+@\S+)/.exec(letter.headers['return-path']?.split('\n')[0] ?? '')
  const said = (returnPath?.[1] ?? returnPath?.[2])?.toLowerCase()
  const sender = said && isMailAddress(said) ? said : null
  // The empty one of automatic mail, or another house's: it cannot be aligned, so nothing needs to be asked.
  if (said !== undefined && (sender === null || !mayAlign(domainOf(sender), fromDomain)))
    return { kind: 'none' }
  if (clients.hops.length === 0) return { kind: 'open' }
  const mailFrom = sender ?? letter.from.address
  const domain = domainToASCII(domainOf(mailFrom))
  let worst: 'fail' | 'none' = 'none'
  for (const { clientIp, from } of clients.hops) {
    const found = await spf({
      ip: clientIp,
      sender: mailFrom,
      helo: from || 'unknown.invalid',
      mta: 'kla.invalid',
      resolver,
    })
    const result = found ? found.status.result : 'temperror'
    if (result === 'temperror') return { kind: 'open' }
    // Without a Return-Path nobody knows what was checked: From stands in for it, to exclude and not to prove.
    if (result === 'pass')
      return clients.certain && sender !== null ? { kind: 'pass', domain } : { kind: 'open' }
    if (result === 'fail' && clients.certain && sender !== null) worst = 'fail'
  }
  return worst === 'fail' ? { kind: 'fail', domain } : { kind: 'none' }
}
