import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { sightFor } from '../src/chat/seen/sight.ts'
import { bothSettled } from '../src/chat/twoTickets.ts'
import type { Ticket } from '../src/db/tickets.ts'
import { showsAtLeast } from '../src/domain/ticket/visibility.ts'
import { joinTickets } from '../src/flows/tickets/joinTickets.ts'
import { joinQuestion, joinQuestionUnnamed, notJoined } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang zuordnen',
  aliases: ['vorgänge zusammenführen', 'vorgang zusammenführen'],
  summary: 'Führt einen Vorgang mit dem zusammen, zu dem er gehört',
  help:
    'Bestätigt, dass der erste Vorgang zum zweiten gehört. Seine Briefe und Beteiligten gehen in den zweiten über; der erste ' +
    'ist danach abgeschlossen und behält seine Nummer. Was noch zu ihm kommt, kommt in den zweiten. Das geht nur, wenn ' +
    'Sie beide lesen dürfen und dieselben Stellen für beide zuständig sind, und lässt sich nur zehn Minuten lang zurücknehmen. Steht zwischen beiden kein Hinweis, werden Sie ' +
    'zuerst gefragt; „wirklich“ dahinter bestätigt es.',
  intent: 'ticket_join',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    other: { kind: 'ticket', label: 'zu Vorgangsnummer', required: true, keys: ['zu', 'mit', 'und'] },
    sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['wirklich'] } },
  },
  permission: staff,
  changes: true,
  examples: [
    { input: 'vorgang zuordnen KA-14 zu KA-17', shows: 'Wirklich?' },
    {
      input: 'vorgang zuordnen KA-14 zu KA-17 wirklich',
      shows: 'KA-2024-0014 gehört jetzt zu KA-2024-0017.',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, { sure, ...wanted }, context) {
    const both = await bothSettled(needs, wanted, context)
    if ('refusal' in both) return both.refusal
    const { ticket, other, sight, refusedNow } = both
    if (ticket.id === other.id) return unchangedReply(ticket, sight, notJoined.one, context)
    const how = { withoutHint: sure !== null, stands: (each: Ticket) => refusedNow(each) === null }
    const result = await joinTickets(needs, ticket.id, other.id, context.person, how)
    switch (result.kind) {
      case 'joined': {
        // Its class may have risen: what this place may see of it is asked anew.
        const now = sightFor(context, result.into.dataClass)
        const lead = `${ticket.number} gehört jetzt zu ${other.number}.`
        return changedReply(needs, result.into, now === 'nothing' ? 'reduced' : now, lead, context)
      }
      case 'not-allowed':
        return refusedNow(result.ticket)! // it was refused
      case 'same':
        return unchangedReply(ticket, sight, notJoined.same(ticket.number), context, [])
      case 'moved': {
        const { number, dataClass } = result.goesOnIn
        // What it was put to may have been raised since, and must not be told of then.
        if (!showsAtLeast(sightFor(context, dataClass), 'metadata'))
          return unchangedReply(ticket, sight, notJoined.movedElsewhere(result.ticket.number), context, [])
        return unchangedReply(ticket, sight, notJoined.moved(result.ticket.number, number), context, [
          { label: `${number} zeigen`, command: `vorgang zeige ${number}` },
        ])
      }
      case 'no-hint':
        return sight === 'reduced' ? joinQuestionUnnamed() : joinQuestion(ticket.number, other.number)
      case 'other-readers':
        return unchangedReply(ticket, sight, notJoined.otherReaders(ticket.number, other.number), context)
    }
  },
})
