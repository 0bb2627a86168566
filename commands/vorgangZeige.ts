import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { whereItGoesOn } from '../src/chat/joinedReply.ts'
import { mayReadWords, visibleTicket } from '../src/chat/seen/sight.ts'
import { ticketActions } from '../src/chat/ticketActions.ts'
import { linksSeen } from '../src/chat/ticketLinks.ts'
import { chatMessagesOf, countChatMessages } from '../src/db/chatMessages.ts'
import { openDrafts } from '../src/db/drafts.ts'
import { notesOf } from '../src/db/internalNotes.ts'
import { answersNotLeft } from '../src/db/outgoingMails.ts'
import { joinedInto } from '../src/db/possibleMatches.ts'
import { contentAt, showsContent } from '../src/domain/disclosure/contentAt.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { readLetters, type TicketLetter } from '../src/flows/tickets/readLetters.ts'
import { contentBlocks } from '../src/texts/announcement.ts'
import { answersWaiting, draftsWaiting } from '../src/texts/draftReplies.ts'
import { letterBlocks } from '../src/texts/letters/letterBlocks.ts'
import { noteBlocks } from '../src/texts/noteBlocks.ts'
import { talkBlocks, talkFacts } from '../src/texts/talkBlocks.ts'
import { ticketFacts, ticketTitle } from '../src/texts/ticketFacts.ts'
import { noSuchTicket, ticketReply } from '../src/texts/ticketReplies.ts'

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
    'Zeigt Stand, Zuständigkeit, Frist, Typ, Thema und Ort. Den Brief selbst sehen Sie im eigenen Haus, wenn Ihre Funktion ' +
    'ihn lesen darf; jeder Blick darauf wird vermerkt. In einem Kanal und in einem Cloud-Dienst stehen nie Namen, ' +
    'Adressen, Betreff oder Text, solange Ihre Verwaltung dort nicht mehr freigegeben hat.',
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
    // An excerpt is a look at the letters too, and is written down like one.
    const read = showsContent(sight) ? await readLetters(needs, ticket, context.person.id) : []
    const letters = sight === 'full' ? read : []
    const excerpt = sight === 'excerpt' ? contentAt(sight, newestIn(read), needs.programme) : null
    // Read after the look was written down.
    const talk = sight === 'full' ? await chatMessagesOf(needs.db, ticket.id) : []
    const talked = sight === 'full' || sight === 'reduced' ? 0 : await countChatMessages(needs.db, ticket.id)
    // Notes are what staff tell each other: they stay in the house, whatever the level of a cloud.
    const notes = sight === 'full' && mayReadWords(context) ? await notesOf(needs.db, ticket.id) : []
    const drafts = sight === 'full' ? await openDrafts(needs.db, ticket.id) : []
    const links = await linksSeen(needs, ticket, sight, context)
    const waiting = sight === 'full' ? await answersNotLeft(needs.db, ticket.id) : []
    const into = ticket.state === 'abgeschlossen' ? await joinedInto(needs.db, ticket.id) : null
    const own = into ? whereItGoesOn(ticket, into, context).actions : ticketActions(context, ticket)
    const reply = ticketReply(
      ticketTitle(ticket, sight),
      null,
      [...ticketFacts(ticket, sight, dayOf(needs.now())), ...links.facts, ...talkFacts(talked)],
      sight === 'reduced' ? [] : [...own, ...links.actions],
      [
        ...links.blocks,
        ...answersWaiting(waiting),
        ...draftsWaiting(drafts.map(draft => draft.id)),
        ...noteBlocks(notes),
        ...talkBlocks(talk),
        ...(excerpt ? contentBlocks(excerpt) : []),
        ...letterBlocks(letters),
      ],
    )
    return showsContent(sight) ? { ...reply, audience: 'asker' } : reply
  },
})

function newestIn(letters: readonly TicketLetter[]): TicketLetter | null {
  return letters.findLast(each => each.direction === 'in') ?? null
}
