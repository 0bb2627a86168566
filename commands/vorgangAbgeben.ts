import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { mayBeWrittenHere, visibleTicket } from '../src/chat/seen/sight.ts'
import { mayReceive, readersOf, receiverOf } from '../src/domain/ticket/receivers.ts'
import { handOver } from '../src/flows/tickets/handOver.ts'
import { onlyInTheHouse } from '../src/texts/draftReplies.ts'
import { notForThem } from '../src/texts/ticketChangeReplies.ts'
import { noSuchTicket } from '../src/texts/ticketReplies.ts'
import { openIn } from '../src/texts/ticketWorkActions.ts'

export default defineCommand({
  name: 'vorgang abgeben',
  aliases: ['abgeben', 'vorgang übergeben', 'übergeben', 'vorgang weitergeben', 'weitergeben'],
  summary: 'Gibt einen Vorgang an eine andere Stelle ab',
  help:
    'Die Zuständigkeit wechselt, und der Grund steht als interne Notiz im Vorgang. Gehört die Stelle zur eigenen Verwaltung, ist der ' +
    'Vorgang danach in Bearbeitung bei ihr; sonst ist er „abgegeben“. Was geschützt ist, bekommt nur, wer es lesen darf. Verschickt wird dabei nichts.',
  intent: 'ticket_assign',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    assignee: {
      kind: 'person',
      label: 'neue zuständige Stelle',
      required: true,
      outside: true,
      keys: ['an', 'zuständig'],
      hint: 'eine Funktion wie Koordination Schulamt, oder Schulträger, anderes Jugendamt, anderes Amt, Ministerium',
    },
    reason: { kind: 'clause', label: 'Grund', required: true, keys: ['grund'], keysOnly: true },
  },
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'vorgang abgeben KA-17 an Koordination Schulamt grund: Stundenplan ist Sache der Schulaufsicht',
      shows: 'Abgegeben an Koordination Schulamt.',
    },
    {
      input: 'vorgang abgeben KA-14 an Schulträger grund: betrifft den Haushalt der Stadt',
      shows: 'Stand        abgegeben',
    },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'enqueue' | 'people' | 'workplaceUrl'>,
    { ticket: wanted, assignee, reason },
    context,
  ) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    if (assignee.kind !== 'named' || assignee.name === context.person.name)
      return unchangedReply(
        ticket,
        sight,
        'Bitte nennen Sie, wer den Vorgang bekommt; mit „vorgang übernehmen“ nehmen Sie ihn selbst.',
        context,
      )
    if (!/[\p{L}\p{N}]/u.test(reason))
      return unchangedReply(ticket, sight, 'Bitte nennen Sie den Grund in Worten.', context)
    const receiver = receiverOf(needs.programme.profile, needs.people, assignee.name)
    if (!mayReceive(receiver, ticket.dataClass))
      return unchangedReply(ticket, sight, notForThem(receiver.name, readersOf(ticket.dataClass)), context)
    if (!mayBeWrittenHere(context, ticket.dataClass))
      return onlyInTheHouse(ticket.number, openIn(needs.workplaceUrl, ticket.number))
    const result = await handOver(needs, ticket.id, receiver, reason, context.person)
    switch (result.kind) {
      case 'changed':
        return changedReply(needs, result.after, sight, `Abgegeben an ${receiver.name}.`, context)
      case 'unchanged':
        return unchangedReply(result.ticket, sight, `Zuständig ist schon ${receiver.name}.`, context)
      case 'joined':
        return joinedReply(result.ticket, result.into, context)
      case 'not-allowed':
        return unchangedReply(
          result.ticket,
          sight,
          result.ticket.state === 'abgeschlossen'
            ? 'Der Vorgang ist abgeschlossen. Zum Abgeben bitte zuerst wieder öffnen.'
            : notForThem(receiver.name, readersOf(result.ticket.dataClass)),
          context,
        )
    }
  },
})
