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

/**
 * Whether two addresses lead to the same mailbox: case and sub-address do not matter. Google's two German names are one
 * (support.google.com/mail/answer/10313), and Google does not see dots.
 */
export function sameMailbox(one: string, other: string): boolean {
  return mailboxOf(one) === mailboxOf(other)
}

function mailboxOf(address: string): string {
  const [name, domain] = [mailboxNameOf(address), domainOf(address)]
  return /^(?:gmail|googlemail)\.com$/.test(domain)
    ? `${name.replaceAll('.', '')}@gmail.com`
    : `${name}@${domain}`
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
  /^(?:mailer[-_]?daemon|mail[-_]?daemon|post[-_]?master|mail[-_.]delivery[-_.](?:sub)?system|majordomo|listserv|autoresponder|auto-?reply|bounces?|double-bounce|microsoftexchange[0-9a-f]{32})$/i

export function isNoReply(address: string): boolean {
  return noReply.test(mailboxNameOf(address))
}

export function isMailSystem(address: string): boolean {
  const name = mailboxNameOf(address)
  return system.test(name) || /^(?:bounces?|mailer-daemon)[-_+=]/i.test(name)
}

/**
 * Whether a letter was sent by a mail system: by its address, by an empty return path (RFC 5321 section 4.5.5), or by a From
 * that holds a name and no address ("Mail Delivery Subsystem <MAILER-DAEMON>", "MAILER-DAEMON <>").
 */
export function fromMailSystem(letter: {
  from: { address: string }
  headers: Record<string, string>
}): boolean {
  const { from, headers } = letter
  if (isMailSystem(from.address) || /^\s*<\s*>/.test(headers['return-path']?.split('\n')[0] ?? ''))
    return true
  return (
    from.address === '' &&
    /mailer-?daemon|mail delivery (?:sub)?system|postmaster|^\s*<\s*>/i.test(
      headers.from?.slice(0, 300) ?? '',
    )
  )
}
