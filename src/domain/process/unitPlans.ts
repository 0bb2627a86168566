import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from './process.ts'
import { isSettled } from './stepsNamed.ts'
import type { ProcessTemplate } from './template.ts'

/** One Ablauf of a part of the area: the one that runs, or null while none has begun. */
export interface UnitPlan {
  template: ProcessTemplate
  plan: PlannedProcess | null
}

/** What is kept for one part of the area ("mitte"), in the order of the profile: of a repeated Ablauf the last one that began. */
export function unitPlans(
  templates: readonly ProcessTemplate[],
  plans: readonly PlannedProcess[],
  regionId: string,
  today: Temporal.PlainDate,
): UnitPlan[] {
  return templates
    .filter(template => template.je === 'region')
    .map(template => {
      const own = plans.filter(
        ({ instance }) =>
          instance.template === template.id &&
          instance.subject.kind === 'region' &&
          instance.subject.name === regionId &&
          Temporal.PlainDate.compare(instance.start, today) <= 0,
      )
      return { template, plan: own.findLast(plan => !plan.over) ?? own.at(-1) ?? null }
    })
}

/** What is still to be done in a part of the area. */
export interface UnitGap {
  plan: PlannedProcess
  step: PlannedStep
  overdue: boolean
}

/**
 * What is open: steps of the agreement and duties without a date, and dated ones from the day on which their first reminder is
 * due. What may be left out is not missing.
 */
export function unitGaps(unit: readonly UnitPlan[], today: Temporal.PlainDate, leadDays: number): UnitGap[] {
  return unit.flatMap(({ plan }) => {
    if (!plan || plan.over) return []
    return plan.steps.flatMap(step => {
      if (isSettled(step) || step.optional) return []
      if (!step.when)
        // What waits for another step is not anybody's turn; an agreement lacks all its steps.
        return plan.template.art === 'vereinbarung' || step.waitsFor.length === 0
          ? [{ plan, step, overdue: false }]
          : []
      const ahead = today.until(step.when.first, { largestUnit: 'days' }).days
      const lead = step.leadDays ? Math.max(0, ...step.leadDays) : leadDays
      return ahead <= lead
        ? [{ plan, step, overdue: Temporal.PlainDate.compare(step.when.last, today) < 0 }]
        : []
    })
  })
}
