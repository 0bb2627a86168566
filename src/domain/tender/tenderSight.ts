import type { PlannedProcess } from '../process/process.ts'
import type { StepOfProcess } from '../process/stepsNamed.ts'
import { isPublic } from './tenderState.ts'

/** What of a procedure may be said: all its dates, those that a public notice holds, or none beside its phase. */
export type TenderSight = 'dates' | 'public' | 'none'

/** Whether a step may be named; those of other Abläufe always. */
export function isTenderStepSeen({ process, step }: StepOfProcess, sight: TenderSight): boolean {
  if (process.template.art !== 'vergabe' || sight === 'dates') return true
  return sight === 'public' && isPublic(process, step)
}

/** The Abläufe with the steps that may be named. */
export function withTenderSight(plans: readonly PlannedProcess[], sight: TenderSight): PlannedProcess[] {
  if (sight === 'dates') return [...plans]
  return plans
    .filter(({ template }) => sight === 'public' || template.art !== 'vergabe')
    .map(process => ({
      ...process,
      steps: process.steps.filter(step => isTenderStepSeen({ process, step }, sight)),
    }))
}
