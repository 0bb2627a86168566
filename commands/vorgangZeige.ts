import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { whereItGoesOn } from '../src/chat/joinedReply.ts'
import { visibleTicket } from '../src/chat/seen/sight.ts'
import { ticketActions } from '../src/chat/ticketActions.ts'
import { linksSeen } from '../src/chat/ticketLinks.ts'
import { chatMessagesOf, countChatMessages } from '../src/db/chatMessages.ts'
import { openDrafts } from '../src/db/drafts.ts'
import { notesOf } from '../src/db/internalNotes.ts'
import { answersNotLeft } from '../src/db/outgoingMails.ts'
import { joinedInto } from '../src/db/possibleMatches.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { readLetters } from '../src/flows/tickets/readLetters.ts'
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
    // Read after the look was written down.
    const talk = sight === 'full' ? await chatMessagesOf(needs.db, ticket.id) : []
    const talked = sight === 'full' || sight === 'reduced' ? 0 : await countChatMessages(needs.db, ticket.id)
    const notes = sight === 'full' ? await notesOf(needs.db, ticket.id) : []
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
        ...letterBlocks(letters),
      ],
    )
    return sight === 'full' ? { ...reply, audience: 'asker' } : reply
  },
})
