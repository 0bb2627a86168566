import { sameMailbox } from '../addresses.ts'
import type { DeliveryReport, FailedRecipient } from './bounce.ts'
import { speaksOfAddress, statusIn } from './bounceFields.ts'

/** What a report means for one letter of ours. */
export interface Undelivered {
  /** unsure: a report about another address, perhaps of a forwarding: something for a person to look at. */
  kind: 'failed' | 'delayed' | 'unsure'
  /** German, with the status code, without an address: "Die Adresse gibt es nicht (5.1.1)." */
  words: string
  /** No automatic letter should go to its recipient any more. */
  blocks: boolean
}

/**
 * What a report says of the letter to `recipient`; null when it says that it arrived. It counts in full when it names this very
 * address, as the final or the original recipient (RFC 3464 section 2.3: behind a forwarding the final one is another, and a
 * server that knows ours names it as the original), or in part when it names nobody. One that names only others may come from
 * a forwarding whose server forgot ours, or from somebody who was sent a letter of ours and invents one: a delay then
 * means nothing, a failure is for a person. Only a report that names this very address may block it.
 */
export function undeliveredTo(recipient: string, report: DeliveryReport): Undelivered | null {
  const named = report.recipients.find(
    ({ address, original }) =>
      sameMailbox(address, recipient) || (original !== undefined && sameMailbox(original, recipient)),
  )
  if (named) return named.kind === 'delivered' ? null : meaningOf(named.kind, named)
  if (report.kind === 'delivered') return null
  const [other] = report.recipients
  if (!other)
    return { ...meaningOf(report.kind, { status: null, permanent: false, badAddress: false }), blocks: false }
  if (report.kind === 'delayed') return null
  const { words } = meaningOf('failed', other)
  return {
    kind: 'unsure',
    words: `${words} Der Bericht nennt eine andere Adresse als die des Briefs, vielleicht eine Weiterleitung.`,
    blocks: false,
  }
}

function meaningOf(
  kind: 'failed' | 'delayed',
  { status, permanent, badAddress }: Pick<FailedRecipient, 'status' | 'permanent' | 'badAddress'>,
): Undelivered {
  const code = status ? ` (${status})` : ''
  if (kind === 'delayed')
    return {
      kind,
      words: `Der Mailserver konnte ihn noch nicht zustellen und versucht es weiter${code}.`,
      blocks: false,
    }
  return { kind, words: `${reasonFor(status, permanent)}${code}.`, blocks: badAddress }
}

/** Of the address: RFC 3463 sections 3.2 to 3.8. The first line that fits. */
const reasons: readonly (readonly [status: RegExp, words: string])[] = [
  [/^[45]\.1\.(?:1|6|10)$/, 'Die Adresse gibt es nicht'],
  [/^[45]\.1\.(?:2|4)$|^[45]\.4\.4$/, 'Den Mailserver dieser Adresse gibt es nicht'],
  [/^[45]\.1\./, 'Mit der Adresse stimmt etwas nicht'],
  [/^[45]\.2\.1$/, 'Das Postfach ist abgeschaltet'],
  [/^[45]\.2\.2$/, 'Das Postfach ist voll'],
  [/^[45]\.(?:2\.3|3\.4)$/, 'Der Brief ist dem Mailserver zu groß'],
  [/^[45]\.4\./, 'Der Mailserver war nicht zu erreichen'],
  [/^[45]\.6\./, 'Der Mailserver kann mit der Form des Briefs nichts anfangen'],
  [/^[45]\.7\./, 'Der Mailserver lehnt Briefe von uns ab'],
]

function reasonFor(status: string | null, permanent: boolean): string {
  const found = status ? reasons.find(([pattern]) => pattern.test(status)) : undefined
  if (found) return found[1]
  return permanent
    ? 'Der Mailserver hat ihn endgültig abgelehnt'
    : 'Der Mailserver hat die Zustellung aufgegeben'
}

/**
 * The same for the answer of the mail server to RCPT TO ("550 5.1.1 user unknown"). null: it says nothing against the address;
 * "relay access denied" would be said of every other one too.
 */
export function refusedWords(response: string): string | null {
  const code = /\b(5\d\d)\b/.exec(response)?.[1]
  const status = statusIn(response)
  if (!code || status?.startsWith('4') || !speaksOfAddress(status, response)) return null
  return `${reasonFor(status, true)} (${status ?? code}).`
}
