import { unitName } from '../src/chat/arguments/unitName.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasSchoolChecklist, schoolShown } from '../src/chat/seen/schoolsSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { nameUnit } from '../src/flows/processes/nameUnit.ts'
import { schoolReply } from '../src/texts/programmes/schools.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'
import { unknownSubject } from '../src/texts/steps/unknownSubject.ts'

export default defineCommand({
  name: 'schule anlegen',
  aliases: ['schule neu', 'neue schule'],
  summary: 'Legt eine Schule mit ihren verbindlichen Aspekten an',
  help: 'Danach hat die Schule ihre Liste der Aspekte und jedes Schuljahr Jahresplanung und Jahresbericht. Der Name steht in Anführungszeichen. Eine Schule, die es schon gibt, bleibt, wie sie ist.',
  intent: 'school_new',
  args: {
    school: { kind: 'title', label: '„Name der Schule“', required: true, keys: ['schule'] },
    place: { kind: 'place', label: 'Ort', keys: ['ort'], keysOnly: true },
    form: { kind: 'title', label: 'Schulform', keys: ['schulform', 'form'], keysOnly: true },
  },
  permission: staff,
  offered: hasSchoolChecklist,
  changes: true,
  exampleProgramme: 'krefeld',
  examples: [
    { input: 'schule anlegen „Grundschule am Musterpark“', shows: 'Grundschule am Musterpark ist angelegt.' },
    { input: 'schule anlegen „Musterschule“ schulform:Gesamtschule', shows: 'Gesamtschule' },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { school: typed, place, form },
    context,
  ) {
    const { programme } = needs
    const named = unitName(typed)
    if ('fault' in named) return stepSentence(named.fault)
    const { name } = named
    const unit = { kind: 'schule' as const, name, place: place?.kind === 'place' ? place.name : null }
    const {
      fresh,
      name: known,
      plans,
    } = await nameUnit(needs, context.person, unit, form ? { schulform: form } : {})
    const now = needs.now()
    const shown = schoolShown(programme, plans, { kind: 'schule', name: known }, dayOf(now))
    if (!shown) return unknownSubject('Eine Schule', name, [], [])
    return schoolReply(
      shown,
      fresh ? `${known} ist angelegt.` : `${known} gibt es schon.`,
      programme.profile,
      now,
    )
  },
})
