import { addressWords, notTheAddress } from './bounceWords.ts'

/** What a delivery report says of one address. */
export interface FailedRecipient {
  /** Lower case, "" when none is named. */
  address: string
  /** The address that the letter was sent to, if the report names it and it is another one (a forwarding). */
  original?: string
  /** Enhanced status code, "5.1.1" (RFC 3463); null when the report has none. */
  status: string | null
  kind: 'failed' | 'delayed' | 'delivered'
  /** Given up, and trying again later would be useless (class 5). */
  permanent: boolean
  /** The address itself is bad: no other letter would arrive either. A server that will not take letters from us says 5 too. */
  badAddress: boolean
}

/**
 * The recipients of a message/delivery-status part (RFC 3464 section 2.3): groups of fields parted by blank lines. Some
 * servers forget the blank line, therefore a field that comes again begins a group too.
 */
export function statusFields(text: string): FailedRecipient[] {
  return groupsOf(text).flatMap(fields => {
    const final = fields.get('final-recipient')
    const original = fields.get('original-recipient')
    const action = fields.get('action')?.toLowerCase()
    if (final === undefined && original === undefined && action === undefined) return []
    const status = statusOf(fields)
    const kind = kindOf(action ?? '', status)
    const address = bareAddress(final ?? '') || bareAddress(original ?? '')
    const first = bareAddress(original ?? '')
    const answer = fields.get('diagnostic-code') ?? ''
    const permanent = kind === 'failed' && (status?.startsWith('5') ?? isRefusal(answer))
    return [
      {
        address,
        ...(first !== '' && first !== address ? { original: first } : {}),
        status,
        kind,
        permanent,
        badAddress: permanent && speaksOfAddress(status, answer),
      },
    ]
  })
}

const maxGroups = 200
const startsGroup = new Set(['final-recipient', 'action', 'original-recipient'])

function groupsOf(text: string): Map<string, string>[] {
  const groups: Map<string, string>[] = []
  let fields = new Map<string, string>()
  for (const line of text
    .replaceAll('\r\n', '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    const again = startsGroup.has(name) && fields.has(name)
    if ((line.trim() === '' || again) && fields.size > 0) {
      groups.push(fields)
      fields = new Map()
      if (groups.length >= maxGroups) return groups
    }
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  groups.push(fields)
  return groups
}

/** RFC 3464 section 2.3.3. Without an action the status class says it. */
function kindOf(action: string, status: string | null): FailedRecipient['kind'] {
  if (action.startsWith('delayed')) return 'delayed'
  if (/^(?:deliver|relay|expand)/.test(action)) return 'delivered'
  return action === '' && status?.startsWith('2') ? 'delivered' : 'failed'
}

/**
 * Some servers give up with status 4 although the other side said 5 for good: then the answer of the other side, in
 * Diagnostic-Code, is nearer to the truth.
 */
function statusOf(fields: ReadonlyMap<string, string>): string | null {
  const status = statusIn(fields.get('status') ?? '')
  const answer = fields.get('diagnostic-code') ?? ''
  const answered = statusIn(answer)
  if (status?.startsWith('4') && answered?.startsWith('5') && isRefusal(answer)) return answered
  return status ?? answered
}

/**
 * RFC 3463: X.1 is about the address, X.2.0 and X.2.1 about the mailbox, X.4.4 about a domain without a mail server. X.0.0 and
 * X.5.0 are what servers say who know no codes: then, and where the code is a wrong one, their words decide.
 */
export function speaksOfAddress(status: string | null, words: string): boolean {
  if (status !== null && /^5\.(?:1\.\d+|2\.[01]|4\.4)$/.test(status)) return true
  return addressWords.test(words) && !notTheAddress.test(words)
}

/** A reply code of class 5 in "smtp; 550 5.1.1 no such user" (RFC 5321 section 4.2.1). */
function isRefusal(diagnostic: string | undefined): boolean {
  return /^\s*(?:x?-?smtp\s*;)?\s*5\d\d\b/i.test(diagnostic ?? '')
}

/** "max@web.example" of "rfc822; <Max@web.example>"; "" when there is none. */
export function bareAddress(field: string): string {
  return (
    /([^\s<>@;,"'()[\]]{1,64}@[^\s<>@;,"'()[\]]{1,190})/
      .exec(field)?.[1]
      ?.toWellFormed()
      .replace(/[.:]+$/, '')
      .toLowerCase() ?? ''
  )
}

/** The first enhanced status code of a text: "5.1.1", never a part of an IP address or the version of a program. */
export function statusIn(text: string): string | null {
  for (const match of text.matchAll(/(^|[^\d.\w])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/g)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index + 1)
    if (!/(?:version|release|ver\.?|v)\s*$/i.test(before)) return match[2]!
  }
  return null
}
