import { ticketFigures } from '../../db/ticketFigures.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Unit } from '../../domain/process/subjects.ts'
import { untold } from '../../domain/process/untold.ts'
import { regionOfPlace } from '../../domain/programme/programme.ts'
import { programmeNow } from '../../domain/status/programmeNow.ts'
import { programmeView, type Scope } from '../../domain/status/programmeView.ts'
import { stepsView } from '../../domain/status/stepsView.ts'
import { withTenderSight } from '../../domain/tender/tenderSight.ts'
import { tenderStateOf } from '../../domain/tender/tenderState.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Reply } from '../../reply/reply.ts'
import { statusReply } from '../../texts/status.ts'
import type { PlaceValue } from '../arguments/args.ts'
import { type Context, type Needs, staff } from '../command.ts'
import { mayUse } from '../permission.ts'
import { classesSeen } from './classesSeen.ts'
import { lastEntrySeen } from './lastEntry.ts'
import { mayReadWords, protectedLeftOut } from './sight.ts'
import { tenderSight } from './tenderSeen.ts'

/** The region that a place belongs to; a place without one stays a place, the whole area is the programme. */
export function scopeOf(needs: Needs<'programme'>, value: PlaceValue): Scope {
  const { programme } = needs
  if (value.kind === 'area') return { kind: 'programme' }
  const place =
    value.kind === 'place' ? programme.profile.orte.find(each => each.name === value.name) : undefined
  const region =
    value.kind === 'region' ? programme.regionById.get(value.id) : regionOfPlace(programme, value.name)
  if (region) return { kind: 'region', region }
  if (place) return { kind: 'place', place }
  throw new Error(`the profile has no ${value.kind} ${value.name}`) // a PlaceValue comes from the same profile
}

/** Fetches the figures that the asker may see here and puts the answer to "status" together. */
export async function statusOf(
  needs: Needs<'programme' | 'db' | 'now'>,
  scope: Scope,
  context: Context,
  plans: StatusPlans,
): Promise<Reply> {
  const now = needs.now()
  const today = dayOf(now)
  const programme = programmeNow(needs.programme, plans.all, { withReasons: mayReadWords(context) })
  const places = placesOf(scope)
  const tickets = await ticketFigures(needs.db, programme.id, {
    classes: classesSeen(context, 'metadata'),
    today: today.toString(),
    ...(places && { places }),
  })
  const view = programmeView(programme, scope, today)
  const shown = mayUse(staff, context.person) && view.status.programme.value === 'aktiv'
  const tenders = withTenderSight(plans.all, tenderSight(context))
  const told = mayReadWords(context) ? tenders : tenders.map(untold)
  const steps = shown
    ? { ...stepsView(programme, told, plans.units, scope, today), nameOf: plans.nameOf }
    : null
  return statusReply({
    programme,
    view,
    tickets,
    steps,
    tender: tenderStateOf(plans.all),
    inChannel: protectedLeftOut(context),
    enteredUntil: lastEntrySeen(plans.all, context),
    now,
  })
}

/** What "status" uses of the plans of all Abläufe. */
export interface StatusPlans {
  all: readonly PlannedProcess[]
  units: readonly Unit[]
  nameOf(at: StepOfProcess): string
}

/** The places whose Vorgänge belong to a scope; null: all Vorgänge, also those without a place. */
export function placesOf(scope: Scope): readonly string[] | null {
  switch (scope.kind) {
    case 'programme':
      return null
    case 'region':
      return scope.region.orte
    case 'place':
      return [scope.place.name]
  }
}
