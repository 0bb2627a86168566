import { changedReply } from '../src/chat/changeReplies.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { draftFor, shownDraft } from '../src/chat/seen/shownDraft.ts'
import { mayBeWrittenHere, sightFor } from '../src/chat/seen/sight.ts'
import { draftNumber, readDraftNumber } from '../src/domain/mail/outgoing/draftNumber.ts'
import { sendAnswer } from '../src/flows/letters/sendAnswer.ts'
import {
  draftLeads,
  draftSentence,
  noDraftNumber,
  noSuchDraft,
  onlyInTheHouse,
  settledWords,
} from '../src/texts/draftReplies.ts'

export default defineCommand({
  name: 'entwurf senden',
  aliases: ['entwurf sende', 'sende entwurf', 'entwurf abschicken', 'entwurf verschicken'],
  summary: 'Verschickt eine vorbereitete Antwort',
  help:
    'Die Antwort geht einmal hinaus, so wie der Entwurf sie zeigt, und der Vorgang ist danach beantwortet. Ist seit dem Entwurf ' +
    'ein neuer Brief gekommen, werden Sie noch einmal gefragt.',
  intent: 'draft_send',
  args: { draft: { kind: 'text', label: 'Nummer des Entwurfs', required: true, hint: 'E-5' } },
  permission: staff,
  changes: true,
  examples: [{ input: 'entwurf senden E-5', shows: 'Einen Entwurf E-5 gibt es nicht' }],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'enqueue' | 'correspondence'>,
    { draft: typed },
    context,
  ) {
    const id = readDraftNumber(typed)
    if (id === null) return noDraftNumber()
    const found = await draftFor(needs, id, context)
    if (!found) return noSuchDraft(draftNumber(id))
    if (!mayBeWrittenHere(context, found.ticket.dataClass)) return onlyInTheHouse(found.ticket.number)
    const result = await sendAnswer(needs, id, context.person.id)
    switch (result.kind) {
      case 'no-such-draft':
        return noSuchDraft(draftNumber(id))
      case 'settled':
        return draftSentence(`Der Entwurf ${draftNumber(id)} ${settledWords[result.state]}`)
      case 'refused':
        return draftSentence(result.why)
      case 'something-new':
        return shownDraft(needs, found, draftLeads.somethingNew, context)
      case 'on-its-way': {
        const sight = sightFor(context, result.ticket.dataClass)
        const lead = `Die Antwort ${draftNumber(id)} ist auf dem Weg.`
        return sight === 'nothing'
          ? draftSentence(lead)
          : changedReply(needs, result.ticket, sight, lead, context)
      }
    }
  },
})
