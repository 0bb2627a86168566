import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { visibleTicket } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import { changeTicket } from '../src/flows/tickets/changeTicket.ts'
import { noSuchTicket, onlyReadersSettle } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang abschließen',
  aliases: [
    'abschließen',
    'schließen',
    'schließe',
    'vorgang schließen',
    'vorgang erledigt',
    'erledigt',
    'zumachen',
    'vorgang beenden',
  ],
  summary: 'Schließt einen Vorgang ab',
  help:
    'Abschließen darf, wer den Vorgang lesen darf. Schreibt die Absenderin oder der Absender noch einmal, ' +
    'geht der Vorgang von selbst wieder auf.',
  intent: 'ticket_close',
  args: { ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] } },
  permission: staff,
  changes: true,
  examples: [{ input: 'vorgang abschließen KA-17', shows: 'Abgeschlossen.' }],
  async run(needs: Needs<'db' | 'programme' | 'now'>, { ticket: wanted }, context) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    if (!maySettle(context, ticket)) return onlyReadersSettle(ticket.number)
    const result = await changeTicket(needs, ticket.id, { action: 'abschliessen' }, context.person.id)
    if (result.kind === 'joined') return joinedReply(result.ticket, result.into, context)
    return result.kind === 'changed'
      ? changedReply(needs, result.after, sight, 'Abgeschlossen.', context)
      : unchangedReply(result.ticket, sight, 'Der Vorgang ist schon abgeschlossen.', context)
  },
})
