import type { Profile } from '../../programme/profile.ts'
import type { PlannedStep } from '../process.ts'
import type { ProcessTemplate } from '../template/template.ts'

/** What every school of the programme has to settle; null: the programme asks for nothing of the kind. */
export function schoolChecklist({ ablaeufe }: Pick<Profile, 'ablaeufe'>): ProcessTemplate | null {
  return (
    ablaeufe.find(each => each.art === 'checkliste' && each.je === 'schule' && each.beginnt === 'immer') ??
    null
  )
}

/** The item that "4" or "A4" names: the letters before its number need not be said. null: there is none. */
export function checklistItem<T extends Pick<PlannedStep, 'id'>>(
  steps: readonly T[],
  typed: number,
): T | null {
  return steps.find(step => Number(/\d+$/.exec(step.id)?.[0]) === typed) ?? null
}
