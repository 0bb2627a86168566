/** An address that a mail server would take: one "@", no spaces, a dot in the domain (RFC 5321 section 4.1.2, without routes). */
export function isMailAddress(address: string): boolean {
  if (address.length > 254 || !/^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{3,}$/u.test(address))
    return false
  const domain = domainOf(address)
  return (
    domain.includes('.') &&
    domain.split('.').every(label => label !== '' && !/^-|-$|[^\p{L}\p{M}\p{N}_-]/u.test(label))
  )
}

/** "kreis.example" of "Post@Kreis.Example"; "" when there is no "@". */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : address.slice(at + 1).toLowerCase()
}

/** "post" of "post+anfrage@kreis.example": the part before a sub-address (RFC 5233) and the "@". */
export function mailboxNameOf(address: string): string {
  const at = address.lastIndexOf('@')
  return (at < 0 ? address : address.slice(0, at)).toLowerCase().replace(/\+.*$/s, '')
}

/** Whether two addresses lead to the same mailbox: case and sub-address do not matter. */
export function sameMailbox(one: string, other: string): boolean {
  return domainOf(one) === domainOf(other) && mailboxNameOf(one) === mailboxNameOf(other)
}

/**
 * How many senders a From header names: addresses outside of quotes and comments, one line a header. A letter with
 * several (RFC 5322 section 3.6.2 allows it) has nobody who could be meant by an automatic answer.
 */
export function senderCount(fromHeader: string): number {
  return fromHeader
    .slice(0, 10_000)
    .split('\n')
    .map(line => line.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, ''))
    .reduce((sum, line) => sum + (line.match(/[^\s<>,;:@]+@[^\s<>,;:@]+/g)?.length ?? 0), 0)
}

/** Sender names of machines that say "nobody reads here" (no norm; names in use in German and English). */
const noReply =
  /(?:^|[-_.+])(?:no[-_.]?reply|noreply\d*|do[-_.]?not[-_.]?reply|(?:bitte[-_.]?)?nicht[-_.]?antworten|keine?[-_.]?antwort(?:en)?|unattended|devnull)(?:[-_.+]|$)/i
/** Sender names of mail systems: RFC 2142 (postmaster), RFC 3834 section 2, and custom. */
const system =
  /^(?:mailer-?daemon|mail-?daemon|postmaster|majordomo|listserv|autoresponder|auto-?reply|bounces?)$/i

export function isNoReply(address: string): boolean {
  return noReply.test(mailboxNameOf(address))
}

export function isMailSystem(address: string): boolean {
  const name = mailboxNameOf(address)
  return system.test(name) || /^(?:bounces?|mailer-daemon)[-_+=]/i.test(name)
}
