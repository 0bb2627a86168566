import type { TenderSight } from '../../domain/tender/tenderSight.ts'
import { isInHouse } from '../../domain/ticket/visibility.ts'
import { tenderRoles } from '../arguments/tenderArgs.ts'
import type { Context } from '../command.ts'
import { mayUse } from '../permission.ts'

/**
 * What of a procedure of procurement may be said to this person in this place: in a channel its phase; in a direct message of a cloud
 * its dates to those who lead it, to others the public ones; in the house its dates (domain.md section 8).
 */
export function tenderSight({
  viewer,
  place,
  person,
}: Pick<Context, 'viewer' | 'place' | 'person'>): TenderSight {
  if (viewer.inChannel) return 'none'
  return isInHouse(place.platform) || mayUse(tenderRoles, person) ? 'dates' : 'public'
}
