import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'
import type { ProcessTemplate } from '../template/template.ts'

/** One Ablauf of a part of the area: those that run, else the last one; none while none has begun. */
export interface UnitPlan {
  template: ProcessTemplate
  plans: readonly PlannedProcess[]
}

/**
 * What is kept for one part of the area ("mitte"), in the order of the profile. Of a repeated Ablauf several may run: the
 * result of one talk is owed while the next talk is already due in a year.
 */
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
      const running = own.filter(plan => !plan.over)
      return { template, plans: running.length > 0 ? running : own.slice(-1) }
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
  return unit
    .flatMap(({ plans }) => plans)
    .flatMap(plan => {
      if (plan.over) return []
      return plan.steps.flatMap(step => {
        if (isSettled(step) || step.optional) return []
        // What waits for another step is not anybody's turn; an agreement lacks all its steps.
        if (step.waitsFor.length > 0 && plan.template.art !== 'vereinbarung') return []
        if (!step.when) return [{ plan, step, overdue: false }]
        const ahead = today.until(step.when.first, { largestUnit: 'days' }).days
        const lead = step.leadDays ? Math.max(0, ...step.leadDays) : leadDays
        return ahead <= lead
          ? [{ plan, step, overdue: Temporal.PlainDate.compare(step.when.last, today) < 0 }]
          : []
      })
    })
}
