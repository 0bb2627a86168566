import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { bothSettled } from '../src/chat/twoTickets.ts'
import { rejectMatch } from '../src/flows/tickets/rejectMatch.ts'
import { notJoined } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang trennen',
  aliases: ['zuordnung ablehnen', 'zuordnung verwerfen'],
  summary: 'Sagt, dass ein Vorgang nicht zu dem anderen gehört',
  help:
    'Wo „Gehört vielleicht zu …“ steht, entscheidet damit ein Mensch, dass es nicht so ist; der Hinweis verschwindet. ' +
    'Was einmal zugeordnet wurde, bleibt zusammen.',
  intent: 'ticket_separate',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    other: { kind: 'ticket', label: 'von Vorgangsnummer', required: true, keys: ['von', 'und'] },
  },
  permission: staff,
  changes: true,
  examples: [{ input: 'vorgang trennen KA-14 von KA-17', shows: 'Zwischen beiden steht kein Hinweis' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, wanted, context) {
    const both = await bothSettled(needs, wanted, context)
    if ('refusal' in both) return both.refusal
    const { ticket, other, sight } = both
    if (ticket.id === other.id) return unchangedReply(ticket, sight, notJoined.one, context)
    const done = await rejectMatch(needs, ticket, other, context.person.id)
    return done
      ? changedReply(
          needs,
          ticket,
          sight,
          `${ticket.number} gehört nicht zu ${other.number}.`,
          context,
          false,
        )
      : unchangedReply(ticket, sight, notJoined.noMatch, context)
  },
})
