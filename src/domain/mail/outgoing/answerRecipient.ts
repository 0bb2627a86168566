import { domainOf, isMailAddress, isMailSystem, isNoReply, sameMailbox } from '../addresses.ts'
import type { Authenticity } from '../sender/authenticity.ts'
import { isPublicProvider } from './publicProviders.ts'

/** What is known of the letter that is answered. */
export interface AnsweredLetter {
  fromAddress: string
  /** The one other address that it asks answers to; null: none or several. */
  replyTo: string | null
  authenticity: Authenticity | null
}

type AnswerRecipient =
  | {
      kind: 'to'
      address: string
      /** What the person who sends must know, German; null: nothing, it goes to the sender. `note` may name addresses. */
      note: string | null
    }
  /** German sentence. */
  | { kind: 'nobody'; why: string }

/**
 * Whom an answer goes to: the sender. Reply-To (RFC 5322 section 3.6.2) is followed within the sender's own domain, and where
 * nobody reads at the sender's address, as with contact forms; elsewhere, and where anybody can have an address of the same
 * domain, it would let a forger direct our answer to somebody else. A sender that is certainly forged gets none.
 */
function answerRecipient(letter: AnsweredLetter, isOurs: (address: string) => boolean): AnswerRecipient {
  const { fromAddress: from, replyTo, authenticity } = letter
  if (authenticity === 'fail')
    return {
      kind: 'nobody',
      why: 'Der Brief ist nachweislich nicht von der Adresse, die er nennt. Eine Antwort käme bei jemand anderem an; bitte wählen Sie einen anderen Weg.',
    }
  const other = replyTo && takesLetters(replyTo) && !isOurs(replyTo) ? replyTo : null
  if (isMailAddress(from) && isOurs(from))
    return {
      kind: 'nobody',
      why: 'Der Brief kommt aus dem eigenen Postfach; da ist niemand, dem zu antworten wäre.',
    }
  if (!takesLetters(from))
    return other
      ? {
          kind: 'to',
          address: other,
          note: `Der Absender (${from || 'ohne Adresse'}) nimmt keine Antworten an; die Antwort geht an die Adresse, die der Brief dafür nennt.`,
        }
      : {
          kind: 'nobody',
          why: 'Der Absender nimmt keine Antworten an, und eine andere Adresse nennt der Brief nicht.',
        }
  if (!other || sameMailbox(other, from)) return { kind: 'to', address: from, note: null }
  if (isPublicProvider(domainOf(from)) && domainOf(other) === domainOf(from))
    return {
      kind: 'to',
      address: from,
      note: `Der Brief wünscht die Antwort an ${other}. Bei diesem Anbieter kann jeder eine Adresse haben; die Antwort geht an den Absender.`,
    }
  if (domainOf(other) === domainOf(from))
    return {
      kind: 'to',
      address: other,
      note: `Absender ist ${from}; die Antwort geht an die Adresse, die der Brief dafür nennt.`,
    }
  return {
    kind: 'to',
    address: from,
    note: `Der Brief wünscht die Antwort an ${other}. Das ist eine fremde Domäne; die Antwort geht an den Absender.`,
  }
}

/** The recipient of an answer to this letter, or the German sentence why there is none. */
export function recipientOf(
  letter: AnsweredLetter | null,
  ownAddresses: ReadonlySet<string>,
): Extract<AnswerRecipient, { kind: 'to' }> | string {
  if (!letter) return 'In diesem Vorgang ist kein Brief, der sich beantworten ließe.'
  const found = answerRecipient(letter, address => [...ownAddresses].some(own => sameMailbox(own, address)))
  return found.kind === 'to' ? found : found.why
}

function takesLetters(address: string): boolean {
  return isMailAddress(address) && !isNoReply(address) && !isMailSystem(address)
}
