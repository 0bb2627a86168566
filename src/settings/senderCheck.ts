import type { OwnServers } from '../domain/mail/sender/ownServers.ts'
import type { Values } from './fields.ts'

/** How senders are checked. */
export interface SenderCheckSettings {
  own: OwnServers
  /** The DNS is asked where our own servers said nothing; null: it is not. */
  dns: {
    /** Addresses of name servers; null: those of the machine. */
    servers: string[] | null
  } | null
}

/** Stands for headers without a name, as Exchange Online writes them. */
const nameless = 'ohne-namen'

/**
 * 'authserv' as soon as a name is set, because then somebody has looked at what the own server writes. 'dns' is never chosen
 * by itself: an office may have no name server on this machine, and each question tells it who writes to the office.
 */
export function readSenderCheck(
  values: Values,
  given: Set<string>,
  faults: string[],
): SenderCheckSettings | null {
  const named = values.KLA_AUTHSERV_ID ?? []
  const way = values.KLA_SENDER_CHECK ?? (named.length > 0 ? 'authserv' : 'aus')
  if (way === 'authserv' && !given.has('KLA_AUTHSERV_ID'))
    faults.push(
      'KLA_SENDER_CHECK=authserv ist gesetzt, aber KLA_AUTHSERV_ID fehlt. Bitte den Namen eintragen, mit dem der eigene Mailserver seine Kopfzeile Authentication-Results beginnt.',
    )
  if (way !== 'dns' && given.has('KLA_DNS_SERVERS'))
    faults.push(
      'KLA_DNS_SERVERS ist gesetzt, wirkt aber nur mit KLA_SENDER_CHECK=dns. Bitte KLA_SENDER_CHECK=dns setzen (dann fragt kla selbst beim DNS nach) oder KLA_DNS_SERVERS entfernen.',
    )
  if (way === 'aus') return null
  return {
    own: {
      authservIds: new Set(named.map(name => (name === nameless ? '' : name))),
      hosts: values.KLA_OWN_MX ?? [],
    },
    dns: way === 'dns' ? { servers: values.KLA_DNS_SERVERS } : null,
  }
}
