import { programmeNamed } from '../buildWorld.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { ProblemForPeople } from '../problem.ts'

/** Finds the programme that a line names, or the one of the settings when it names none; null when there is none. */
export type ProgrammeFor = (name: string | null | undefined) => Programme | null

/** Reads each profile once. A line may name profiles, not files: it comes from elsewhere. */
export function programmesOf(standard: string): ProgrammeFor {
  const known = new Map<string, Programme | null>([['', programmeNamed(standard)]])
  return name => {
    const key = name ?? ''
    if (!known.has(key)) known.set(key, /^[a-z0-9-]{1,60}$/.test(key) ? existing(key) : null)
    return known.get(key) ?? null
  }
}

function existing(name: string): Programme | null {
  try {
    return programmeNamed(name)
  } catch (error) {
    if (error instanceof ProblemForPeople) return null
    throw error
  }
}
