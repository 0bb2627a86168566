import { type EarlierCopy, sameLetters } from '../../db/rawMails.ts'
import { type ThreadFacts, threadFacts } from '../../db/threads.ts'
import { classifyForged } from '../../domain/classify/classifyLetter.ts'
import type { Classification } from '../../domain/classify/labels.ts'
import { automaticReason } from '../../domain/mail/automatic/autoSubmitted.ts'
import type { Destiny } from '../../domain/mail/destiny.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import { deliveryReport } from '../../domain/mail/reports/bounce.ts'
import { type Authenticity, namesSeveralSenders } from '../../domain/mail/sender/authenticity.ts'
import { isOwnLetter, type Placement, placeInThread, tokensIn } from '../../domain/mail/thread.ts'
import { ticketNumber, ticketNumbersIn } from '../../domain/ticket/number.ts'
import { classAfter, dataClassOf } from '../../domain/ticket/visibility.ts'
import { checkSenders } from './checkSenders.ts'
import type { DecidedMail, DecideNeeds, ReadMail } from './mailInHand.ts'

/** Decides what becomes of each mail. Reads the database, and the DNS where that is set up; writes nothing. */
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
  // Only a letter that had its effect swallows another: a copy that a list sent is automatic, and the letter itself that
  // comes directly afterwards is not. What was erased since keeps its fingerprint, so it does not come back to life.
  const earlier = ({ mail }: ReadMail) =>
    same.find(
      other =>
        other.fingerprint === mail.fingerprint &&
        other.id !== mail.id &&
        (other.outcome === 'ticket' || other.outcome === 'followup'),
    )
  const authentic = await checkSenders(
    needs,
    mails.filter(item => earlier(item)?.authenticity === 'fail' || !earlier(item)),
    letter => placed(needs, letter, facts, false).kind === 'followup',
  )
  return mails.map(item => {
    const { mail, seen } = item
    if ('unreadable' in seen)
      return {
        mail,
        letter: null,
        destiny: { kind: 'quarantined', reason: seen.unreadable },
        ...(seen.head && { head: seen.head }),
      }
    const { letter } = seen
    const authenticity = authentic.get(mail.id) ?? null
    const known = earlier(item)
    if (known) return { mail, letter, authenticity, destiny: copyOf(known, letter, authenticity) }
    const forged = isForged(letter, authenticity)
    const classification = forged ? classifyForged(needs.programme, letter) : seen.classification
    return {
      mail,
      letter,
      authenticity,
      destiny: destinyOf(needs, letter, classification, facts, forged, authenticity),
    }
  })
}

/**
 * The same letter once more has no effect of its own. But a copy whose sender was doubted, because a forwarding server or a forger
 * was faster, must not swallow the true one: what the doubt kept back is made up for (confirmSenders.ts).
 */
function copyOf(known: EarlierCopy, letter: Letter, authenticity: Authenticity | null): Destiny {
  const { id, ticketId } = known
  if (known.authenticity === 'fail' && authenticity === 'pass' && !isForged(letter, authenticity))
    return {
      kind: 'duplicate',
      reason: 'Derselbe Brief lag schon vor, mit nicht bestätigtem Absender. Diese Zustellung bestätigt ihn.',
      ticketId,
      confirms: id,
    }
  return { kind: 'duplicate', reason: 'Derselbe Brief liegt schon vor.', ticketId }
}

/** A From with several addresses proves none of them, whatever was checked. */
function isForged(letter: Letter, authenticity: Authenticity | null): boolean {
  return authenticity === 'fail' || namesSeveralSenders(letter.headers.from ?? '')
}

function placed(needs: DecideNeeds, letter: Letter, facts: ThreadFacts, forgedSender: boolean): Placement {
  return placeInThread(
    letter,
    tokensIn(letter, needs.secret, needs.programme.id),
    facts,
    needs.programme.profile.nummern_praefix,
    { forgedSender },
  )
}

function destinyOf(
  needs: DecideNeeds,
  letter: Letter,
  classification: Classification,
  facts: ThreadFacts,
  forged: boolean,
  authenticity: Authenticity | null,
): Destiny {
  // The signature proves it. The sender alone does not: a colleague may write to the shared mailbox from itself.
  if (letter.messageId && isOwnLetter(needs.secret, needs.programme.id, letter.messageId))
    return { kind: 'automatic', reason: 'eigener Brief, der zurückkam' }
  const automatic = automaticReason(letter, [...needs.ownAddresses])
  // A machine may carry a person's words: with a hint at a child in danger it is put before a person all the same (K1).
  if (automatic)
    return classification.urgentChildProtection
      ? { kind: 'ticket', classification, match: null }
      : automaticDestiny(letter, automatic, authenticity)
  const thread = placed(needs, letter, facts, forged)
  if (thread.kind === 'new') return { kind: 'ticket', classification, match: thread.match }
  const { ticketId } = thread
  if (classAfter(facts.byId.get(ticketId)!.dataClass, dataClassOf(classification)) === 'separate')
    return { kind: 'ticket', classification, match: { ticketId, reason: forOthers } }
  return { kind: 'followup', ticketId, classification }
}

/**
 * Reports come with an empty return path and often unsigned: what is only unknown counts. One that is certainly not from the
 * server that it names says nothing about our letters.
 */
function automaticDestiny(letter: Letter, reason: string, authenticity: Authenticity | null): Destiny {
  const report = deliveryReport(letter)
  if (report && authenticity === 'fail')
    return { kind: 'automatic', reason: `${reason}; Absender nicht bestätigt, der Bericht zählt nicht` }
  return { kind: 'automatic', reason, report }
}

/** Why a letter that answers a Vorgang has one of its own. */
export const forOthers =
  'Antwort auf einen Brief dieses Vorgangs, aber für andere zuständige Stellen bestimmt'

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
