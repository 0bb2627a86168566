import { Temporal } from 'temporal-polyfill'
import { type ChatNeeds, type Context, defineCommand } from '../src/chat/command.ts'
import { channelRule, roleNames } from '../src/chat/permission.ts'
import { isInHouse } from '../src/domain/ticket/visibility.ts'
import { type KnownPerson, knownPerson } from '../src/flows/people/personOf.ts'
import { requestCode } from '../src/flows/people/requestCode.ts'
import type { Reply } from '../src/reply/reply.ts'
import { guestReply, type PersonFacts, personReply, personSentences } from '../src/texts/personReplies.ts'
import { isoInstant } from '../src/texts/ticketFacts.ts'

export default defineCommand({
  name: 'ich',
  aliases: ['wer bin ich', 'whoami', 'konto'],
  summary: 'Zeigt, wer Sie hier sind, oder verknüpft Ihr Konto',
  help:
    'Zeigt Ihre Funktion, Ihre Rollen, woran Sie erkannt werden und was in diesem Kanal gilt. Mit Ihrer dienstlichen Adresse dahinter, in einer ' +
    'Direktnachricht, bekommen Sie einen Code per E-Mail; „ich code“ und der Code verknüpfen Ihr Konto, „ich trennen“ löst es wieder.',
  intent: 'person_show',
  args: {
    mail: { kind: 'mail', label: 'dienstliche Adresse', hint: 'nur in einer Direktnachricht' },
  },
  permission: 'everyone',
  // "ich" begins many sentences that are no command.
  onlyWhole: true,
  changes: false,
  examples: [{ input: 'ich', shows: 'Sie sind hier: Koordination Jugendamt' }],
  async run(needs: ChatNeeds, { mail }, context) {
    return mail === null ? whoIAm(needs, context) : codeTo(needs, mail, context)
  },
})

async function whoIAm(needs: ChatNeeds, context: Context): Promise<Reply> {
  const { id } = context.person
  const found = await knownPerson(needs, id)
  const rule = channelRule(needs.programme.profile, context.place)
  // The web page and the terminal have an entry of their own, or are known by the machine; `--as` names a role.
  const atMachine = isInHouse(context.place.platform) && found.known?.by !== 'list'
  if (!found.known && !atMachine) return guestReply(id, canSend(needs))
  const { name, roles, lent = [] } = atMachine ? context.person : found.person
  return personReply({
    name,
    roles: roles.filter(role => !lent.includes(role)).map(role => roleNames[role]),
    deputyships: found.deputyships,
    roleWords: role => roleNames[role],
    known: knownHow(found.known),
    channel: rule && { intake: rule.eingang, readOnly: rule.befehle === 'lesen' },
  })
}

function knownHow(known: KnownPerson['known']): PersonFacts['known'] {
  if (!known) return { by: 'machine' }
  return known.by === 'list' ? known : { by: 'link', since: Temporal.Instant.from(isoInstant(known.since)) }
}

async function codeTo(needs: ChatNeeds, address: string, { person, place }: Context): Promise<Reply> {
  if (isInHouse(place.platform)) return personSentences.inTheHouse()
  if (place.shared) return personSentences.onlyDirectly()
  if ((await knownPerson(needs, person.id)).known?.by === 'list') return personSentences.listed()
  const { correspondence } = needs
  if (!correspondence?.mailServer) return personSentences.noMailServer(person.id)
  const asked = { accountId: person.id, platform: place.platform, address }
  return (await requestCode(needs, correspondence, asked)) === 'asked'
    ? personSentences.asked()
    : personSentences.tooManyCodes()
}

/** Whether letters have a way out of here. */
const canSend = ({ correspondence }: Pick<ChatNeeds, 'correspondence'>) => correspondence?.mailServer === true
