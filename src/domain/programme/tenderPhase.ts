import type { Profile } from './profile.ts'

/** Phases in which bidders are in competition (domain.md section 4). */
const runningPhases: readonly Profile['vergabe']['phase'][] = [
  'tnw',
  'angebotsphase',
  'verhandlung',
  'wartefrist',
]

/** Whether a tender runs: from its notice to the end of the stand-still. */
export function tenderRuns({ vergabe }: Pick<Profile, 'vergabe'>): boolean {
  return runningPhases.includes(vergabe.phase)
}
