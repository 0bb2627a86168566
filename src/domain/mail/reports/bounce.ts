import { fromMailSystem } from '../addresses.ts'
import type { Letter } from '../letter.ts'
import { type FailedRecipient, statusFields } from './bounceFields.ts'
import { textReport } from './bounceText.ts'

export type { FailedRecipient } from './bounceFields.ts'

/** What a mail server says of a letter that it could not or not yet deliver. */
export interface DeliveryReport {
  /** failed: given up. delayed: still tried. delivered: a success notice, also "relayed" and "expanded". */
  kind: 'failed' | 'delayed' | 'delivered'
  /** Given up, and trying again later would be useless (status class 5 of RFC 3463). */
  permanent: boolean
  recipients: FailedRecipient[]
  /**
   * Message-IDs of the letter spoken of, with angle brackets, the surest first. A bounce counts only if one of them is
   * ours and signed (thread.ts): anybody can forge a report.
   */
  citedMessageIds: string[]
}

/**
 * Reads a delivery report: RFC 3464 and the common forms that came before it or beside it (qmail, Exim, Exchange,
 * Gmail, German providers). null: the letter is none.
 */
export function deliveryReport(letter: Letter): DeliveryReport | null {
  const type = (letter.headers['content-type'] ?? '').toLowerCase()
  const declared = type.startsWith('multipart/report') && /report-type\s*=\s*"?delivery-status/.test(type)
  const part = letter.enclosed?.find(({ contentType }) =>
    /^message\/(?:global-)?delivery-status$/.test(contentType),
  )
  // A person may forward a report as an attachment; then the letter around it is the person's.
  const believed = declared || fromMailSystem(letter)
  const standard = believed ? statusFields(part?.text ?? fieldsInText(letter.text)) : []
  if (standard.some(({ address }) => address !== '')) return report(letter, standard)
  // A report whose fields name nobody still names somebody in its text.
  const found = textReport(letter, declared || standard.length > 0)
  if (!found) return null
  const [only] = standard
  return report(letter, only ? found.map(recipient => ({ ...only, address: recipient.address })) : found)
}

/** The fields of a report whose parts were not told apart, because it says too little about itself. */
function fieldsInText(text: string): string {
  const at = text.slice(0, 100_000).search(/^(?:Reporting-MTA|Original-Recipient|Final-Recipient)[ \t]*:/im)
  return at < 0 ? '' : text.slice(at, at + 20_000).toWellFormed()
}

function report(letter: Letter, recipients: FailedRecipient[]): DeliveryReport {
  const kinds = recipients.map(({ kind }) => kind)
  return {
    // One failure is what a person must hear of, whatever happened to the others.
    kind: kinds.includes('failed')
      ? 'failed'
      : kinds.includes('delayed')
        ? 'delayed'
        : (kinds[0] ?? 'failed'),
    permanent: recipients.some(({ permanent }) => permanent),
    recipients: recipients.filter(({ address }) => address !== ''),
    citedMessageIds: citedMessageIds(letter),
  }
}

/**
 * The returned letter names itself. Only without one count the headers of the report: its References may hold the
 * whole conversation, in which our letter is not the one that failed.
 */
function citedMessageIds({ enclosed, text, inReplyTo, references }: Letter): string[] {
  const returned = enclosed?.filter(part => /rfc822|global-headers/.test(part.contentType)) ?? []
  const sources = [returned.map(part => part.text).join('\n'), text.slice(0, 200_000).toWellFormed()]
  for (const source of sources) {
    const found = [
      ...source.matchAll(/^[> \t]{0,10}Message-I[Dd]:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{3,250}>)/gim),
    ].map(match => match[1]!)
    // Of several the first: the next ones belong to letters that are quoted or enclosed in it.
    if (found[0]) return [found[0]]
  }
  return inReplyTo.length > 0 ? [...inReplyTo] : references.slice(-1)
}
