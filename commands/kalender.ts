import { Temporal } from 'temporal-polyfill'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { openFeeds } from '../src/db/calendarFeeds.ts'
import { functionsOfAccounts } from '../src/flows/people/functionsOfAccounts.ts'
import { feedListReply } from '../src/texts/calendarReplies.ts'

export default defineCommand({
  name: 'kalender',
  aliases: ['kalender liste', 'kalender adressen', 'kalenderabo'],
  summary: 'Listet die Adressen, unter denen Kalender abonniert sind',
  help: 'Die Termine des Programms lassen sich in Outlook, Thunderbird und anderen Kalendern abonnieren. Hier stehen Nummer, Umfang und wer die Adresse angelegt hat, nie die Adresse selbst.',
  intent: 'calendar_list',
  args: {},
  permission: staff,
  changes: false,
  examples: [{ input: 'kalender', shows: 'Es gibt keine Kalender-Adresse.' }],
  async run(needs: Needs<'db' | 'programme' | 'people' | 'now'>) {
    const feeds = await openFeeds(needs.db, needs.programme.id)
    const names = await functionsOfAccounts(
      needs,
      feeds.map(each => each.createdBy),
    )
    return feedListReply(
      feeds.map(({ id, label, createdBy, createdAt }) => ({
        id,
        label,
        createdBy: names.get(createdBy) ?? 'unbekannt',
        createdAt: Temporal.Instant.from(createdAt),
      })),
      needs.now(),
    )
  },
})
