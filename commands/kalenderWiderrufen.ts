import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { feedNumber, readFeedNumber } from '../src/domain/feed/feedAddress.ts'
import { revokeFeed } from '../src/flows/feed/newFeed.ts'
import { noFeedNumber, noSuchFeed, revokedReply } from '../src/texts/calendarReplies.ts'

export default defineCommand({
  name: 'kalender widerrufen',
  aliases: ['kalender sperren', 'kalender löschen'],
  summary: 'Sperrt eine Kalender-Adresse',
  help: 'Danach gibt die Adresse nichts mehr her. Was ein Kalender schon geladen hat, bleibt dort, bis das Abonnement entfernt wird.',
  intent: 'calendar_revoke',
  args: { feed: { kind: 'text', label: 'Nummer der Adresse', required: true, hint: 'KAL-3' } },
  permission: staff,
  changes: true,
  examples: [
    { input: 'kalender widerrufen KAL-3', shows: 'Eine offene Kalender-Adresse KAL-3 gibt es nicht' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now'>, { feed: typed }, context) {
    const id = readFeedNumber(typed)
    if (id === null) return noFeedNumber()
    const flow = { db: needs.db, now: needs.now, programmeId: needs.programme.id }
    const done = await revokeFeed(flow, id, context.person.id)
    return done ? revokedReply(id, needs.now()) : noSuchFeed(feedNumber(id))
  },
})
