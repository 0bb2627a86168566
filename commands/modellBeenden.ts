import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasModelSites } from '../src/chat/seen/sitesSeen.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { removeUnit } from '../src/flows/processes/removeUnit.ts'
import { inProfile, removedSentence, removeQuestion } from '../src/texts/programmes/removedUnit.ts'

export default defineCommand({
  name: 'modell beenden',
  aliases: ['modell entfernen', 'modellstandort beenden'],
  summary: 'Beendet einen Modellstandort',
  help: 'Seine Lernziele und Auswertungen werden nicht mehr geführt. Was festgehalten wurde, bleibt gespeichert und kommt wieder, wenn der Standort wieder angelegt wird. Sie werden zuerst gefragt; „wirklich:ja“ dahinter bestätigt es.',
  intent: 'site_end',
  args: {
    site: { kind: 'name', label: 'Name des Standorts', required: true, keys: ['standort'] },
    sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['ja'] }, keys: ['wirklich'], keysOnly: true },
  },
  permission: staff,
  offered: hasModelSites,
  changes: true,
  exampleProgramme: 'verden',
  examples: [{ input: 'modell beenden „Musterschule“', shows: 'kenne ich nicht' }],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { site: typed, sure },
    context,
  ) {
    const line = (name: string) => `modell beenden "${name}"`
    const { units } = await plansToday(needs)
    const found = namedSubject(needs.programme, units, 'modellstandort', typed, line)
    if ('refusal' in found) return found.refusal
    const { name } = found
    const result = await removeUnit(needs, actorOf(context), { kind: 'modellstandort', name }, sure !== null)
    switch (result.kind) {
      case 'of-profile':
        return inProfile(name)
      case 'asked':
        return removeQuestion(name, 'beenden', result.open, `${line(name)} wirklich:ja`)
      case 'removed':
        return removedSentence(name, `${name} ist beendet.`, `modell anlegen „${name}“`, needs.now())
    }
  },
})
