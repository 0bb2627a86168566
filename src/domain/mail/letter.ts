export interface Address {
  /** Display name, "" when absent. */
  name: string
  /** Lower-cased address, "" when absent or not an address. */
  address: string
}

export interface AttachmentInfo {
  name: string
  contentType: string
  /** Bytes. */
  size: number
  /** SHA-256 of the content, hex: what is opened later is what came. Absent in rows of earlier versions. */
  sha256?: string
  /** Media type by the first bytes of the content, null when they tell none; `contentType` is only what the sender says. */
  trueType?: string | null
}

/** The letter inside a forwarded one, as far as its head names it. */
export interface ForwardedLetter {
  from: Address
  subject: string
  /** As the letter writes it; not computed with. */
  date: string | null
}

/**
 * A part meant for machines, as text of at most 64 KiB: a delivery report (message/delivery-status), the header block of
 * an enclosed or returned letter (message/rfc822, text/rfc822-headers), a calendar object (text/calendar).
 */
export interface EnclosedPart {
  contentType: string
  text: string
}

/**
 * Words beside the text of a letter, read for signs of a child in danger only and shown to nobody: a text file that was
 * attached, or the form of the text (plain or HTML) that was not taken.
 */
export interface AsideText {
  from: 'attachment' | 'alternative'
  text: string
}

/** A header that servers write on the way, in its place among the others (RFC 5321 section 4.4, RFC 8601). */
export interface TraceField {
  name: 'received' | 'authentication-results'
  /** Unfolded, bounded in length. */
  value: string
}

/**
 * One parsed mail, without the bytes of its attachments. Plain data, so that it can cross a thread boundary.
 * Header names in `headers` are lower case, repeated headers are joined by a line feed.
 */
export interface Letter {
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  from: Address
  replyTo: Address[]
  to: Address[]
  cc: Address[]
  subject: string
  /** ISO instant from the Date header, null when missing or unreadable. */
  date: string | null
  /** The whole text: text/plain, or text made from HTML. */
  text: string
  /** The newest text, without quotes. A mail that is only a quote keeps it. */
  newestText: string
  /** What was cut as quote, "" if nothing. */
  quotedText: string
  headers: Record<string, string>
  /** Received and Authentication-Results from the top down, the first ones; absent when there are none. */
  trace?: TraceField[]
  attachments: AttachmentInfo[]
  /** Parts meant for machines; absent when there are none. */
  enclosed?: EnclosedPart[]
  /** Absent when there are none. */
  aside?: AsideText[]
  /** Author of the letter that this one forwards; absent when it forwards none. */
  forwarded?: ForwardedLetter
  /** Signed or encrypted (S/MIME, OpenPGP): encrypted text cannot be read, and a person must be told. */
  protection?: 'signed' | 'encrypted'
}
