import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Plans } from './plans.ts'

/** The points of all handover lists, in their order: number 1 is the first. */
export function handoverSteps(plans: Pick<Plans, 'all'>): StepOfProcess[] {
  return plans.all
    .filter(each => each.template.art === 'uebergabe')
    .flatMap(process => process.steps.map(step => ({ process, step })))
}
