import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'
import type { ProcessTemplate } from '../template/template.ts'

/** Reports that each school, Bezirk … owes. */
export function reportTemplates(templates: readonly ProcessTemplate[]): ProcessTemplate[] {
  return templates.filter(each => each.art === 'bericht' && each.je !== 'programm')
}

/** Whether anybody has said how often this report comes. */
export function hasCycle({ wiederholung, beginnt }: ProcessTemplate): boolean {
  return wiederholung !== null && beginnt !== 'auf_befehl'
}

export interface OpenReport {
  plan: PlannedProcess
  /** The first step that is not done. */
  step: PlannedStep
  overdue: boolean
}

/** Reports of cycles that have begun by `today` and are not there, the overdue first, then the oldest. */
export function openReports(
  template: ProcessTemplate,
  plans: readonly PlannedProcess[],
  today: Temporal.PlainDate,
): OpenReport[] {
  return plans
    .filter(
      ({ instance, over }) =>
        instance.template === template.id && !over && Temporal.PlainDate.compare(instance.start, today) <= 0,
    )
    .flatMap(plan => {
      const step = plan.steps.find(each => !isSettled(each))
      const last = step?.when?.last
      return step
        ? [{ plan, step, overdue: last !== undefined && Temporal.PlainDate.compare(last, today) < 0 }]
        : []
    })
    .sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        Temporal.PlainDate.compare(a.plan.instance.start, b.plan.instance.start),
    )
}
