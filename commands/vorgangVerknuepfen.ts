import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { bothSeen } from '../src/chat/twoTickets.ts'
import type { Ticket } from '../src/db/tickets.ts'
import { linkTickets } from '../src/flows/tickets/linkTickets.ts'
import { notJoined } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang verknüpfen',
  aliases: ['verknüpfen', 'vorgänge verknüpfen'],
  summary: 'Verknüpft zwei Vorgänge, die miteinander zu tun haben',
  help:
    'Jeder behält seine Briefe und seine Nummer; in jedem steht die Nummer des anderen, aber nur dort, wo man beide sehen darf. ' +
    'Gehören sie ganz zusammen, nehmen Sie „vorgang zuordnen“.',
  intent: 'ticket_link',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    other: { kind: 'ticket', label: 'mit Vorgangsnummer', required: true, keys: ['mit', 'und'] },
  },
  permission: staff,
  changes: true,
  examples: [
    { input: 'vorgang verknüpfen KA-17 mit KA-14', shows: 'KA-2024-0017 ist mit KA-2024-0014 verknüpft.' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, wanted, context) {
    const both = await bothSeen(needs, wanted, context)
    if ('refusal' in both) return both.refusal
    const { ticket, other, sight, refusedNow } = both
    if (ticket.id === other.id) return unchangedReply(ticket, sight, notJoined.one, context)
    const pair = [ticket.id, other.id] as const
    const stands = (each: Ticket) => refusedNow(each) === null
    const result = await linkTickets(needs, pair, true, context.person.id, stands)
    if (result.kind === 'not-allowed') return refusedNow(result.ticket)! // it was refused
    return result.kind === 'changed'
      ? changedReply(
          needs,
          result.ticket,
          sight,
          `${ticket.number} ist mit ${other.number} verknüpft.`,
          context,
        )
      : unchangedReply(ticket, sight, 'Die beiden sind schon verknüpft.', context)
  },
})
