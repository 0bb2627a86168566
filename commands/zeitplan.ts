import { defineCommand, staff } from '../src/chat/command.ts'
import { mayUse } from '../src/chat/permission.ts'
import { lastEntrySeen } from '../src/chat/seen/lastEntry.ts'
import { plansSeen } from '../src/chat/seen/plansSeen.ts'
import { scopeOf } from '../src/chat/seen/statusOf.ts'
import { programmeNow } from '../src/domain/status/programmeNow.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { timelineOf } from '../src/texts/timeline/timelineOf.ts'
import { timelineReply } from '../src/texts/timeline/timelineReply.ts'

export default defineCommand({
  name: 'zeitplan',
  aliases: ['zeitstrahl'],
  summary: 'Zeigt den Zeitplan als Bild',
  help:
    'Zeichnet Meilensteine auf einem Zeitstrahl, verschobene mit jedem früheren Platz, und wo wir heute stehen. Wer mit dem Programm arbeitet, ' +
    'sieht auch gesetzliche Fristen von ihrem Ereignis bis zu ihrem Ende, Sperren, Sitzungen und Pflichten; Termine der Vergabe und eigene ' +
    'Fristen stehen nicht in Kanälen. Wo keine Bilder zu sehen sind, steht dasselbe als Liste.',
  intent: 'timeline_show',
  args: {
    region: {
      kind: 'place',
      label: 'Ort oder Region',
      keys: ['region', 'ort'],
      hint: 'ein Ort oder eine Region; ohne: das ganze Programm',
    },
  },
  permission: 'everyone',
  changes: false,
  examples: [
    { input: 'zeitplan Region 1', shows: 'bisher 01.08.2024' },
    { input: 'zeitplan', shows: 'Klassenassistenzen starten (Region 1)' },
  ],
  async run(needs, { region }, context) {
    const scope = region ? scopeOf(needs, region) : ({ kind: 'programme' } as const)
    const now = needs.now()
    const plans = await plansToday(needs)
    const programme = programmeNow(needs.programme, plans.all, { withReasons: false })
    const shown = mayUse(staff, context.person) ? plansSeen(plans.all, context) : []
    return timelineReply(
      timelineOf(programme, scope, dayOf(now), shown),
      scope,
      now,
      lastEntrySeen(plans.all, context),
    )
  },
})
