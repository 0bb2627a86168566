import { Temporal } from 'temporal-polyfill'
import type { RangeValue } from '../src/chat/arguments/args.ts'
import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { seesCompanies } from '../src/chat/arguments/tenderArgs.ts'
import { type Context, defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayUse } from '../src/chat/permission.ts'
import { classesSeen } from '../src/chat/seen/classesSeen.ts'
import { mayReadWords, protectedLeftOut } from '../src/chat/seen/sight.ts'
import { placesOf, scopeOf } from '../src/chat/seen/statusOf.ts'
import { tenderSight } from '../src/chat/seen/tenderSeen.ts'
import { dueTicket } from '../src/db/ticketFigures.ts'
import { countTickets, listTickets, type TicketFilter } from '../src/db/tickets.ts'
import {
  concernsRegion,
  openSteps,
  overdueSteps,
  runningUndated,
  stepsBetween,
} from '../src/domain/process/datedSteps.ts'
import { untold } from '../src/domain/process/untold.ts'
import type { Programme } from '../src/domain/programme/programme.ts'
import { programmeNow } from '../src/domain/status/programmeNow.ts'
import { milestonesBetween, programmeView, type Scope } from '../src/domain/status/programmeView.ts'
import { tellsOfCompany } from '../src/domain/tender/stepsOfCompanies.ts'
import { withTenderSight } from '../src/domain/tender/tenderSight.ts'
import { dayOf } from '../src/domain/time/day.ts'
import type { Plans } from '../src/flows/processes/plans.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { around } from '../src/flows/processes/stepAnswers.ts'
import { mostCounted } from '../src/texts/listPages.ts'
import { programmeSentence } from '../src/texts/programmes/programmeState.ts'
import {
  type DeadlineFacts,
  deadlinesPage,
  deadlinesReply,
  mostTickets,
} from '../src/texts/steps/deadlines.ts'

const name = 'fristen'
const args = {
  range: {
    kind: 'range',
    label: 'Zeitraum',
    keys: ['zeitraum'],
    hint: 'heute, diese Woche, überfällig, 2024-05',
  },
  region: { kind: 'place', label: 'Ort oder Region', keys: ['region', 'ort'] },
  page: pageArg,
} as const

export default defineCommand({
  name,
  aliases: ['frist', 'termine'],
  summary: 'Zeigt alles, was ansteht: Antworten, Fristen, Meilensteine',
  help:
    'Zeigt, welche Antworten fällig sind, welche Fristen und Schritte der Abläufe anstehen, wer am Zug ist und worauf gewartet ' +
    'wird, und welche Meilensteine in der Zeit liegen. Ohne Zeitraum: Überfälliges und die nächsten 14 Tage. Möglich sind auch: ' +
    'heute, diese Woche, dieser Monat, überfällig, Mai, 2024-05, 2025, bis 31.05.2024, und ein Ort oder eine Region.',
  intent: 'deadlines_list',
  args,
  permission: 'everyone',
  changes: false,
  examples: [
    { input: 'fristen', shows: 'Fristen: nächste 14 Tage' },
    { input: 'fristen diese Woche', shows: 'Fristen: diese Woche' },
  ],
  async run(needs, said, context) {
    const now = needs.now()
    const today = dayOf(now)
    const range = said.range ?? nextDays(today)
    const paging = pagingOf({ name, args }, said)
    const plans = await plansToday(needs)
    const programme = programmeNow(needs.programme, plans.all, { withReasons: mayReadWords(context) })
    const scope: Scope = said.region ? scopeOf(needs, said.region) : { kind: 'programme' }
    const view = programmeView(programme, scope, today)
    // Without a lower bound the past would come along; what was reached long ago is no deadline.
    const from =
      said.range?.name === 'alle' || said.range?.name === 'ueberfaellig'
        ? null
        : (range.from ?? today.toString())
    const touched = milestonesBetween(view.milestones, dayFrom(from), dayFrom(range.to))
    const { headline, reason } = programmeSentence(view.status, programme.profile)
    // Steps of Abläufe are the office's own; milestones are public.
    const steps = mayUse(staff, context.person)
      ? stepsOf(programme, plans, scope, said.range, range, today, context)
      : null
    return deadlinesReply({
      range: range.german,
      where: said.region && said.region.kind !== 'area' ? said.region.name : null,
      tickets: await dueTickets(needs, range, scope, context, { steps, paging }),
      steps,
      ...around(needs, plans),
      milestones: range.name === 'ueberfaellig' ? touched.filter(each => each.state === 'open') : touched,
      resting: view.status.programme.value === 'aktiv' ? null : `${headline} ${reason}`,
      stand: programme.profile.stand,
      quelle: programme.profile.quelle,
      inChannel: protectedLeftOut(context),
      now,
      paging,
    })
  },
})

/** Overdue ones come with every list that reaches up to today; what runs without a date with those that ask for no day. */
function stepsOf(
  programme: Programme,
  plans: Plans,
  scope: Scope,
  said: RangeValue | null,
  range: RangeValue,
  today: Temporal.PlainDate,
  context: Context,
): NonNullable<DeadlineFacts['steps']> {
  const tenders = withTenderSight(plans.all, tenderSight(context))
  const told = mayReadWords(context) ? tenders : tenders.map(untold)
  const open = openSteps(told).filter(
    at =>
      (seesCompanies(context) || !tellsOfCompany(at)) &&
      (scope.kind !== 'region' || concernsRegion(programme, plans.units, at, scope.region.id)),
  )
  if (range.name === 'ueberfaellig') return { dated: overdueSteps(open, today), undated: [] }
  const within = stepsBetween(open, { from: dayFrom(range.from), to: dayFrom(range.to) })
  return { dated: within, undated: said === null || said.name === 'alle' ? runningUndated(open) : [] }
}

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
  needs: Needs<'programme' | 'db' | 'now'>,
  range: RangeValue,
  scope: Scope,
  context: Context,
  { steps, paging }: Pick<DeadlineFacts, 'steps' | 'paging'>,
): Promise<DeadlineFacts['tickets']> {
  const classes = classesSeen(context, 'metadata')
  if (classes.length === 0) return null
  const places = placesOf(scope)
  const filter: TicketFilter = {
    state: 'unbeantwortet',
    classes,
    hasDueDate: true,
    awakeOn: dayOf(needs.now()).toString(),
    ...(places && { places }),
    ...(range.from !== null && { dueFrom: range.from }),
    // The day after the last one that people can name has five digits in its year; everything is due before it.
    ...(range.to !== null &&
      range.to < '9999-12-31' && {
        dueBefore: Temporal.PlainDate.from(range.to).add({ days: 1 }).toString(),
      }),
  }
  const total = await countTickets(needs.db, needs.programme.id, filter, mostCounted)
  const start = (deadlinesPage({ tickets: { total }, steps, paging }) - 1) * mostTickets
  const shown = await listTickets(needs.db, needs.programme.id, filter, mostTickets, start)
  return { shown: shown.flatMap(dueTicket), total }
}
