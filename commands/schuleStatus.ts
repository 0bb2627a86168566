import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasSchoolChecklist, schoolShown } from '../src/chat/seen/schoolsSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { schoolReply } from '../src/texts/programmes/schools.ts'
import { unknownSubject } from '../src/texts/steps/unknownSubject.ts'

export default defineCommand({
  name: 'schule status',
  aliases: ['schule zeigen', 'status schule'],
  summary: 'Zeigt, was an einer Schule geregelt ist und was noch fehlt',
  help: 'Zeigt die verbindlichen Aspekte der schulspezifischen Vereinbarung, Jahresplanung und Jahresbericht einer Schule.',
  intent: 'school_show',
  args: { school: { kind: 'text', label: 'Name der Schule', required: true, keys: ['schule'] } },
  permission: staff,
  offered: hasSchoolChecklist,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'schule status Beispielschule', shows: '0 von 9 erfüllt' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { school: typed }) {
    const { programme } = needs
    const plans = await plansToday(needs)
    const found = namedSubject(programme, plans.units, 'schule', typed, name => `schule status ${name}`)
    if ('refusal' in found) return found.refusal
    const now = needs.now()
    const shown = schoolShown(programme, plans, found.subject, dayOf(now))
    return shown
      ? schoolReply(shown, '', programme.profile, now)
      : unknownSubject('Eine Schule', typed, [], [])
  },
})
