import type { PlannedProcess } from '../process/process.ts'
import { isSettled } from '../process/stepsNamed.ts'

/** The block of the count-back that is over once this phase of the procedure is. */
const lastStepOf: Record<string, readonly string[]> = {
  teilnahmefrist: ['teilnahmefrist'],
  eignung: ['aufforderung'],
  erstangebote: ['angebote'],
  angebotsfrist: ['angebote'],
  verhandlung: ['verhandlung', 'endangebote', 'wertung'],
  endgueltige_angebote: ['endangebote', 'wertung'],
  wertung: ['wertung'],
  gremium: ['gremium', 'information', 'zuschlag'],
  wartefrist: ['zuschlag'],
}

/** Blocks of the count-back (machbarkeit.yaml) that lie behind a procedure; a phase that was left out counts when a later one is over. */
export function blocksBehind({ steps }: Pick<PlannedProcess, 'steps'>): string[] {
  const done = new Set(steps.filter(isSettled).map(each => each.id))
  return Object.entries(lastStepOf).flatMap(([block, ids]) => (ids.some(id => done.has(id)) ? [block] : []))
}
