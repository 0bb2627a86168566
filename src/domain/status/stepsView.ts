import type { Temporal } from 'temporal-polyfill'
import {
  concernsRegion,
  openSteps,
  overdueSteps,
  runningUndated,
  stepsBetween,
} from '../process/datedSteps.ts'
import { isBlocked } from '../process/gates.ts'
import { openSince } from '../process/openSince.ts'
import type { PlannedProcess } from '../process/process.ts'
import type { StepOfProcess } from '../process/stepsNamed.ts'
import type { Unit } from '../process/subjects.ts'
import type { Programme } from '../programme/programme.ts'
import type { Scope } from './programmeView.ts'

/** What the Abläufe say about a scope on a day, for one screen. */
export interface StepsView {
  /** Due today or in the next two weeks, earliest first. */
  due: StepOfProcess[]
  /** Overdue, under way for long, or due soon behind a locked gate: the longest first. */
  stuck: StepOfProcess[]
  /** Abläufe of an agreement in which something was entered since the document. */
  agreements: PlannedProcess[]
}

/** A review that takes longer than this hangs (domain.md section 2, pinneberg); days. */
const longDays = 21
const dueDays = 14

export function stepsView(
  programme: Programme,
  plans: readonly PlannedProcess[],
  units: readonly Unit[],
  scope: Scope,
  today: Temporal.PlainDate,
): StepsView {
  const concerned = (at: StepOfProcess) =>
    scope.kind !== 'region' || concernsRegion(programme, units, at, scope.region.id)
  const open = openSteps(plans).filter(at => concerned(at) && !at.step.optional)
  const overdue = overdueSteps(open, today)
  const long = runningUndated(open).filter(({ process, step }) => {
    const since = openSince(process, step)
    return since !== null && since.until(today, { largestUnit: 'days' }).days > longDays
  })
  const soon = stepsBetween(open, { from: today, to: today.add({ days: dueDays }) })
  return {
    due: soon,
    stuck: [...overdue, ...long, ...soon.filter(({ step }) => isBlocked(step))],
    agreements: plans.filter(
      process =>
        process.template.art === 'vereinbarung' &&
        process.changedAt !== null &&
        process.steps.some(step => concerned({ process, step })),
    ),
  }
}
