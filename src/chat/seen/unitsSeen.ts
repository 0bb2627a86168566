import { type UnitGap, type UnitPlan, unitGaps, unitPlans } from '../../domain/process/kinds/unitPlans.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Region } from '../../domain/programme/profile.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { PlaceValue } from '../arguments/args.ts'
import type { Needs } from '../command.ts'

/** Days before a date from which on it counts as open; where the step has no lead time of its own. */
const leadDays = 14

/** Whether the programme keeps something for each Bezirk. */
export function hasDistricts({ profile }: Programme): boolean {
  return profile.gebietseinheit === 'Bezirk' && profile.ablaeufe.some(each => each.je === 'region')
}

/** What is kept for a part of the area, and what of it is open. */
export function unitSeen(
  { programme, now }: Needs<'programme' | 'now'>,
  plans: readonly PlannedProcess[],
  region: Region,
): { unit: UnitPlan[]; gaps: UnitGap[] } {
  const today = dayOf(now())
  const unit = unitPlans(programme.profile.ablaeufe, plans, region.id, today)
  return { unit, gaps: unitGaps(unit, today, leadDays) }
}

/** The part of the area that a place lies in; null for the whole area, and for a place without one. */
export function regionOf(programme: Programme, value: PlaceValue): Region | null {
  if (value.kind === 'region') return programme.regionById.get(value.id) ?? null
  return value.kind === 'place' ? (programme.regionByPlace.get(value.name) ?? null) : null
}
