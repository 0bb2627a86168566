import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { visibleTicket } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import { changeTicket } from '../src/flows/tickets/changeTicket.ts'
import { noSuchTicket, onlyReadersSettle } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang öffnen',
  aliases: ['vorgang wieder öffnen', 'wieder öffnen', 'wiedereröffnen', 'vorgang wiedereröffnen'],
  summary: 'Öffnet einen abgeschlossenen Vorgang wieder',
  help: 'Der Vorgang ist danach wieder in Bearbeitung bei der Stelle, die ihn zuletzt hatte.',
  intent: 'ticket_reopen',
  args: { ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] } },
  permission: staff,
  changes: true,
  examples: [{ input: 'vorgang öffnen KA-12', shows: 'Wieder geöffnet.' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, { ticket: wanted }, context) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    if (!maySettle(context, ticket)) return onlyReadersSettle(ticket.number)
    const result = await changeTicket(needs, ticket.id, { action: 'wieder_oeffnen' }, context.person, {
      stands: each => maySettle(context, each),
    })
    if (result.kind === 'joined') return joinedReply(result.ticket, result.into, context)
    return result.kind === 'changed'
      ? changedReply(needs, result.after, sight, 'Wieder geöffnet.', context)
      : unchangedReply(result.ticket, sight, 'Der Vorgang ist nicht abgeschlossen.', context)
  },
})
