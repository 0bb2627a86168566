import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { sightFor, visibleTicket } from '../src/chat/seen/sight.ts'
import type { Ticket } from '../src/db/tickets.ts'
import { mayKnowOf, readersOf, receiverOf } from '../src/domain/ticket/receivers.ts'
import { changeTicket } from '../src/flows/tickets/changeTicket.ts'
import { notForThem, outsideNeedsReason } from '../src/texts/ticketChangeReplies.ts'
import { noSuchTicket } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang zuweisen',
  aliases: ['zuweisen', 'zuteilen', 'vorgang zuteilen'],
  summary: 'Sagt, wer für einen Vorgang zuständig ist',
  help:
    'Zuständig ist immer eine Funktion, zum Beispiel „Koordination Jugendamt“, nie eine Person mit Namen. ' +
    '„ich“ ist Ihre eigene Funktion. Der Vorgang ist danach in Bearbeitung.',
  intent: 'ticket_assign',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    assignee: {
      kind: 'person',
      label: 'zuständige Funktion',
      required: true,
      keys: ['zuständig', 'an'],
      hint: 'ich oder eine Funktion',
    },
  },
  permission: staff,
  changes: true,
  examples: [
    { input: 'vorgang zuweisen KA-17 ich', shows: 'Zuständig ist jetzt Koordination Jugendamt.' },
    {
      input: 'vorgang zuweisen KA-17 Koordination Schulamt',
      shows: 'Zuständig ist jetzt Koordination Schulamt.',
    },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'enqueue' | 'people'>,
    { ticket: wanted, assignee },
    context,
  ) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    if (assignee.kind === 'nobody')
      return unchangedReply(
        ticket,
        sight,
        'Ein Vorgang bleibt bei jemandem. Bitte nennen Sie, wer ihn bekommt.',
        context,
      )
    const owner = assignee.kind === 'me' ? context.person.name : assignee.name
    const receiver = receiverOf(needs.programme.profile, needs.people, owner)
    if (receiver.outside && assignee.kind === 'named')
      return unchangedReply(ticket, sight, outsideNeedsReason(owner), context, [
        {
          label: 'Abgeben …',
          command: `vorgang abgeben ${ticket.number} an ${owner}`,
          asks: ['reason'],
        },
      ])
    if (assignee.kind === 'named' && !mayKnowOf(receiver, ticket.dataClass))
      return unchangedReply(ticket, sight, notForThem(owner, readersOf(ticket.dataClass)), context)
    const change = { action: 'zuweisen', owner } as const
    // A letter that came in meanwhile may have raised its protection.
    const mayKnow = ({ dataClass }: Ticket) =>
      sightFor(context, dataClass) !== 'nothing' && (assignee.kind === 'me' || mayKnowOf(receiver, dataClass))
    const result = await changeTicket(needs, ticket.id, change, context.person, { stands: mayKnow })
    if (result.kind === 'not-allowed' && !mayKnow(result.ticket)) return noSuchTicket(wanted.number)
    switch (result.kind) {
      case 'changed':
        return changedReply(needs, result.after, sight, `Zuständig ist jetzt ${owner}.`, context)
      case 'unchanged':
        return unchangedReply(result.ticket, sight, `Zuständig ist schon ${owner}.`, context)
      case 'joined':
        return joinedReply(result.ticket, result.into, context)
      case 'not-allowed':
        return unchangedReply(
          result.ticket,
          sight,
          'Der Vorgang ist abgeschlossen. Zum Zuweisen bitte zuerst wieder öffnen.',
          context,
        )
    }
  },
})
