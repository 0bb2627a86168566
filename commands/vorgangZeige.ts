import { type Context, defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { sightFor, visibleTicket } from '../src/chat/sight.ts'
import { ticketActions } from '../src/chat/ticketActions.ts'
import { type PossibleMatch, possibleMatchesOf } from '../src/db/possibleMatches.ts'
import type { Ticket } from '../src/db/tickets.ts'
import type { Sight } from '../src/domain/ticket/visibility.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { readLetters } from '../src/flows/readLetters.ts'
import { letterBlocks } from '../src/texts/letterBlocks.ts'
import { ticketFacts, ticketTitle } from '../src/texts/ticketFacts.ts'
import { matchBlocks, noSuchTicket, ticketReply } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang zeige',
  aliases: [
    'vorgang zeigen',
    'vorgang anzeigen',
    'vorgang',
    'zeige',
    'zeig',
    'zeige vorgang',
    'zeig vorgang',
  ],
  summary: 'Zeigt einen Vorgang',
  help:
    'Zeigt Stand, Zuständigkeit, Frist, Typ, Thema und Ort. In einem Kanal stehen nie Namen, Adressen, Betreff oder ' +
    'Text. Den Brief selbst sehen Sie nur im eigenen Haus und nur, wenn Ihre Funktion ihn lesen darf; jeder Blick ' +
    'darauf wird vermerkt.',
  intent: 'ticket_show',
  args: { ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] } },
  permission: staff,
  changes: false,
  examples: [
    { input: 'vorgang zeige KA-2024-0017', shows: 'KA-2024-0017 · Schule · Zeitplan · Elmshorn' },
    { input: 'KA-17', shows: 'KA-2024-0017 · Schule · Zeitplan · Elmshorn' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now'>, { ticket: wanted }, context) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    const letters = sight === 'full' ? await readLetters(needs, ticket, context.person.id) : []
    const reply = ticketReply(
      ticketTitle(ticket, sight),
      null,
      ticketFacts(ticket, sight, dayOf(needs.now())),
      sight === 'reduced' ? [] : ticketActions(context, ticket),
      [...matchBlocks(await matchesSeen(needs, ticket, sight, context)), ...letterBlocks(letters)],
    )
    return sight === 'full' ? { ...reply, audience: 'asker' } : reply
  },
})

/**
 * Only where both may be seen with more than their number: whoever sees the one in full would otherwise learn from it
 * what the other is about.
 */
async function matchesSeen(
  needs: Needs<'db'>,
  ticket: Ticket,
  sight: Sight,
  context: Context,
): Promise<PossibleMatch[]> {
  if (sight === 'reduced') return []
  const matches = await possibleMatchesOf(needs.db, ticket.id)
  return matches.filter(({ dataClass }) => ['metadata', 'full'].includes(sightFor(context, dataClass)))
}
