import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { bodyShown, hasBodies } from '../src/chat/seen/bodiesSeen.ts'
import { twoBodies } from '../src/chat/twoBodies.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { handOver, longestWords } from '../src/flows/processes/bodyWork.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { bodyReply } from '../src/texts/programmes/bodies.ts'

export default defineCommand({
  name: 'gremium übergabe',
  aliases: ['gremium übergibt'],
  summary: 'Übergibt das Ergebnis eines Gremiums an ein anderes',
  help: 'Das Ergebnis wartet beim anderen Gremium auf dessen nächste Sitzung. Der Wortlaut hinter dem Doppelpunkt wird nur auf der Web-Seite gezeigt, nie in einem Kanal oder Chat-Dienst.',
  intent: 'body_handover',
  args: {
    bodies: { kind: 'text', label: 'Gremium an Gremium', required: true },
    text: { kind: 'letter', label: 'Ergebnis', required: true },
  },
  permission: staff,
  offered: hasBodies,
  changes: true,
  exampleProgramme: 'krefeld',
  examples: [
    {
      input: 'gremium übergabe Fachstelle an Steuergruppe: Auswertung liegt vor.',
      shows: 'Ergebnis aus Gemeinsame Fachstelle Schulsozialarbeit',
    },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { bodies: typed, text },
    context,
  ) {
    const { programme } = needs
    const both = twoBodies(programme, typed)
    if ('refusal' in both) return both.refusal
    if (text.length > longestWords)
      return draftSentence(`Das sind ${text.length} Zeichen; möglich sind ${longestWords}. Bitte kürzen Sie.`)
    const plans = await handOver(needs, context.person, both.from, both.to, text)
    const now = needs.now()
    const shown = bodyShown(programme, plans, both.to, dayOf(now), context)
    const lead = `${both.to.name} hat das Ergebnis aus ${both.from.name}.`
    return bodyReply(shown, lead, programme.profile, now)
  },
})
