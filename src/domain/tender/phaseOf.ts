import type { PlannedProcess } from '../process/process.ts'
import type { Profile, TenderPhase } from '../programme/profile.ts'
import { tenderPhases } from '../programme/profileParts.ts'
import { type Programme, programmeOf } from '../programme/programme.ts'

/** The fact of a procedure that says where it stands. */
export const phaseFact = 'phase'

/**
 * Where a procedure stands by what was done: the state that the last finished phase of its template began, or what a person
 * said instead. null: it is not a procedure.
 */
export function phaseByPlan({ template, steps, facts }: PlannedProcess): TenderPhase | null {
  if (template.art !== 'vergabe') return null
  const said = asPhase(facts.phase_gesetzt)
  if (said) return said
  const begun = template.schritte.flatMap(({ id, stand }) =>
    stand !== undefined && steps.some(step => step.id === id && step.state === 'erledigt') ? [stand] : [],
  )
  return asPhase(begun.at(-1)) ?? 'vorbereitung'
}

/** The phase that a value names; null when it is none. */
export function asPhase(value: unknown): TenderPhase | null {
  return tenderPhases.find(each => each === value) ?? null
}

const inPhases = new WeakMap<Profile, Map<TenderPhase, Programme>>()

/** The same programme as it is in this phase; the same object each time. null: as its profile says. */
export function programmeInPhase(programme: Programme, phase: TenderPhase | null): Programme {
  const { profile } = programme
  if (phase === null || phase === profile.vergabe.phase) return programme
  const known = inPhases.get(profile) ?? new Map<TenderPhase, Programme>()
  inPhases.set(profile, known)
  const found = known.get(phase) ?? programmeOf({ ...profile, vergabe: { ...profile.vergabe, phase } })
  known.set(phase, found)
  return found
}
