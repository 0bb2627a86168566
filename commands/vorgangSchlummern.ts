import { Temporal } from 'temporal-polyfill'
import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { visibleTicket } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import { whyNoSnooze } from '../src/domain/ticket/snooze.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { changeTicket } from '../src/flows/tickets/changeTicket.ts'
import { noSnoozeText, snoozedText } from '../src/texts/ticketChangeReplies.ts'
import { noSuchTicket, onlyReadersSettle } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang schlummern',
  aliases: [
    'vorgang wiedervorlage',
    'wiedervorlage',
    'vorgang zurückstellen',
    'vorgang später',
    'schlummern',
  ],
  summary: 'Stellt einen Vorgang bis zu einem Tag zurück',
  help:
    'Bis zu diesem Tag wird nicht an ihn erinnert, und er fehlt in den Listen „bei mir“ und „überfällig“. Ein neuer Brief oder eine ' +
    'Antwort weckt ihn. Wo das Gesetz den Tag setzt (Antrag, Datenschutz, Informationszugang), geht es nur bis dahin.',
  intent: 'ticket_snooze',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    until: { kind: 'day', label: 'Tag', required: true, keys: ['bis', 'am', 'auf'] },
  },
  permission: staff,
  changes: true,
  examples: [
    { input: 'vorgang schlummern KA-17 bis 29.04.2024', shows: 'Zurückgestellt bis 29.04.2024.' },
    { input: 'wiedervorlage KA-17 am Freitag', shows: 'Zurückgestellt bis 26.04.2024.' },
    { input: 'vorgang schlummern KA-10 bis 31.05.2024', shows: 'höchstens bis Di 21.05.2024' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, { ticket: wanted, until }, context) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket, sight } = found
    // It would vanish from the lists of those who may read it.
    if (!maySettle(context, ticket)) return onlyReadersSettle(ticket.number)
    const today = dayOf(needs.now())
    const day = Temporal.PlainDate.from(until)
    const why = whyNoSnooze(ticket, day, today)
    if (why) return unchangedReply(ticket, sight, noSnoozeText(why), context)
    const result = await changeTicket(needs, ticket.id, { action: 'schlummern', until }, context.person, {
      stands: each => maySettle(context, each) && whyNoSnooze(each, day, today) === null,
    })
    switch (result.kind) {
      case 'changed':
        return changedReply(needs, result.after, sight, snoozedText(until), context)
      case 'unchanged':
        return unchangedReply(result.ticket, sight, snoozedText(until), context)
      case 'joined':
        return joinedReply(result.ticket, result.into, context)
      case 'not-allowed':
        return unchangedReply(
          result.ticket,
          sight,
          noSnoozeText(whyNoSnooze(result.ticket, day, today) ?? { kind: 'closed' }),
          context,
        )
    }
  },
})
