import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasSchoolChecklist } from '../src/chat/seen/schoolsSeen.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { removeUnit } from '../src/flows/processes/removeUnit.ts'
import { inProfile, removedSentence, removeQuestion } from '../src/texts/programmes/removedUnit.ts'

export default defineCommand({
  name: 'schule entfernen',
  aliases: ['schule löschen', 'schule streichen'],
  summary: 'Nimmt eine angelegte Schule wieder heraus',
  help: 'Ihre Aspekte, Jahresplanung und Jahresbericht werden nicht mehr geführt. Was eingetragen wurde, bleibt gespeichert und kommt wieder, wenn die Schule wieder angelegt wird. Sie werden zuerst gefragt; „wirklich:ja“ dahinter bestätigt es.',
  intent: 'school_end',
  args: {
    school: { kind: 'name', label: 'Name der Schule', required: true, keys: ['schule'] },
    sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['ja'] }, keys: ['wirklich'], keysOnly: true },
  },
  permission: staff,
  offered: hasSchoolChecklist,
  changes: true,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'schule entfernen Beispielschule', shows: 'wirklich entfernen?' }],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { school: typed, sure },
    context,
  ) {
    const line = (name: string) => `schule entfernen "${name}"`
    const { units } = await plansToday(needs)
    const found = namedSubject(needs.programme, units, 'schule', typed, line)
    if ('refusal' in found) return found.refusal
    const { name } = found
    const result = await removeUnit(needs, actorOf(context), { kind: 'schule', name }, sure !== null)
    switch (result.kind) {
      case 'of-profile':
        return inProfile(name)
      case 'asked':
        return removeQuestion(name, 'entfernen', result.open, `${line(name)} wirklich:ja`)
      case 'removed':
        return removedSentence(name, `${name} ist entfernt.`, `schule anlegen „${name}“`, needs.now())
    }
  },
})
