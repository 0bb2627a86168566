import { defineCommand, type Needs } from '../src/chat/command.ts'
import { isInHouse } from '../src/domain/ticket/visibility.ts'
import { knownPerson } from '../src/flows/people/personOf.ts'
import { unlink } from '../src/flows/people/unlink.ts'
import { personSentences } from '../src/texts/personReplies.ts'

export default defineCommand({
  name: 'ich trennen',
  aliases: ['konto trennen', 'ich abmelden'],
  summary: 'Löst die Verknüpfung Ihres Kontos',
  help: 'Danach sind Sie hier Gast und sehen, was öffentlich ist. Verknüpfen können Sie sich jederzeit wieder mit „ich“ und Ihrer dienstlichen Adresse.',
  intent: 'person_unlink',
  args: {},
  permission: 'everyone',
  changes: true,
  examples: [{ input: 'ich trennen', shows: 'Hier gibt es nichts zu verknüpfen' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'people'>, _args, { person, place }) {
    if (isInHouse(place.platform)) return personSentences.inTheHouse()
    if (await unlink(needs, needs.programme.id, person.id)) return personSentences.unlinked()
    return (await knownPerson(needs, person.id)).known?.by === 'list'
      ? personSentences.listedStays()
      : personSentences.notLinked()
  },
})
