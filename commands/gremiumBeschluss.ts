import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { bodyShown, hasBodies } from '../src/chat/seen/bodiesSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { keepDecision, longestWords } from '../src/flows/processes/bodyWork.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { bodyReply } from '../src/texts/programmes/bodies.ts'

export default defineCommand({
  name: 'gremium beschluss',
  aliases: ['gremium beschließt'],
  summary: 'Hält einen Beschluss eines Gremiums fest',
  help: 'Der Wortlaut steht hinter dem Doppelpunkt. Gezeigt wird er nur auf der Web-Seite, nie in einem Kanal oder Chat-Dienst. Bitte keine Angaben zu einzelnen Kindern.',
  intent: 'body_decision',
  args: {
    body: { kind: 'title', label: 'Name des Gremiums', required: true, keys: ['gremium'] },
    text: { kind: 'letter', label: 'Beschluss', required: true },
  },
  permission: staff,
  offered: hasBodies,
  changes: true,
  exampleProgramme: 'krefeld',
  examples: [
    {
      input: 'gremium beschluss Steuergruppe: Die Indikatoren werden überarbeitet.',
      shows: 'Die Indikatoren werden überarbeitet.',
    },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { body: typed, text },
    context,
  ) {
    const { programme } = needs
    const found = namedSubject(programme, [], 'gremium', typed, name => `gremium ${name}`)
    if ('refusal' in found) return found.refusal
    if (text.length > longestWords)
      return draftSentence(`Das sind ${text.length} Zeichen; möglich sind ${longestWords}. Bitte kürzen Sie.`)
    const body = programme.profile.gremien.find(each => each.id === found.subject.name)!
    const plans = await keepDecision(needs, context.person, body, text)
    const now = needs.now()
    const shown = bodyShown(programme, plans, body, dayOf(now), context)
    return bodyReply(shown, 'Der Beschluss ist festgehalten.', programme.profile, now)
  },
})
