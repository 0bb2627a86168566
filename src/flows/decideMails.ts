import { sameLetters } from '../db/rawMails.ts'
import { type ThreadFacts, threadFacts } from '../db/threads.ts'
import type { SeenLetter } from '../domain/classify/classifyLetter.ts'
import { automaticReason } from '../domain/mail/autoSubmitted.ts'
import type { Destiny } from '../domain/mail/destiny.ts'
import type { Letter } from '../domain/mail/letter.ts'
import { placeInThread, readThreadToken, tokensIn } from '../domain/mail/thread.ts'
import { ticketNumber, ticketNumbersIn } from '../domain/ticket/number.ts'
import { classAfter, dataClassOf } from '../domain/ticket/visibility.ts'
import type { DecidedMail, DecideNeeds, ReadMail } from './mailInHand.ts'

/** Decides what becomes of each mail. Reads the database, writes nothing. */
export async function decideMails(needs: DecideNeeds, mails: ReadMail[]): Promise<DecidedMail[]> {
  const letters = mails.flatMap(({ seen }) => ('unreadable' in seen ? [] : [seen.letter]))
  const [same, facts] = await Promise.all([
    sameLetters(
      needs.db,
      needs.programme.id,
      mails.map(item => item.mail.fingerprint),
    ),
    threadFacts(needs.db, needs.programme.id, citedBy(needs, letters)),
  ])
  return mails.map(({ mail, seen }) => {
    if ('unreadable' in seen)
      return { mail, letter: null, destiny: { kind: 'quarantined', reason: seen.unreadable } }
    const { letter } = seen
    // Only a letter that had its effect swallows another: a copy that a list sent is automatic, and the letter itself that
    // comes directly afterwards is not.
    const earlier = same.find(
      other =>
        other.fingerprint === mail.fingerprint &&
        other.id !== mail.id &&
        (other.outcome === 'ticket' || other.outcome === 'followup'),
    )
    if (earlier)
      return {
        mail,
        letter,
        destiny: { kind: 'duplicate', reason: 'Derselbe Brief liegt schon vor.', ticketId: earlier.ticketId },
      }
    return { mail, letter, destiny: destinyOf(needs, seen, facts) }
  })
}

function destinyOf(needs: DecideNeeds, { letter, classification }: SeenLetter, facts: ThreadFacts): Destiny {
  // The signature proves it. The sender alone does not: a colleague may write to the shared mailbox from itself.
  if (letter.messageId && readThreadToken(needs.secret, letter.messageId) !== null)
    return { kind: 'automatic', reason: 'eigener Brief, der zurückkam' }
  const automatic = automaticReason(letter, [...needs.ownAddresses])
  // A machine may carry a person's words: with a hint at a child in danger it is put before a person all the same (K1).
  if (automatic)
    return classification.urgentChildProtection
      ? { kind: 'ticket', classification, match: null }
      : { kind: 'automatic', reason: automatic }
  const thread = placeInThread(
    letter,
    tokensIn(letter, needs.secret, needs.programme.id),
    facts,
    needs.programme.profile.nummern_praefix,
  )
  if (thread.kind === 'new') return { kind: 'ticket', classification, match: thread.match }
  const { ticketId } = thread
  const { dataClass } = facts.byId.get(ticketId)!
  const raised = classAfter(dataClass, dataClassOf(classification))
  if (raised !== 'separate')
    return { kind: 'followup', ticketId, classification, dataClass: raised === 'stay' ? dataClass : raised }
  const reason = 'Antwort auf einen Brief dieses Vorgangs, aber für andere zuständige Stellen bestimmt'
  return { kind: 'ticket', classification, match: { ticketId, reason } }
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
