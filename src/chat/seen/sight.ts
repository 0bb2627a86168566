import { type Ticket, ticketByNumber } from '../../db/tickets.ts'
import { type DataClass, isInHouse, type Sight, sightIn, sightOf } from '../../domain/ticket/visibility.ts'
import type { TicketValue } from '../arguments/args.ts'
import { type Context, type Needs, staff } from '../command.ts'
import { mayUse } from '../permission.ts'
import { noteRefused } from './refusedLooks.ts'

/** What may be shown to this person in this place (D06–D08). */
export function sightFor({ viewer, place }: Pick<Context, 'viewer' | 'place'>, dataClass: DataClass): Sight {
  const { platform, level } = place
  return sightIn({ ...viewer, platform, ...(level && { level }) }, dataClass)
}

/**
 * Whether letters and notes about it may be typed in this place: their text stays where it was typed, so in a channel or a cloud
 * only where the channel may know the metadata.
 */
export function mayBeWrittenHere(context: Pick<Context, 'viewer' | 'place'>, dataClass: DataClass): boolean {
  return !protectedLeftOut(context) || sightOf('kanal', dataClass) === 'metadata'
}

/** Whether lists and figures leave out what this person may see elsewhere; then they say so. */
export function protectedLeftOut(context: Pick<Context, 'viewer' | 'place'>): boolean {
  return context.viewer.inChannel || !isInHouse(context.place.platform)
}

/**
 * Whether words that people typed may be read here: reasons, decisions, experiences, names of providers, titles of own Fristen.
 * They may hold a name, so they are for staff and stay in the house: on the workplace page and the terminal, never in a channel
 * or a cloud, direct messages included (D06–D08).
 */
export function mayReadWords(context: Pick<Context, 'viewer' | 'place' | 'person'>): boolean {
  return !protectedLeftOut(context) && mayUse(staff, context.person)
}

/** The Vorgang with what may be shown of it here; null when it does not exist or must seem not to: then the try is in the audit log. */
export async function visibleTicket(
  needs: Needs<'db' | 'programme' | 'now'>,
  wanted: TicketValue,
  context: Context,
): Promise<{ ticket: Ticket; sight: Exclude<Sight, 'nothing'> } | null> {
  const ticket = await ticketByNumber(needs.db, needs.programme.id, wanted)
  if (!ticket) return null
  const sight = sightFor(context, ticket.dataClass)
  if (sight !== 'nothing') return { ticket, sight }
  await noteRefused(needs, ticket, context.person.id)
  return null
}
