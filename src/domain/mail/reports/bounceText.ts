import { fromMailSystem, isMailAddress, isMailSystem, sameMailbox } from '../addresses.ts'
import type { Letter } from '../letter.ts'
import { bareAddress, type FailedRecipient, speaksOfAddress, statusIn } from './bounceFields.ts'
import {
  addressWords,
  delayedSubject,
  delayedWords,
  deliveredSubject,
  failedWords,
  permanentWords,
} from './bounceWords.ts'

/**
 * Reports that follow no norm, or whose fields name nobody: read from what a person would read. null: the letter is no report.
 * `certain`: its headers say already that it is one.
 */
export function textReport(letter: Letter, certain: boolean): FailedRecipient[] | null {
  const { subject } = letter
  const spoken = `${subject}\n${letter.text.slice(0, 3000)}`
  const marked = letter.headers['x-failed-recipients']
  if (!certain && marked === undefined && !(fromMailSystem(letter) && isNotice(subject, spoken))) return null
  const said = letter.text.slice(0, 20_000).toWellFormed()
  const { own, returned } = partsOf(said)
  const addresses = firstFilled(
    () => (marked ?? '').split(/[,\n]/).map(bareAddress),
    () => standingAlone(own),
    () => besideFailure(own),
    () => addressee(letter, returned),
    () => [...own.matchAll(new RegExp(anAddress, 'g'))].map(match => bareAddress(match[0])),
  ).filter(address => !isMailSystem(address) && !letter.to.some(to => sameMailbox(to.address, address)))
  const status = statusIn(own)
  const kind = kindOf(subject, own)
  const refused = status === null ? isFinal(own) : status.startsWith('5')
  const permanent = kind === 'failed' && refused
  const outcome = { status, kind, permanent, badAddress: permanent && speaksOfAddress(status, own) }
  const named = [...new Set(addresses)].slice(0, 50)
  return named.length === 0 ? [{ address: '', ...outcome }] : named.map(address => ({ address, ...outcome }))
}

const isNotice = (subject: string, spoken: string) =>
  failedWords.test(spoken) || delayedSubject.test(subject) || deliveredSubject.test(subject)

function kindOf(subject: string, own: string): FailedRecipient['kind'] {
  if (deliveredSubject.test(subject)) return 'delivered'
  if (delayedSubject.test(subject)) return 'delayed'
  // In the text only if nothing there is final: "… was delayed and has now been given up".
  return delayedWords.test(own) && !isFinal(own) ? 'delayed' : 'failed'
}

const isFinal = (own: string) => permanentWords.test(own) || addressWords.test(own)

/** Where servers begin to repeat the letter that they return. */
const returnedLetter =
  /^[ \t>]*(?:[-=_*|~]{3,}[^\n]{0,80}(?:original|returned|unsent|copy of|header|follows|below this line|message text|nachricht|kopie)|(?:the )?(?:original )?message (?:headers? )?follows?\b|original message follows|die originalnachricht|ursprüngliche nachricht|return-path:|received: |x-envelope-from:|message details:|-{8} weitergeleitete nachricht)/im

function partsOf(text: string): { own: string; returned: string } {
  // Not at the very beginning: some reports open with a line of dashes or with the data of the letter.
  const at = text.slice(40).search(returnedLetter)
  return at < 0 ? { own: text, returned: '' } : { own: text.slice(0, at + 40), returned: text.slice(at + 40) }
}

const anAddress = String.raw`[^\s<>@;,:"'()[\]]{1,64}@[^\s<>@;,:"'()[\]]{1,190}`

/** qmail, Exim, Postfix, GMX: each address in its own line, in brackets or quotes, with a colon or a reason behind it. */
function standingAlone(own: string): string[] {
  const line = new RegExp(
    String.raw`^[ \t>*•-]{0,8}(?:(?:recipient(?: address)?|empfänger(?:adresse)?|rcpt to|an|to|address)[ \t]*:[ \t]*)?["'<]{0,2}(${anAddress})["'>]{0,2}[ \t]*(?::|\.{3}|\(|<|$|[ \t])`,
    'gim',
  )
  return [...own.matchAll(line)].map(match => bareAddress(match[1]!))
}

/** Addresses in a sentence or an SMTP answer that speaks of the failure. */
function besideFailure(own: string): string[] {
  return own
    .split('\n')
    .slice(0, 300)
    .map(line => line.slice(0, 1000))
    .filter(
      line =>
        failedWords.test(line) ||
        isFinal(line) ||
        /^[ \t>]*[45]\d\d[ -]/.test(line) ||
        /status: error/i.test(line),
    )
    .flatMap(line => [...line.matchAll(new RegExp(anAddress, 'g'))].map(match => bareAddress(match[0])))
}

/** The letter that came back was written to somebody: the last resort, and right for letters to one person. */
function addressee({ enclosed }: Letter, returned: string): string[] {
  const heads = enclosed?.filter(part => /rfc822/.test(part.contentType)).map(part => part.text) ?? []
  for (const head of [...heads, returned.slice(0, 10_000)]) {
    const to = /^[> \t]{0,4}(?:To|An)[ \t]*:[ \t]*([^\n]{3,500})/im.exec(head)?.[1] ?? ''
    const found = [...to.matchAll(new RegExp(anAddress, 'g'))].map(match => bareAddress(match[0]))
    if (found.length === 1) return found
  }
  return []
}

function firstFilled(...ways: (() => string[])[]): string[] {
  for (const way of ways) {
    const found = way().filter(address => isMailAddress(address))
    if (found.length > 0) return found
  }
  return []
}
