import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasSchoolChecklist, schoolsShown } from '../src/chat/seen/schoolsSeen.ts'
import { schoolChecklist } from '../src/domain/process/kinds/schoolChecklist.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { gapsReply } from '../src/texts/programmes/schools.ts'

const name = 'schule lücken'
const args = { page: pageArg } as const

export default defineCommand({
  name,
  aliases: ['schule offen', 'schule liste', 'schulen'],
  summary: 'Zeigt, an welchen Schulen noch etwas zu regeln ist',
  help: 'Listet die angelegten Schulen mit den Aspekten, die noch offen sind, die mit den meisten zuerst.',
  intent: 'school_gaps',
  args,
  permission: staff,
  offered: hasSchoolChecklist,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'schule lücken', shows: '9 offen' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, said) {
    const { programme } = needs
    const now = needs.now()
    const schools = schoolsShown(programme, await plansToday(needs), dayOf(now))
    const { name: title, quelle } = schoolChecklist(programme.profile)! // offered only where there is one
    return gapsReply(schools, title, programme.profile, quelle, now, pagingOf({ name, args }, said))
  },
})
