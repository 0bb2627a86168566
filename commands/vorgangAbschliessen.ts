import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { lineOf } from '../src/chat/commandLine.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { mayBeWrittenHere, visibleTicket } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import type { Ticket } from '../src/db/tickets.ts'
import { changeTicket } from '../src/flows/tickets/changeTicket.ts'
import { onlyInTheHouse } from '../src/texts/draftReplies.ts'
import { closeQuestion } from '../src/texts/ticketChangeReplies.ts'
import { noSuchTicket, onlyReadersSettle } from '../src/texts/ticketReplies.ts'
import { openIn } from '../src/texts/ticketWorkActions.ts'

const name = 'vorgang abschließen'
const args = {
  ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
  reason: { kind: 'clause', label: 'Grund', keys: ['grund'], keysOnly: true },
  sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['wirklich'] } },
} as const

export default defineCommand({
  name,
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
    'geht der Vorgang von selbst wieder auf. Ein Grund steht danach als interne Notiz im Vorgang. Wo ein Kind in Gefahr sein könnte, ' +
    'schließt nur der ASD ab; „wirklich“ dahinter bestätigt, dass eine Fachkraft den Hinweis eingeschätzt hat.',
  intent: 'ticket_close',
  args,
  permission: staff,
  changes: true,
  examples: [
    { input: 'vorgang abschließen KA-17', shows: 'Abgeschlossen.' },
    { input: 'vorgang abschließen KA-17 grund: telefonisch geklärt', shows: 'Abgeschlossen.' },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'enqueue' | 'workplaceUrl'>,
    { ticket: wanted, reason, sure },
    context,
  ) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    if (!maySettle(context, ticket)) return onlyReadersSettle(ticket.number)
    if (reason && !mayBeWrittenHere(context, ticket.dataClass))
      return onlyInTheHouse(ticket.number, openIn(needs.workplaceUrl, ticket.number))
    const confirmed = (each: Ticket) => each.dataClass !== 'kindeswohl' || sure !== null
    if (!confirmed(ticket) && ticket.state !== 'abgeschlossen') {
      const line = lineOf({ name, args }, { ticket: wanted, reason, sure: 'ja' })
      return closeQuestion(ticket.number, line)
    }
    const change = { action: 'abschliessen', reason } as const
    // A letter that came in meanwhile may have raised its protection.
    const stands = (each: Ticket) => maySettle(context, each) && confirmed(each)
    const result = await changeTicket(needs, ticket.id, change, context.person, { stands })
    if (result.kind === 'not-allowed' && !stands(result.ticket)) return onlyReadersSettle(ticket.number)
    if (result.kind === 'joined') return joinedReply(result.ticket, result.into, context)
    return result.kind === 'changed'
      ? changedReply(needs, result.after, sight, 'Abgeschlossen.', context)
      : unchangedReply(result.ticket, sight, 'Der Vorgang ist schon abgeschlossen.', context)
  },
})
