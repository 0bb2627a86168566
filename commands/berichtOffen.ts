import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasCycle, openReports, reportTemplates } from '../src/domain/process/kinds/reports.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { openReportsReply } from '../src/texts/programmes/reports.ts'

const name = 'bericht offen'
const args = { page: pageArg } as const

export default defineCommand({
  name,
  aliases: ['berichte offen', 'berichte'],
  summary: 'Zeigt, von wem noch ein Bericht fehlt',
  help: 'Listet die Berichte, die erwartet werden und noch nicht da sind, überfällige zuerst. Ist für einen Bericht kein Turnus festgelegt, steht dabei, wie man ihn festlegt.',
  intent: 'report_list',
  args,
  permission: staff,
  offered: ({ profile }) => reportTemplates(profile.ablaeufe).length > 0,
  changes: false,
  exampleProgramme: 'berlin',
  examples: [{ input: 'bericht offen', shows: 'kein Turnus festgelegt' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, said) {
    const { programme } = needs
    const plans = await plansToday(needs)
    const now = needs.now()
    const shown = reportTemplates(programme.profile.ablaeufe).map(template => {
      const open = openReports(template, plans.all, dayOf(now))
      // One that a person began by hand is expected without a cycle too.
      return { template, open: hasCycle(template) || open.length > 0 ? open : null }
    })
    return openReportsReply(shown, { programme, now, paging: pagingOf({ name, args }, said) })
  },
})
