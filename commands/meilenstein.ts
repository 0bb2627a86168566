import { defineCommand, type Needs } from '../src/chat/command.ts'
import { mayReadWords } from '../src/chat/seen/sight.ts'
import { scopeOf } from '../src/chat/seen/statusOf.ts'
import { milestoneTemplateId } from '../src/domain/process/template/milestoneTemplate.ts'
import { milestonesAt } from '../src/domain/programme/statusAt.ts'
import { programmeNow } from '../src/domain/status/programmeNow.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { standLine } from '../src/texts/standNote.ts'
import { milestonesReply } from '../src/texts/steps/milestonesReply.ts'

export default defineCommand({
  name: 'meilenstein',
  aliases: ['meilensteine', 'meilenstein liste', 'meilensteine zeigen'],
  summary: 'Zeigt alle Meilensteine mit ihren Verschiebungen',
  help: 'Zeigt die Meilensteine des Programms oder einer Region mit Nummer, Stand, Zeitpunkt und früheren Zeitpunkten.',
  intent: 'milestone_list',
  args: { region: { kind: 'place', label: 'Ort oder Region', keys: ['region', 'ort'] } },
  permission: 'everyone',
  offered: ({ profile }) => profile.meilensteine.length > 0,
  changes: false,
  examples: [
    { input: 'meilenstein', shows: 'M10 · Wechsel der Projektleitung' },
    { input: 'meilensteine Region 1', shows: 'bisher 01.08.2024' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { region }, context) {
    const plans = await plansToday(needs)
    const programme = programmeNow(needs.programme, plans.all, { withReasons: mayReadWords(context) })
    const scope = region ? scopeOf(needs, region) : null
    const shown = milestonesAt(
      programme,
      dayOf(needs.now()),
      scope?.kind === 'region' ? scope.region : undefined,
    )
    const plan = plans.all.find(each => each.template.id === milestoneTemplateId)
    return milestonesReply({
      heading: ['Meilensteine', scope?.kind === 'region' ? scope.region.name : '']
        .filter(Boolean)
        .join(' · '),
      milestones: shown,
      note: standLine(programme.profile, plan?.changedAt ?? null),
    })
  },
})
