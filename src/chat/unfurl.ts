import { ticketByNumber } from '../db/tickets.ts'
import { readTicketNumber } from '../domain/ticket/number.ts'
import { isInHouse, sightOf } from '../domain/ticket/visibility.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Place } from '../reply/incoming.ts'
import type { Reply } from '../reply/reply.ts'
import { ticketFacts, ticketTitle } from '../texts/ticketFacts.ts'
import { ticketReply } from '../texts/ticketReplies.ts'
import type { Needs } from './command.ts'

/**
 * What a link to a Vorgang may show beside it: what a channel may know, whoever wrote the link, because nobody knows who reads it. null for every other
 * address, for what does not exist and for what no channel may know; the three cannot be told apart.
 */
export async function unfurlReply(
  needs: Needs<'db' | 'programme' | 'now' | 'workplaceUrl'>,
  link: string,
  place: Place,
): Promise<Reply | null> {
  const number = numberIn(needs, link)
  if (!number || isInHouse(place.platform)) return null
  const ticket = await ticketByNumber(needs.db, needs.programme.id, number)
  const sight = ticket && sightOf('kanal', ticket.dataClass)
  if (!ticket || !sight || sight === 'nothing') return null
  const shown = sight === 'full' ? 'metadata' : sight
  return ticketReply(ticketTitle(ticket, shown), null, ticketFacts(ticket, shown, dayOf(needs.now())), [])
}

/** The number in an address of our own workplace, "https://kla.example/vorgang/KA-2024-0017". */
function numberIn(
  { programme, workplaceUrl }: Needs<'programme' | 'workplaceUrl'>,
  link: string,
): { year: number; seq: number } | null {
  if (!workplaceUrl || !URL.canParse(link)) return null
  const base = new URL(workplaceUrl)
  const url = new URL(link)
  const begin = `${base.pathname.replace(/\/+$/, '')}/vorgang/`
  if (url.origin !== base.origin || !url.pathname.startsWith(begin)) return null
  const typed = url.pathname.slice(begin.length).replace(/\/$/, '')
  // The whole number only: which year is meant may not hang on the day on which somebody looks.
  return /^[A-Z]+-\d{4}-\d+$/i.test(typed)
    ? readTicketNumber(typed, programme.profile.nummern_praefix, 0)
    : null
}
