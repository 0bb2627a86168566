import { type ChatNeeds, defineCommand, staff } from '../src/chat/command.ts'
import { draftFor, shownDraft } from '../src/chat/seen/shownDraft.ts'
import { draftNumber, readDraftNumber } from '../src/domain/mail/outgoing/draftNumber.ts'
import {
  draftLeads,
  draftSentence,
  noDraftNumber,
  noSuchDraft,
  settledWords,
} from '../src/texts/draftReplies.ts'
import entwuerfe from './entwuerfe.ts'

export default defineCommand({
  name: 'entwurf zeigen',
  aliases: ['entwurf', 'entwurf zeige', 'entwurf anzeigen', 'zeige entwurf'],
  summary: 'Zeigt den Entwurf einer Antwort',
  help: 'Empfänger, Betreff und Text stehen nur im eigenen Haus da, nie in einem Kanal und bei keinem Chat-Dienst.',
  intent: 'draft_show',
  args: { draft: { kind: 'text', label: 'Nummer des Entwurfs', hint: 'E-5; ohne Nummer alle offenen' } },
  permission: staff,
  changes: false,
  examples: [{ input: 'entwurf zeigen E-5', shows: 'Einen Entwurf E-5 gibt es nicht' }],
  async run(needs: ChatNeeds, { draft: typed }, context) {
    if (typed === null) return entwuerfe.run(needs, { page: null }, context)
    const id = readDraftNumber(typed)
    if (id === null) return noDraftNumber()
    const found = await draftFor(needs, id, context)
    if (!found) return noSuchDraft(draftNumber(id))
    const { state } = found.draft
    return state === 'open'
      ? shownDraft(needs, found, draftLeads.open, context)
      : draftSentence(`Der Entwurf ${draftNumber(id)} ${settledWords[state]}`)
  },
})
