import { ticketFigures } from '../db/ticketFigures.ts'
import { regionOfPlace } from '../domain/programme/programme.ts'
import { programmeView, type Scope } from '../domain/status/programmeView.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Reply } from '../reply/reply.ts'
import { statusReply } from '../texts/status.ts'
import type { PlaceValue } from './args.ts'
import { classesSeen } from './classesSeen.ts'
import type { Context, Needs } from './command.ts'
import { protectedLeftOut } from './sight.ts'

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
): Promise<Reply> {
  const now = needs.now()
  const today = dayOf(now)
  const { programme } = needs
  const places = placesOf(scope)
  const tickets = await ticketFigures(needs.db, programme.id, {
    classes: classesSeen(context, 'metadata'),
    today: today.toString(),
    ...(places && { places }),
  })
  const view = programmeView(programme, scope, today)
  return statusReply({ programme, view, tickets, inChannel: protectedLeftOut(context), now })
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
