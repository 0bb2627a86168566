import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { scopeOf } from '../src/chat/seen/statusOf.ts'
import { feedAddress } from '../src/domain/feed/feedAddress.ts'
import { isLoopback } from '../src/domain/network/isLoopback.ts'
import { folded, nearestNames } from '../src/domain/programme/spelling.ts'
import { newFeed } from '../src/flows/feed/newFeed.ts'
import { newFeedReply, noRegionForFeed, noSuchRole, onlyDirectly } from '../src/texts/calendarReplies.ts'

export default defineCommand({
  name: 'kalender neu',
  aliases: ['kalender abonnieren', 'kalender anlegen', 'neuer kalender'],
  summary: 'Legt eine geheime Adresse an, unter der ein Kalender abonniert werden kann',
  help:
    'Der Kalender zeigt alle Termine des Programms; mit einem Ort nur die seiner Region, mit rolle:… nur, was diese Stelle zu tun hat. ' +
    'Er enthält nur Termine und ihre Quelle, keine Namen und keine Vorgänge. Die Adresse wird einmal gezeigt, und nur Ihnen.',
  intent: 'calendar_new',
  args: {
    region: {
      kind: 'place',
      label: 'Ort oder Region',
      keys: ['region', 'ort'],
      hint: 'ein Ort oder eine Region',
    },
    role: {
      kind: 'text',
      label: 'Rolle',
      keys: ['rolle', 'stelle'],
      keysOnly: true,
      hint: 'z. B. rolle:Vergabestelle',
    },
  },
  permission: staff,
  changes: true,
  examples: [
    { input: 'kalender neu', shows: 'Kalender-Adresse KAL-1: ganzes Programm' },
    { input: 'kalender neu Elmshorn', shows: 'Kalender-Adresse KAL-1: Region 1' },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'calendarUrl'>,
    { region: place, role: typed },
    context,
  ) {
    if (context.viewer.inChannel) return onlyDirectly()
    const { programme } = needs
    const { beteiligte } = programme.profile
    const role =
      typed === null
        ? null
        : beteiligte.find(each => [each.id, each.name].map(folded).includes(folded(typed)))
    if (role === undefined) {
      const names = beteiligte.map(each => each.name)
      return noSuchRole(typed ?? '', nearestNames(typed ?? '', names, 3), names)
    }
    const within = place && scopeOf(needs, place)
    if (within?.kind === 'place') return noRegionForFeed(within.place.name)
    const region = within?.kind === 'region' ? within.region : null
    const label = [region?.name, role?.name].filter(Boolean).join(', ') || 'ganzes Programm'
    const made = await newFeed(
      { db: needs.db, now: needs.now, programmeId: programme.id },
      { scope: { region: region?.id ?? null, role: role?.id ?? null }, label },
      context.person.id,
    )
    return newFeedReply({
      id: made.id,
      label,
      address: feedAddress(needs.calendarUrl, made.secret),
      thisMachineOnly: isLoopback(new URL(needs.calendarUrl).hostname),
      now: needs.now(),
    })
  },
})
