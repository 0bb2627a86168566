import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayBeWrittenHere, visibleTicket } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import { addNote, longestNote } from '../src/flows/tickets/addNote.ts'
import { draftSentence, onlyInTheHouse } from '../src/texts/draftReplies.ts'
import { noSuchTicket, onlyReadersAnswer } from '../src/texts/ticketReplies.ts'
import { openIn } from '../src/texts/ticketWorkActions.ts'

export default defineCommand({
  name: 'vorgang notiz',
  aliases: ['notiz', 'vorgang vermerk', 'vermerk'],
  summary: 'Schreibt eine interne Notiz zu einem Vorgang',
  help: 'Eine Notiz sehen nur Personen, die den Vorgang lesen dürfen. Sie ist kein Brief und kann keiner werden: Nach außen geht sie nie.',
  intent: 'ticket_note',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    text: { kind: 'letter', label: 'Text der Notiz', required: true },
  },
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'vorgang notiz KA-17: Rückruf ist für Donnerstag vereinbart.',
      shows: 'Interne Notiz zu KA-2024-0017',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'workplaceUrl'>, { ticket: wanted, text }, context) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket } = found
    if (!maySettle(context, ticket)) return onlyReadersAnswer(ticket.number)
    if (!mayBeWrittenHere(context, ticket.dataClass))
      return onlyInTheHouse(ticket.number, openIn(needs.workplaceUrl, ticket.number))
    if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text))
      return draftSentence('Die Notiz ist leer. Bitte schreiben Sie sie hinter den Doppelpunkt.')
    if (text.length > longestNote)
      return draftSentence(
        `Die Notiz hat ${text.length} Zeichen; möglich sind ${longestNote}. Bitte kürzen Sie sie.`,
      )
    await addNote(needs, ticket, text, context.person)
    return draftSentence(`Interne Notiz zu ${ticket.number} ist gespeichert. Nach außen geht sie nicht.`, [
      { label: 'Vorgang zeigen', command: `vorgang zeige ${ticket.number}` },
    ])
  },
})
