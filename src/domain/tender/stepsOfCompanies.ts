import type { PlannedProcess, PlannedStep } from '../process/process.ts'

interface At {
  process: Pick<PlannedProcess, 'template'>
  step: Pick<PlannedStep, 'id'>
}

/** Phases that exist only because a company asked. */
const ofCompanies: ReadonlySet<string> = new Set(['auskunft'])

/** Whether a step alone tells that a company asked: known to the Vergabestelle only (domain.md sections 4 and 8). */
export function tellsOfCompany({ process, step }: At): boolean {
  return process.template.art === 'vergabe' && ofCompanies.has(step.id)
}

/**
 * Whether channels and calendars, which others read too, must not say what a step is: besides the above a review. They say that
 * there is a date, because a day that the law sets must not be missed.
 */
export function unnamedOutside({ process, step }: At): boolean {
  return (
    tellsOfCompany({ process, step }) || (process.template.art === 'vergabe' && step.id === 'nachpruefung')
  )
}

/** What they say instead. */
export const unnamedStep = 'Frist im Vergabeverfahren'
