import type { StepOfProcess } from '../process/stepsNamed.ts'

/** Phases that exist only because a company asked or complained. */
const ofCompanies: ReadonlySet<string> = new Set(['auskunft'])

/** Whether a step alone tells that a company asked: known to the Vergabestelle only (domain.md sections 4 and 8). */
export function tellsOfCompany({ process, step }: StepOfProcess): boolean {
  return process.template.art === 'vergabe' && ofCompanies.has(step.id)
}
