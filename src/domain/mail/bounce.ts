import { isMailSystem } from './addresses.ts'
import type { Letter } from './letter.ts'

export interface FailedRecipient {
  /** Lower case, "" when the report names none. */
  address: string
  /** Enhanced status code, "5.1.1" (RFC 3463); null when the report has none. */
  status: string | null
}

/** What a mail server says of a letter that it could not or not yet deliver. */
export interface DeliveryReport {
  /** failed: given up. delayed: still tried. delivered: a success notice, also "relayed" and "expanded". */
  kind: 'failed' | 'delayed' | 'delivered'
  /** The address itself is bad (status class 5), so no automatic letter should go there again. */
  permanent: boolean
  recipients: FailedRecipient[]
  /**
   * Message-IDs of the letter spoken of, with angle brackets. A bounce counts only if one of them is ours and signed
   * (thread.ts): anybody can forge a report.
   */
  citedMessageIds: string[]
}

/** Reads a delivery report: RFC 3464 and the common forms that came before it. null: the letter is none. */
export function deliveryReport(letter: Letter): DeliveryReport | null {
  return standardReport(letter) ?? customReport(letter)
}

function standardReport(letter: Letter): DeliveryReport | null {
  const part = letter.enclosed?.find(({ contentType }) =>
    /^message\/(?:global-)?delivery-status$/.test(contentType),
  )
  const type = (letter.headers['content-type'] ?? '').toLowerCase()
  const declared = type.startsWith('multipart/report') && /report-type\s*=\s*"?delivery-status/.test(type)
  // A person may forward a report as an attachment; then the letter around it is the person's.
  if (!part || !(declared || fromSystem(letter))) return declared ? textReport(letter) : null
  const recipients: FailedRecipient[] = []
  const actions: string[] = []
  // RFC 3464 section 2.1: one group for the message, then one for each recipient, parted by blank lines.
  for (const group of part.text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, 200)) {
    const fields = fieldsOf(group)
    const recipient = fields.get('final-recipient') ?? fields.get('original-recipient')
    if (recipient === undefined && !fields.has('action')) continue
    recipients.push({
      address: bareAddress(recipient ?? fields.get('original-recipient') ?? ''),
      status: statusIn(fields.get('status')) ?? statusIn(fields.get('diagnostic-code')),
    })
    actions.push((fields.get('action') ?? '').toLowerCase())
  }
  return report(letter, recipients, kindOf(actions))
}

/** Words of reports without RFC 3464 (qmail, Exim, web.de, GMX, old Exchange), in German and English. */
const failedWords =
  /undeliver(?:able|ed)|delivery (?:status notification|has failed|failure|failed|problem)|mail delivery (?:failed|system)|returned mail|failure notice|nicht zugestellt|unzustellbar|zustell(?:ung|fehler).{0,40}(?:fehl|nicht|gescheitert)|zustellung (?:der|ihrer) (?:nachricht|e-?mail)|couldn'?t be delivered|could not be delivered|wasn'?t delivered|not be delivered/i
const delayedWords =
  /delay(?:ed)?|verzögert|warning: (?:could not send|message)|still being retried|noch nicht zugestellt|will keep trying|weiter(?:hin)? versucht/i
const permanentWords =
  /user unknown|unknown user|no such (?:user|recipient|mailbox)|does not exist|doesn'?t have an? \S+ account|mailbox (?:unavailable|not found)|address (?:rejected|not found|unknown)|recipient rejected|unbekannte[rn]? (?:empfänger|adresse|benutzer)|existiert nicht|invalid (?:recipient|mailbox)|account (?:disabled|has been disabled)|\b55[0134]\b/i

function customReport(letter: Letter): DeliveryReport | null {
  const spoken = `${letter.subject}\n${letter.text.slice(0, 3000)}`
  const marked = letter.headers['x-failed-recipients'] !== undefined
  if (!marked && !(fromSystem(letter) && failedWords.test(spoken))) return null
  return textReport(letter)
}

function textReport(letter: Letter): DeliveryReport {
  const head = letter.text.slice(0, 20_000).toWellFormed()
  const marked = (letter.headers['x-failed-recipients'] ?? '').split(/[,\n]/).map(bareAddress)
  const addresses = marked.filter(address => address !== '')
  // qmail, Exim and postfix put each address in its own line, in angle brackets or with a colon after it.
  for (const match of head.matchAll(
    /^[ \t]{0,8}<?([^\s<>@:()]{1,64}@[^\s<>@:(),]{1,190})>?[ \t]*:?(?:[ \t]|$)/gm,
  ))
    if (addresses.length < 50) addresses.push(match[1]!.toLowerCase())
  const status = statusIn(head)
  const permanent = permanentWords.test(head)
  const delayed = delayedWords.test(letter.subject) && !permanent
  const recipients = [...new Set(addresses)].map(address => ({ address, status }))
  const found = report(letter, recipients, delayed ? 'delayed' : 'failed')
  return { ...found, permanent: found.permanent || (found.kind === 'failed' && status === null && permanent) }
}

function report(letter: Letter, recipients: FailedRecipient[], kind: DeliveryReport['kind']): DeliveryReport {
  return {
    kind,
    permanent: kind === 'failed' && recipients.some(({ status }) => status?.startsWith('5') ?? false),
    recipients,
    citedMessageIds: citedMessageIds(letter),
  }
}

function citedMessageIds(letter: Letter): string[] {
  const returned =
    letter.enclosed?.filter(part => /rfc822|global/.test(part.contentType)).map(part => part.text) ?? []
  const sources = [...returned, letter.text.slice(0, 200_000).toWellFormed()]
  const ids = sources.flatMap(text =>
    [...text.matchAll(/^[> \t]{0,10}Message-I[Dd]:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{3,250}>)/gim)].map(
      match => match[1]!,
    ),
  )
  return [...new Set([...ids, ...letter.inReplyTo, ...letter.references])]
}

function kindOf(actions: readonly string[]): DeliveryReport['kind'] {
  if (actions.some(action => action.startsWith('failed'))) return 'failed'
  if (actions.some(action => action.startsWith('delayed'))) return 'delayed'
  return actions.length > 0 && actions.every(action => /^(?:delivered|relayed|expanded)/.test(action))
    ? 'delivered'
    : 'failed'
}

function fromSystem(letter: Letter): boolean {
  return (
    isMailSystem(letter.from.address) || /^\s*<\s*>/.test(letter.headers['return-path']?.split('\n')[0] ?? '')
  )
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** "max@web.example" of "rfc822; <Max@web.example>". */
function bareAddress(field: string): string {
  return /([^\s<>@;]{1,64}@[^\s<>@;]{1,190})/.exec(field)?.[1]?.toWellFormed().toLowerCase() ?? ''
}

function statusIn(text: string | undefined): string | null {
  return /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text ?? '')?.[1] ?? null
}
