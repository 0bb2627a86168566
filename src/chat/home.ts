import type { Temporal } from 'temporal-polyfill'
import { countTickets, listTickets, type TicketFilter } from '../db/tickets.ts'
import { openSteps, stepsBetween } from '../domain/process/datedSteps.ts'
import type { PlannedProcess } from '../domain/process/process.ts'
import type { StepOfProcess } from '../domain/process/stepsNamed.ts'
import { untold } from '../domain/process/untold.ts'
import { tellsOfCompany } from '../domain/tender/stepsOfCompanies.ts'
import { withTenderSight } from '../domain/tender/tenderSight.ts'
import { sightOf } from '../domain/ticket/visibility.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Person, Place } from '../reply/incoming.ts'
import type { Reply } from '../reply/reply.ts'
import type { NameOf } from '../texts/steps/stepWords.ts'
import { guestHome, staffHome } from '../texts/talkHome.ts'
import { ticketRow } from '../texts/ticketFacts.ts'
import { roleOf } from './arguments/roleOf.ts'
import { seesCompanies } from './arguments/tenderArgs.ts'
import { type Context, type Needs, staff } from './command.ts'
import { mayUse } from './permission.ts'
import { classesSeen } from './seen/classesSeen.ts'
import { mayReadWords, protectedLeftOut, sightFor } from './seen/sight.ts'
import { tenderSight } from './seen/tenderSeen.ts'

/** All Abläufe as they stand today, and how their steps are named. */
export interface HomePlans {
  all: readonly PlannedProcess[]
  nameOf: NameOf
}

const mostTickets = 10
const mostSteps = 8
/** Days ahead. */
const ahead = 14

/**
 * What a person sees on opening our own page of a platform: the open Vorgänge and the Fristen of the own function, at what the place may
 * see; a guest reads what this is and how an account is linked. `plans` is only asked for where it is shown.
 */
export async function homeReply(
  needs: Needs<'db' | 'programme' | 'now'>,
  plans: () => Promise<HomePlans>,
  person: Person,
  place: Place,
): Promise<Reply> {
  const { programme } = needs
  if (!mayUse(staff, person)) return guestHome(programme.profile)
  const context: Context = { person, place, viewer: { roles: person.roles, inChannel: place.shared } }
  const now = needs.now()
  const today = dayOf(now)
  const [tickets, { all, nameOf }] = await Promise.all([ownTickets(needs, context, today), plans()])
  const steps = ownSteps(all, context, roleOf(programme.profile, { kind: 'me' }, context), today)
  return staffHome({
    name: person.name,
    ...tickets,
    steps: { shown: steps.slice(0, mostSteps), total: steps.length },
    profile: programme.profile,
    nameOf,
    protectedLeftOut: protectedLeftOut(context),
    now,
  })
}

async function ownTickets(needs: Needs<'db' | 'programme'>, context: Context, today: Temporal.PlainDate) {
  // To stand in a list of one's own tells who has it, which of a protected Vorgang may not be told.
  const seen = classesSeen(context, 'metadata')
  // A page that lies open is read over shoulders: in a cloud it tells no more than a channel may know.
  const classes = protectedLeftOut(context)
    ? seen.filter(each => sightOf('kanal', each) === 'metadata')
    : seen
  const of = (filter: Partial<TicketFilter>): TicketFilter => ({ state: 'offen', ...filter, classes })
  // What was put off is on nobody's list of today.
  const own = of({ owner: context.person.name, awakeOn: today.toString() })
  const count = (filter: TicketFilter) => countTickets(needs.db, needs.programme.id, filter)
  const [mine, total, overdue, unowned] = await Promise.all([
    listTickets(needs.db, needs.programme.id, own, mostTickets),
    count(own),
    count({ ...own, state: 'unbeantwortet', dueBefore: today.toString() }),
    count(of({ owner: null })),
  ])
  const rows = mine.flatMap(ticket => {
    const sight = sightFor(context, ticket.dataClass)
    return sight === 'nothing' ? [] : [ticketRow(ticket, sight, today)]
  })
  return { tickets: { rows, total, numbers: mine.map(({ number }) => number) }, overdue, unowned }
}

/** Overdue ones and those of the next days that this function has. */
function ownSteps(
  all: readonly PlannedProcess[],
  context: Context,
  role: string | null,
  today: Temporal.PlainDate,
): StepOfProcess[] {
  const tenders = withTenderSight(all, tenderSight(context))
  const told = mayReadWords(context) ? tenders : tenders.map(untold)
  const own = openSteps(told).filter(
    at => at.step.role === role && (seesCompanies(context) || !tellsOfCompany(at)),
  )
  return stepsBetween(own, { from: null, to: today.add({ days: ahead }) })
}
