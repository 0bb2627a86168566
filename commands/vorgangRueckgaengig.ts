import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { noteRefused } from '../src/chat/seen/refusedLooks.ts'
import { sightFor } from '../src/chat/seen/sight.ts'
import { changeToUndo } from '../src/flows/tickets/changeToUndo.ts'
import { undoChange } from '../src/flows/tickets/undoChange.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { notUndone, undoneText } from '../src/texts/ticketChangeReplies.ts'
import { noSuchTicket } from '../src/texts/ticketReplies.ts'

export default defineCommand({
  name: 'vorgang rückgängig',
  aliases: ['rückgängig', 'rückgängig machen', 'undo'],
  summary: 'Nimmt Ihre letzte Änderung an einem Vorgang zurück',
  help:
    'Das geht zehn Minuten lang, solange danach nichts mehr am Vorgang geschehen ist: übernehmen, zuweisen, abgeben, zurückstellen, ' +
    'einordnen, abschließen, öffnen, verknüpfen und zusammenführen. Ein verschickter Brief lässt sich nicht zurückholen. Ohne ' +
    'Nummer ist Ihre letzte Änderung gemeint.',
  intent: 'undo',
  args: { ticket: { kind: 'ticket', label: 'Vorgangsnummer', keys: ['vorgang', 'nr'] } },
  permission: staff,
  changes: true,
  examples: [
    { input: 'rückgängig', shows: 'Von Ihnen gibt es keine Änderung der letzten zehn Minuten' },
    { input: 'vorgang rückgängig KA-17', shows: 'Von Ihnen gibt es keine Änderung der letzten zehn Minuten' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, { ticket: wanted }, context) {
    const found = await changeToUndo(needs, wanted, context.person.id)
    if (found.kind === 'no-ticket') return noSuchTicket(wanted?.number ?? '')
    if (found.ticket && sightFor(context, found.ticket.dataClass) === 'nothing') {
      await noteRefused(needs, found.ticket, context.person.id)
      return noSuchTicket(found.ticket.number)
    }
    if (!found.ticket || found.changeId === null) return draftSentence(notUndone.nothing)
    const result = await undoChange(needs, found.changeId, context.person)
    if (result.kind === 'refused') {
      const sight = sightFor(context, found.ticket.dataClass)
      return sight === 'nothing' || sight === 'reduced'
        ? draftSentence(notUndone[result.why])
        : unchangedReply(found.ticket, sight, notUndone[result.why], context)
    }
    const sight = sightFor(context, result.ticket.dataClass)
    return sight === 'nothing'
      ? draftSentence(undoneText(result.action))
      : changedReply(needs, result.ticket, sight, undoneText(result.action), context, false)
  },
})
