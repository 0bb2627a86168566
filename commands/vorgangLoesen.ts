import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { bothSeen } from '../src/chat/twoTickets.ts'
import type { Ticket } from '../src/db/tickets.ts'
import { linkTickets } from '../src/flows/tickets/linkTickets.ts'

export default defineCommand({
  name: 'vorgang lösen',
  aliases: ['verknüpfung lösen', 'verknüpfung aufheben'],
  summary: 'Nimmt die Verknüpfung zweier Vorgänge weg',
  help: 'Das Gegenstück zu „vorgang verknüpfen“. An den Briefen ändert sich nichts.',
  intent: 'ticket_unlink',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    other: { kind: 'ticket', label: 'von Vorgangsnummer', required: true, keys: ['von', 'und', 'mit'] },
  },
  permission: staff,
  changes: true,
  examples: [{ input: 'vorgang lösen KA-17 von KA-14', shows: 'Die beiden sind nicht verknüpft.' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, wanted, context) {
    const both = await bothSeen(needs, wanted, context)
    if ('refusal' in both) return both.refusal
    const { ticket, other, sight, refusedNow } = both
    const pair = [ticket.id, other.id] as const
    const stands = (each: Ticket) => refusedNow(each) === null
    const result = await linkTickets(needs, pair, false, context.person.id, stands)
    if (result.kind === 'not-allowed') return refusedNow(result.ticket)! // it was refused
    return result.kind === 'changed'
      ? changedReply(
          needs,
          result.ticket,
          sight,
          `${ticket.number} ist nicht mehr mit ${other.number} verknüpft.`,
          context,
        )
      : unchangedReply(ticket, sight, 'Die beiden sind nicht verknüpft.', context)
  },
})
