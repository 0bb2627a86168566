import { defineCommand, type Needs } from '../src/chat/command.ts'
import { roleNames } from '../src/chat/permission.ts'
import { typedCode } from '../src/domain/people/linkCode.ts'
import { isInHouse } from '../src/domain/ticket/visibility.ts'
import { knownPerson } from '../src/flows/people/personOf.ts'
import { useCode } from '../src/flows/people/useCode.ts'
import { personSentences } from '../src/texts/personReplies.ts'

export default defineCommand({
  name: 'ich code',
  aliases: ['konto code'],
  summary: 'Verknüpft Ihr Konto mit dem Code aus der E-Mail',
  help: 'Der Code gilt 15 Minuten und nur für das Konto, mit dem er angefordert wurde; nach fünf falschen Versuchen gilt er nicht mehr.',
  intent: 'person_code',
  args: { code: { kind: 'text', label: 'Code', required: true, hint: 'die sechs Ziffern aus der E-Mail' } },
  permission: 'everyone',
  changes: true,
  examples: [{ input: 'ich code 123456', shows: 'Hier gibt es nichts zu verknüpfen' }],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'people' | 'correspondence'>,
    { code: typed },
    { person, place },
  ) {
    if (isInHouse(place.platform)) return personSentences.inTheHouse()
    if (place.shared) return personSentences.onlyDirectly()
    const code = typedCode(typed)
    if (code === null) return personSentences.noCode()
    if ((await knownPerson(needs, person.id)).known?.by === 'list') return personSentences.listed()
    const { correspondence } = needs
    if (!correspondence) return personSentences.noMailServer(person.id)
    const used = await useCode(needs, person.id, correspondence.secret, code)
    switch (used.kind) {
      case 'linked':
        return personSentences.linked(
          used.entry.name,
          used.entry.roles.map(role => roleNames[role]),
        )
      case 'wrong':
        return personSentences.wrong(used.left)
      case 'no-code':
        return personSentences.void()
    }
  },
})
