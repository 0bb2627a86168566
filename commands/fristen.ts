import { Temporal } from 'temporal-polyfill'
import type { RangeValue } from '../src/chat/args.ts'
import { classesSeen } from '../src/chat/classesSeen.ts'
import { type Context, defineCommand, type Needs } from '../src/chat/command.ts'
import { protectedLeftOut } from '../src/chat/sight.ts'
import { placesOf, scopeOf } from '../src/chat/statusOf.ts'
import { dueTicket } from '../src/db/ticketFigures.ts'
import { countTickets, listTickets, type TicketFilter } from '../src/db/tickets.ts'
import { milestonesBetween, programmeView, type Scope } from '../src/domain/status/programmeView.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { type DeadlineFacts, deadlinesReply } from '../src/texts/deadlines.ts'
import { programmeSentence } from '../src/texts/programmeState.ts'

/** Rows of the list; more are counted. */
const most = 15

export default defineCommand({
  name: 'fristen',
  aliases: ['frist', 'termine'],
  summary: 'Zeigt fällige Antworten und Meilensteine',
  help: 'Zeigt, welche Antworten fällig sind und welche Meilensteine anstehen. Ohne Zeitraum: Überfälliges und die nächsten 14 Tage. Möglich sind auch: heute, diese Woche, überfällig, Mai, 2024-05.',
  intent: 'deadlines_list',
  args: {
    range: {
      kind: 'range',
      label: 'Zeitraum',
      keys: ['zeitraum'],
      hint: 'heute, diese Woche, überfällig, 2024-05',
    },
    region: { kind: 'place', label: 'Ort oder Region', keys: ['region', 'ort'] },
  },
  permission: 'everyone',
  changes: false,
  examples: [
    { input: 'fristen', shows: 'Fristen: nächste 14 Tage' },
    { input: 'fristen diese Woche', shows: 'Fristen: diese Woche' },
  ],
  async run(needs, args, context) {
    const now = needs.now()
    const today = dayOf(now)
    const range = args.range ?? nextDays(today)
    const { programme } = needs
    const scope: Scope = args.region ? scopeOf(needs, args.region) : { kind: 'programme' }
    const view = programmeView(programme, scope, today)
    // Without a lower bound the past would come along; what was reached long ago is no deadline.
    const from =
      args.range?.name === 'alle' || args.range?.name === 'ueberfaellig'
        ? null
        : (range.from ?? today.toString())
    const touched = milestonesBetween(view.milestones, dayFrom(from), dayFrom(range.to))
    const { headline, reason } = programmeSentence(view.status, programme.profile)
    return deadlinesReply({
      range: range.german,
      where: args.region && args.region.kind !== 'area' ? args.region.name : null,
      tickets: await dueTickets(needs, range, scope, context),
      milestones: range.name === 'ueberfaellig' ? touched.filter(each => each.state === 'open') : touched,
      resting: view.status.programme.value === 'aktiv' ? null : `${headline} ${reason}`,
      stand: programme.profile.stand,
      quelle: programme.profile.quelle,
      inChannel: protectedLeftOut(context),
      now,
    })
  },
})

function nextDays(today: Temporal.PlainDate): RangeValue {
  return {
    name: 'naechste_14_tage',
    from: null,
    to: today.add({ days: 14 }).toString(),
    german: 'nächste 14 Tage',
  }
}

function dayFrom(iso: string | null): Temporal.PlainDate | null {
  return iso === null ? null : Temporal.PlainDate.from(iso)
}

async function dueTickets(
  needs: Needs<'programme' | 'db'>,
  range: RangeValue,
  scope: Scope,
  context: Context,
): Promise<DeadlineFacts['tickets']> {
  const classes = classesSeen(context, 'metadata')
  if (classes.length === 0) return null
  const places = placesOf(scope)
  const filter: TicketFilter = {
    state: 'unbeantwortet',
    classes,
    hasDueDate: true,
    ...(places && { places }),
    ...(range.from !== null && { dueFrom: range.from }),
    ...(range.to !== null && { dueBefore: Temporal.PlainDate.from(range.to).add({ days: 1 }).toString() }),
  }
  const [shown, total] = await Promise.all([
    listTickets(needs.db, needs.programme.id, filter, most),
    countTickets(needs.db, needs.programme.id, filter),
  ])
  return { shown: shown.flatMap(dueTicket), total }
}
