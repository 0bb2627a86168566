import { unitName } from '../src/chat/arguments/unitName.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasModelSites, siteShown } from '../src/chat/seen/sitesSeen.ts'
import { nameUnit } from '../src/flows/processes/nameUnit.ts'
import { siteReply } from '../src/texts/programmes/modelSites.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

export default defineCommand({
  name: 'modell anlegen',
  aliases: ['modell neu', 'modellstandort anlegen'],
  summary: 'Legt einen Modellstandort mit seinen Lernzielen an',
  help: 'Danach hat der Standort seine Lernziele und nach jedem Schulhalbjahr eine Auswertung. Der Name steht in Anführungszeichen.',
  intent: 'site_new',
  args: {
    site: { kind: 'title', label: '„Name des Standorts“', required: true, keys: ['standort'] },
    place: { kind: 'place', label: 'Ort', keys: ['ort'], keysOnly: true },
  },
  permission: staff,
  offered: hasModelSites,
  changes: true,
  exampleProgramme: 'verden',
  examples: [
    {
      input: 'modell anlegen „Grundschule am Musterpark“ ort:Achim',
      shows: 'Grundschule am Musterpark ist angelegt.',
    },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { site: typed, place },
    context,
  ) {
    const named = unitName(typed)
    if ('fault' in named) return stepSentence(named.fault)
    const unit = {
      kind: 'modellstandort' as const,
      name: named.name,
      place: place?.kind === 'place' ? place.name : null,
    }
    const { fresh, name, plans } = await nameUnit(needs, context.person, unit)
    const shown = siteShown(plans, { kind: 'modellstandort', name }, context)
    const lead = fresh ? `${name} ist angelegt.` : `${name} gibt es schon.`
    return siteReply(shown, lead, needs.programme.profile, needs.now())
  },
})
