import { fromMailSystem, isNoReply } from '../addresses.ts'
import type { Letter } from '../letter.ts'
import { deliveryReport } from '../reports/bounce.ts'
import { isAbsenceNote, maybeAbsenceNote } from './absence.ts'
import { isCalendarAnswer } from './calendar.ts'
import { carriesWords } from './carriedWords.ts'
import { isList } from './lists.ts'
import { carriedByRule, hints, keyword, machineHeader } from './machineHeaders.ts'
import { isMachineReceipt, maybeMachineReceipt } from './receipts.ts'

/**
 * Each rule gives a German reason or null. The order decides only which reason is shown.
 * A letter of a person that is held for automatic gets no Vorgang, therefore a mere hint is not enough: see `hints`.
 */
const rules: ((letter: Letter, ownLists: readonly string[]) => string | null)[] = [
  // RFC 3834 section 5: any value but "no" is automatic; parameters and comments may stand beside it.
  letter => {
    const value = (letter.headers['auto-submitted'] ?? '').split('\n').map(keyword)
    const automatic = value.find(word => word !== '' && word !== 'no')
    return automatic === undefined || carriedByRule(letter)
      ? null
      : `automatische Nachricht laut Kopfzeile Auto-Submitted (${automatic})`
  },
  // RFC 3464 and other forms.
  letter => (deliveryReport(letter) ? 'Zustellbericht eines Mailservers' : null),
  // RFC 6522 with the reports of RFC 8098 (read receipt), RFC 5965 (complaint).
  letter => {
    const type = (letter.headers['content-type'] ?? '').toLowerCase()
    if (!type.startsWith('multipart/report')) return null
    if (/report-type\s*=\s*"?disposition-notification/.test(type)) return 'Lesebestätigung'
    return /report-type\s*=\s*"?feedback-report/.test(type)
      ? 'Beschwerdemeldung eines Mailservers'
      : 'Bericht eines Mailservers'
  },
  letter => (isCalendarAnswer(letter) ? 'Antwort eines Kalenders auf eine Einladung' : null),
  // RFC 5321 section 4.5.5: notifications have an empty return path; RFC 3834 section 2: never answer them.
  letter =>
    /^\s*<\s*>/.test(letter.headers['return-path'] ?? '') ? 'leerer Rückpfad (Return-Path: <>)' : null,
  letter => {
    const name = machineHeader(letter)
    return name ? `automatische Antwort laut Kopfzeile ${name}` : null
  },
  (letter, ownLists) =>
    isList(letter, ownLists) ? 'Nachricht einer Verteilerliste oder eines Rundbriefs' : null,
  // RFC 2076 section 3.9: not standardised, common.
  letter => {
    const value = keyword(letter.headers.precedence ?? '')
    return ['bulk', 'junk', 'list', 'auto_reply', 'auto-reply'].includes(value)
      ? `Massensendung laut Kopfzeile Precedence (${value})`
      : null
  },
  letter => (fromMailSystem(letter) ? 'Absender ist ein Mailsystem' : null),
  letter => {
    const found = hints(letter)
    return found.length >= 2 && !carriesWords(letter)
      ? `mehrere Anzeichen einer Maschine (${found.join(', ')})`
      : null
  },
  // A contact form or the ticket tool of a school writes from such an address too, and carries the words of a person.
  letter =>
    isNoReply(letter.from.address) && !carriesWords(letter)
      ? 'Absender nimmt keine Antworten an (no-reply)'
      : null,
  letter =>
    isAbsenceNote(letter.subject, letter.newestText, answersLetter(letter))
      ? 'Abwesenheitsnotiz oder automatische Antwort'
      : null,
  letter =>
    isMachineReceipt(letter.subject, letter.newestText)
      ? 'Empfangsbestätigung oder Rückfrage einer Maschine'
      : null,
]

/**
 * Why this letter was written by a machine, as German words, or null for a person's letter. `ownLists` are addresses of
 * mailing lists that lead to the programme's mailbox: what comes through them is a person's letter.
 */
export function automaticReason(letter: Letter, ownLists: readonly string[] = []): string | null {
  for (const rule of rules) {
    const reason = rule(letter, ownLists)
    if (reason) return reason
  }
  return null
}

/**
 * Whether a letter that is no automatic one (`automaticReason`) may have been written by a machine all the same: a person
 * reads it, but no machine answers it (RFC 3834 section 2).
 */
export function maybeAutomatic({ subject, newestText }: Letter): boolean {
  return maybeAbsenceNote(subject, newestText) || maybeMachineReceipt(subject, newestText)
}

/** By its headers, or by the number of a Vorgang in the subject. */
function answersLetter({ inReplyTo, references, subject }: Letter): boolean {
  return inReplyTo.length > 0 || references.length > 0 || /\b[A-Z]{1,8}-20\d\d-\d{4,}\b/.test(subject)
}
