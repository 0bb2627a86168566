import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayUse } from '../src/chat/permission.ts'
import { hasSchoolChecklist, schoolsShown } from '../src/chat/seen/schoolsSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { coverageReply } from '../src/texts/programmes/coverage.ts'

export default defineCommand({
  name: 'abdeckung',
  aliases: ['versorgung', 'schulen ohne'],
  summary: 'Zeigt, wie viele Schulen versorgt sind und wie viele nicht',
  help: 'Zeigt die Zahlen der Quelle mit ihrem Stand und daneben, welche Schulen hier angelegt sind.',
  intent: 'coverage_show',
  args: {},
  permission: 'everyone',
  offered: ({ profile }) => profile.abdeckung !== null,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'abdeckung', shows: '40 von 62' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, _, context) {
    const { programme } = needs
    const now = needs.now()
    const seen = mayUse(staff, context.person) && hasSchoolChecklist(programme)
    const schools = seen ? schoolsShown(programme, await plansToday(needs), dayOf(now)) : null
    return coverageReply(programme.profile.abdeckung!, schools, programme.profile, now) // offered only where there is one
  },
})
