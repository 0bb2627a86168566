import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { draftFor } from '../src/chat/seen/shownDraft.ts'
import { draftNumber, readDraftNumber } from '../src/domain/mail/outgoing/draftNumber.ts'
import { discardAnswer } from '../src/flows/letters/discardAnswer.ts'
import { draftSentence, noDraftNumber, noSuchDraft, notDroppedWords } from '../src/texts/draftReplies.ts'

export default defineCommand({
  name: 'entwurf verwerfen',
  aliases: ['verwirf entwurf', 'entwurf löschen'],
  summary: 'Verwirft eine vorbereitete Antwort',
  help: 'Danach lässt sich der Entwurf nicht mehr verschicken.',
  intent: 'draft_discard',
  args: { draft: { kind: 'text', label: 'Nummer des Entwurfs', required: true, hint: 'E-5' } },
  permission: staff,
  changes: true,
  examples: [{ input: 'entwurf verwerfen E-5', shows: 'Einen Entwurf E-5 gibt es nicht' }],
  async run(needs: Needs<'db' | 'programme' | 'now'>, { draft: typed }, context) {
    const id = readDraftNumber(typed)
    if (id === null) return noDraftNumber()
    const found = await draftFor(needs, id, context)
    if (!found) return noSuchDraft(draftNumber(id))
    const flow = { db: needs.db, now: needs.now, programmeId: needs.programme.id }
    const done = await discardAnswer(flow, id, context.person.id)
    const state = found.draft.state === 'open' ? 'sent' : found.draft.state
    return draftSentence(
      done
        ? `Der Entwurf ${draftNumber(id)} ist verworfen.`
        : `Der Entwurf ${draftNumber(id)} ${notDroppedWords[state]}`,
    )
  },
})
