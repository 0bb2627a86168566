import type { Database } from '../db/connect.ts'
import { sameLetters, type UnhandledMail } from '../db/rawMails.ts'
import { type ThreadFacts, threadFacts } from '../db/threads.ts'
import { classify } from '../domain/classify/classify.ts'
import { automaticReason } from '../domain/mail/autoSubmitted.ts'
import type { Destiny } from '../domain/mail/destiny.ts'
import type { Letter } from '../domain/mail/letter.ts'
import { placeInThread, readThreadToken, tokensIn } from '../domain/mail/thread.ts'
import { signatureOf } from '../domain/mail/visibleText.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { ticketNumber, ticketNumbersIn } from '../domain/ticket/number.ts'
import type { ReadMail } from './handleMails.ts'

export interface DecideNeeds {
  db: Database
  programme: Programme
  /** Key of the signed thread tokens. */
  secret: string
}

/** A mail with what becomes of it; nothing is written yet. */
export interface DecidedMail {
  mail: UnhandledMail
  letter: Letter | null
  destiny: Destiny
}

/** Decides what becomes of each mail. Reads the database, writes nothing. */
export async function decideMails(needs: DecideNeeds, mails: ReadMail[]): Promise<DecidedMail[]> {
  const letters = mails.flatMap(item => ('unreadable' in item.letter ? [] : [item.letter]))
  const [same, facts] = await Promise.all([
    sameLetters(
      needs.db,
      needs.programme.id,
      mails.map(item => item.mail.fingerprint),
    ),
    threadFacts(needs.db, needs.programme.id, citedBy(needs, letters)),
  ])
  return mails.map(({ mail, letter }) => {
    if ('unreadable' in letter)
      return { mail, letter: null, destiny: { kind: 'quarantined', reason: letter.unreadable } }
    const earlier = same.find(
      other =>
        other.fingerprint === mail.fingerprint &&
        other.id !== mail.id &&
        other.outcome !== 'duplicate' &&
        (other.outcome !== null || other.id < mail.id),
    )
    if (earlier)
      return {
        mail,
        letter,
        destiny: { kind: 'duplicate', reason: 'Derselbe Brief liegt schon vor.', ticketId: earlier.ticketId },
      }
    return { mail, letter, destiny: destinyOf(needs, letter, facts) }
  })
}

function destinyOf(needs: DecideNeeds, letter: Letter, facts: ThreadFacts): Destiny {
  // The signature proves it. The sender alone does not: a colleague may write to the shared mailbox from itself.
  if (letter.messageId && readThreadToken(needs.secret, letter.messageId) !== null)
    return { kind: 'automatic', reason: 'eigener Brief, der zurückkam' }
  const automatic = automaticReason(letter)
  if (automatic) return { kind: 'automatic', reason: automatic }
  const thread = placeInThread(
    letter,
    tokensIn(letter, needs.secret, needs.programme.id),
    facts,
    needs.programme.profile.nummern_praefix,
  )
  const classification = classify(needs.programme, {
    fromName: letter.from.name,
    fromAddress: letter.from.address,
    subject: letter.subject,
    newestText: letter.newestText,
    quotedText: letter.quotedText,
    signature: signatureOf(letter.newestText),
    attachmentNames: letter.attachments.map(attachment => attachment.name),
  })
  if (thread.kind === 'followup') return { kind: 'followup', ticketId: thread.ticketId, classification }
  return { kind: 'ticket', classification, match: thread.match }
}

function citedBy(needs: DecideNeeds, letters: Letter[]) {
  const prefix = needs.programme.profile.nummern_praefix
  return {
    ticketIds: letters.flatMap(letter => tokensIn(letter, needs.secret, needs.programme.id)),
    numbers: letters.flatMap(letter =>
      ticketNumbersIn(letter.subject, prefix).map(number => ticketNumber(prefix, number.year, number.seq)),
    ),
    messageIds: letters.flatMap(letter => [...letter.inReplyTo, ...letter.references]),
  }
}
