import { Temporal } from 'temporal-polyfill'
import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { sightFor } from '../src/chat/seen/sight.ts'
import { maySettle } from '../src/chat/ticketActions.ts'
import { allOpenDrafts } from '../src/db/drafts.ts'
import { showsAtLeast } from '../src/domain/ticket/visibility.ts'
import { functionsOfAccounts } from '../src/flows/people/functionsOfAccounts.ts'
import { draftListReply } from '../src/texts/draftReplies.ts'
import { isoInstant } from '../src/texts/ticketFacts.ts'

const name = 'entwürfe'
const args = { page: pageArg } as const

export default defineCommand({
  name,
  aliases: ['entwurf liste', 'entwürfe liste', 'entwürfe zeigen', 'zeige entwürfe', 'offene entwürfe'],
  summary: 'Listet vorbereitete Antworten, die noch nicht verschickt sind',
  help: 'Zeigt Nummer, Vorgang, Alter und wer die Antwort vorbereitet hat; nur zu Vorgängen, die Sie lesen dürfen. Text und Empfänger stehen hier nicht.',
  intent: 'draft_list',
  args,
  permission: staff,
  changes: false,
  examples: [{ input: 'entwürfe', shows: 'Kein Entwurf wartet.' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'people'>, said, context) {
    const drafts = await allOpenDrafts(needs.db, needs.programme.id)
    const seen = drafts.filter(
      ({ ticket }) =>
        showsAtLeast(sightFor(context, ticket.dataClass), 'metadata') && maySettle(context, ticket),
    )
    const authors = await functionsOfAccounts(
      needs,
      seen.map(({ draft }) => draft.author),
    )
    return draftListReply(
      seen.map(({ draft, ticket }) => ({
        id: draft.id,
        ticket: ticket.number,
        author: draft.author === context.person.id ? 'Ihnen' : (authors.get(draft.author) ?? null),
        since: Temporal.Instant.from(isoInstant(draft.createdAt)),
      })),
      needs.now(),
      pagingOf({ name, args }, said),
    )
  },
})
