import { domainOf, isMailAddress, isMailSystem, isNoReply, sameMailbox, senderCount } from '../addresses.ts'
import { automaticReason, maybeAutomatic } from '../automatic/autoSubmitted.ts'
import { asksForSilence, hints, keyword } from '../automatic/machineHeaders.ts'
import type { Letter } from '../letter.ts'
import type { Authenticity } from '../sender/authenticity.ts'
import { isPublicProvider } from './publicProviders.ts'

export interface AcknowledgementContext {
  /** false for archives: nothing leaves the house. */
  live: boolean
  /** The programme's mailbox and all its aliases, also lists that lead to it. */
  ownAddresses: Iterable<string>
  /** Whether a Message-ID carries our signature (thread.ts): our own letter that came back. */
  isOurs?: (messageId: string) => boolean
  /** What was found out about the sender (authenticity.ts); null or absent: nothing. */
  authenticity?: Authenticity | null
}

export type MayAcknowledge = { yes: true; to: string } | { yes: false; why: string }

/**
 * Whether an acknowledgement may go out, and to which address; `why` is German. How often an address and a thread get
 * one is counted by the flow (at most one a day). An address that nobody proved can belong to a victim whom a forger
 * wants flooded, therefore the answer goes to the author or not at all.
 */
export function mayAcknowledge(letter: Letter, context: AcknowledgementContext): MayAcknowledge {
  const no = (why: string): MayAcknowledge => ({ yes: false, why })
  const from = letter.from.address
  const ours = (address: string) => [...context.ownAddresses].some(own => sameMailbox(own, address))

  if (!context.live) return no('Archiv: es wird nichts versandt')
  // RFC 3834 section 2: no answer to automatic messages. A list in front of our mailbox is still a list.
  const automatic = automaticReason(letter)
  if (automatic) return no(`automatische Nachricht (${automatic})`)
  if (maybeAutomatic(letter)) return no('könnte eine automatische Antwort sein')
  if (asksForSilence(letter.headers['x-auto-response-suppress']))
    return no('Absender wünscht keine automatischen Antworten')
  // A person's letter that a machine sent on: the words are a person's, but the answer would reach the machine.
  const marked = (letter.headers['auto-submitted'] ?? '').split('\n').map(keyword)
  if (hints(letter).length > 0 || marked.some(word => word !== '' && word !== 'no'))
    return no('eine Maschine hat den Brief weitergegeben')
  if (!isMailAddress(from)) return no('keine gültige Absenderadresse')
  // RFC 5322 section 3.6.2 allows several authors; which one to answer is a person's choice.
  if (senderCount(letter.headers.from ?? '') > 1) return no('mehrere Absender')
  // The answer would go to somebody who never wrote: backscatter (RFC 3834 section 7).
  if (context.authenticity === 'fail') return no('Absender nicht bestätigt')
  if (ours(from)) return no('Absender ist das eigene Postfach')
  if (letter.messageId && context.isOurs?.(letter.messageId)) return no('eigener Brief, der zurückkam')
  if (isNoReply(from) || isMailSystem(from)) return no('Absender nimmt keine Antworten an')
  return answerAddress(letter, from, ours, no)
}

/**
 * RFC 5322 section 3.6.3 sends answers to Reply-To; RFC 3834 section 4 warns of automatic ones there. It is followed only
 * within the author's own domain: elsewhere it could be a stranger, or a contact form whose author nobody has proved. Where anybody
 * can have an address the neighbour is a stranger too, whatever proves the author: then the author gets it.
 */
function answerAddress(
  letter: Letter,
  from: string,
  ours: (address: string) => boolean,
  no: (why: string) => MayAcknowledge,
): MayAcknowledge {
  const wanted = [...new Set(letter.replyTo.map(({ address }) => address))]
  if (wanted.length === 0 || (wanted.length === 1 && sameMailbox(wanted[0]!, from)))
    return { yes: true, to: from }
  if (wanted.length > 1) return no('mehrere Antwortadressen')
  const to = wanted[0]!
  if (!isMailAddress(to)) return no('keine gültige Antwortadresse')
  if (ours(to)) return no('Antwortadresse ist das eigene Postfach')
  if (isNoReply(to) || isMailSystem(to)) return no('Antwortadresse nimmt keine Antworten an')
  if (domainOf(to) !== domainOf(from)) return no('Antwortadresse weicht vom Absender ab')
  return { yes: true, to: isPublicProvider(domainOf(from)) ? from : to }
}
