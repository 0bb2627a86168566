import { placeNamesOf } from '../src/chat/arguments/readPlace.ts'
import { findSubject } from '../src/chat/arguments/readSubject.ts'
import { unitName } from '../src/chat/arguments/unitName.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasPools, poolContext, poolsIn } from '../src/chat/seen/poolsSeen.ts'
import { saveUnit } from '../src/db/units.ts'
import { poolTemplate } from '../src/domain/process/kinds/pools.ts'
import { placeOf, subjectsOf } from '../src/domain/process/subjects.ts'
import { folded, spellingDistance } from '../src/domain/programme/spelling.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import type { Plans } from '../src/flows/processes/plans.ts'
import { poolReply } from '../src/texts/programmes/pools.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

/** A name that differs from a known one by so few letters is probably the same school. */
const slipLetters = 2

export default defineCommand({
  name: 'pool anlegen',
  aliases: ['pool neu', 'neuer pool'],
  summary: 'Legt für eine Schule einen Pool mit seinen Bedingungen an',
  help: 'Nennen Sie die Schule und, wenn sie noch nicht bekannt ist, ihren Ort. Ein Pool, den es schon gibt, bleibt, wie er ist. Gleicht der Name fast einer bekannten Schule, werden Sie zuerst gefragt; „wirklich:ja“ dahinter bestätigt es.',
  intent: 'pool_new',
  args: {
    school: { kind: 'name', label: '„Name der Schule“', required: true, keys: ['schule'] },
    place: { kind: 'place', label: 'Ort', keys: ['ort'], keysOnly: true },
    sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['ja'] }, keys: ['wirklich'], keysOnly: true },
  },
  permission: staff,
  offered: hasPools,
  changes: true,
  examples: [
    { input: 'pool anlegen „Grundschule am Musterpark“ ort:Springe', shows: 'Pool angelegt.' },
    { input: 'pool anlegen „Gymnasium Musterstadt“', shows: 'In welchem Ort liegt' },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { school: typed, place, sure },
    context,
  ) {
    const { programme } = needs
    const { profile } = programme
    const named = unitName(typed)
    if ('fault' in named) return stepSentence(named.fault)
    const { name } = named
    const [town, ...more] = placeNamesOf(programme, place) ?? []
    if (place && (!town || more.length > 0))
      return stepSentence('Bitte nennen Sie als Ort eine einzelne Stadt oder Gemeinde.')
    const now = needs.now()
    const template = poolTemplate(profile)!.id // offered only where there is one
    const { after, result } = await changeProcesses<Decided>(needs, context.person, async (plans, tx) => {
      const found = findSubject(programme, plans.units, 'schule', name)
      const school = found.kind === 'found' && folded(found.name) === folded(name) ? found.name : name
      if (poolsIn(programme, plans).some(each => each.school === school))
        return { result: { kind: 'there', school } }
      const known = school !== name || (found.kind === 'found' && found.name === school)
      const alike = known || sure ? [] : namesLike(name, programme, plans)
      if (alike.length > 0) return { result: { kind: 'alike', alike } }
      if (!town && placeOf(profile, plans.units, { kind: 'schule', name: school }) === null)
        return { result: { kind: 'where' } }
      if (!known)
        await saveUnit(
          tx,
          programme.id,
          { kind: 'schule', name: school, place: town ?? null },
          context.person.name,
          now.toString(),
        )
      return {
        begin: [
          {
            template,
            subject: { kind: 'schule', name: school },
            // A school whose pool was ended may get another one.
            cycle: cycleOf(template, plans, school),
            start: dayOf(now),
            facts: {},
          },
        ],
        result: { kind: 'begun', school },
      }
    })
    switch (result.kind) {
      case 'where':
        return stepSentence(`In welchem Ort liegt ${name}? Bitte so: pool anlegen „${name}“ ort:…`)
      case 'alike':
        return stepSentence(
          `Fast so heißt schon: ${result.alike.join(', ')}. Ist ${name} eine andere Schule?`,
          [
            {
              label: 'Ja, eine andere',
              command: `pool anlegen "${name}"${town ? ` ort:"${town}"` : ''} wirklich:ja`,
            },
            ...result.alike.map(each => ({ label: `Nein, ${each}`, command: `pool status ${each}` })),
          ],
        )
      default: {
        const pool = poolsIn(programme, after).find(each => each.school === result.school)!
        const lead = result.kind === 'begun' ? 'Pool angelegt.' : 'Diesen Pool gibt es schon.'
        return poolReply(pool, lead, poolContext(needs))
      }
    }
  },
})

/** "" for the first pool of a school, "2" for the next. */
function cycleOf(template: string, { all }: Plans, school: string): string {
  const before = all.filter(
    ({ instance }) => instance.template === template && instance.subject.name === school,
  )
  return before.length === 0 ? '' : String(before.length + 1)
}

type Decided =
  | { kind: 'begun' | 'there'; school: string }
  | { kind: 'alike'; alike: string[] }
  | { kind: 'where' }

function namesLike(name: string, programme: Needs<'programme'>['programme'], plans: Plans): string[] {
  return subjectsOf(programme, plans.units, 'schule')
    .map(each => each.name)
    .filter(each => spellingDistance(folded(each), folded(name)) <= slipLetters)
    .slice(0, 3)
}
