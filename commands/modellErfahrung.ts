import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasModelSites, siteShown } from '../src/chat/seen/sitesSeen.ts'
import { longestWords } from '../src/flows/processes/bodyWork.ts'
import { keepExperience } from '../src/flows/processes/keepExperience.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { siteReply } from '../src/texts/programmes/modelSites.ts'

export default defineCommand({
  name: 'modell erfahrung',
  aliases: ['modell notiz'],
  summary: 'Hält eine Erfahrung an einem Modellstandort fest',
  help: 'Der Wortlaut steht hinter dem Doppelpunkt. Gezeigt wird er nur auf der Web-Seite, nie in einem Kanal oder Chat-Dienst. Bitte keine Angaben zu einzelnen Kindern.',
  intent: 'site_experience',
  args: {
    site: { kind: 'text', label: 'Name des Standorts', required: true, keys: ['standort'] },
    text: { kind: 'letter', label: 'Erfahrung', required: true },
  },
  permission: staff,
  offered: hasModelSites,
  changes: true,
  exampleProgramme: 'verden',
  examples: [
    {
      input: 'modell erfahrung Beispielschule: Die Bedarfe waren im ersten Halbjahr höher als gedacht.',
      shows: 'Die Bedarfe waren im ersten Halbjahr höher als gedacht.',
    },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { site: typed, text },
    context,
  ) {
    const { programme } = needs
    const { units } = await plansToday(needs)
    const found = namedSubject(programme, units, 'modellstandort', typed, name => `modell status ${name}`)
    if ('refusal' in found) return found.refusal
    if (text.length > longestWords)
      return draftSentence(`Das sind ${text.length} Zeichen; möglich sind ${longestWords}. Bitte kürzen Sie.`)
    const plans = await keepExperience(needs, context.person, found.subject, text)
    const shown = siteShown(plans, found.subject, context)
    return siteReply(shown, 'Die Erfahrung ist festgehalten.', programme.profile, needs.now())
  },
})
