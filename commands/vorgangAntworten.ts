import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { joinedReplyFor } from '../src/chat/joinedReply.ts'
import { draftFor, shownDraft } from '../src/chat/seen/shownDraft.ts'
import { mayBeWrittenHere, visibleTicket } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import { prepareAnswer } from '../src/flows/letters/prepareAnswer.ts'
import { answeredInThread, draftLeads, draftSentence, onlyInTheHouse } from '../src/texts/draftReplies.ts'
import { noSuchTicket, onlyReadersAnswer } from '../src/texts/ticketReplies.ts'
import { openIn } from '../src/texts/ticketWorkActions.ts'

export default defineCommand({
  name: 'vorgang antworten',
  aliases: ['antworten', 'antworte', 'vorgang beantworten', 'beantworten', 'antwort'],
  summary: 'Bereitet eine Antwort vor',
  help:
    'Schreiben Sie den Text hinter einen Doppelpunkt oder auf die Zeilen darunter; Gruß, Stelle und Vorgangsnummer kommen von ' +
    'selbst dazu. Sie sehen zuerst einen Entwurf mit Empfänger und Betreff. Verschickt wird er erst mit „entwurf senden“. Der ' +
    'Empfänger steht von da an fest.',
  intent: 'ticket_reply',
  args: {
    ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
    text: { kind: 'letter', label: 'Text der Antwort', required: true },
  },
  permission: staff,
  // Nothing leaves: what was prepared is confirmed by a command of its own.
  changes: false,
  examples: [
    {
      input: 'vorgang antworten KA-17: Guten Tag, der Start ist für den 01.08.2025 geplant.',
      shows: 'Noch ist nichts verschickt.',
    },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'correspondence' | 'workplaceUrl'>,
    { ticket: wanted, text },
    context,
  ) {
    const found = await visibleTicket(needs, wanted, context)
    if (!found) return noSuchTicket(wanted.number)
    const { ticket } = found
    if (!maySettle(context, ticket)) return onlyReadersAnswer(ticket.number)
    if (ticket.source === 'chat') return answeredInThread(ticket.number)
    if (!mayBeWrittenHere(context, ticket.dataClass))
      return onlyInTheHouse(ticket.number, openIn(needs.workplaceUrl, ticket.number))
    const joined = ticket.state === 'abgeschlossen' && (await joinedReplyFor(needs, ticket, context))
    if (joined) return joined
    const prepared = await prepareAnswer(needs, ticket.id, { text }, context.person.id)
    if (prepared.kind === 'refused') return draftSentence(prepared.why)
    const draft = await draftFor(needs, prepared.draftId, context)
    return draft ? shownDraft(needs, draft, draftLeads.prepared, context) : noSuchTicket(wanted.number)
  },
})
