import { arbitrationTemplate } from '../../domain/process/kinds/arbitration.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { PlaceValue } from '../arguments/args.ts'
import { regionOf } from './unitsSeen.ts'

/** Arbitrations of the area or of one part of it, the latest first. */
export function arbitrationsIn(
  programme: Programme,
  plans: readonly PlannedProcess[],
  value: PlaceValue | null,
): PlannedProcess[] {
  const template = arbitrationTemplate(programme.profile.ablaeufe)
  const region = value && regionOf(programme, value)
  return plans
    .filter(
      ({ instance }) =>
        instance.template === template?.id && (region === null || instance.subject.name === region.id),
    )
    .reverse()
}
