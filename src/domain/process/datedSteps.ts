import { Temporal } from 'temporal-polyfill'
import type { Programme } from '../programme/programme.ts'
import { regionOfPlace } from '../programme/programme.ts'
import { relationTo } from '../time/pointInTime.ts'
import type { PlannedProcess, PlannedStep } from './process.ts'
import { isSettled, type StepOfProcess } from './stepsNamed.ts'
import { placeOf, type Unit } from './subjects.ts'
import { takesPlace } from './takesPlace.ts'
import { milestoneTemplateId } from './template/milestoneTemplate.ts'

/** Bounds are included; null: none. `overdue`: only what is over and not done. */
export interface Span {
  from: Temporal.PlainDate | null
  to: Temporal.PlainDate | null
}

/**
 * Open steps of Abläufe that run. Milestones are not among them: they are shown with their regions and moves. `plans` are those
 * that may be told in this place.
 */
export function openSteps(plans: readonly PlannedProcess[]): StepOfProcess[] {
  return plans
    .filter(process => !process.over && process.template.id !== milestoneTemplateId)
    .flatMap(process => process.steps.filter(step => !isSettled(step)).map(step => ({ process, step })))
}

/** Those whose time touches a span, earliest end first. */
export function stepsBetween(steps: readonly StepOfProcess[], { from, to }: Span): StepOfProcess[] {
  return steps
    .flatMap(at => (at.step.when ? [{ at, when: at.step.when }] : []))
    .filter(
      ({ when }) =>
        (from === null || relationTo(when, from) !== 'after') &&
        (to === null || relationTo(when, to) !== 'before'),
    )
    .sort((a, b) => Temporal.PlainDate.compare(a.when.last, b.when.last))
    .map(({ at }) => at)
}

/** Those whose time is over. What takes place by itself is over too, but nobody is late with it. */
export function overdueSteps(steps: readonly StepOfProcess[], today: Temporal.PlainDate): StepOfProcess[] {
  return stepsBetween(steps, { from: null, to: today }).filter(
    // stepsBetween gives dated ones only
    at => Temporal.PlainDate.compare(at.step.when!.last, today) < 0 && !takesPlace(at),
  )
}

/** Under way without any date, and waiting for nobody. */
export function runningUndated(steps: readonly StepOfProcess[]): StepOfProcess[] {
  return steps.filter(
    ({ step }) => step.when === null && step.state === 'laeuft' && step.waitsFor.length === 0,
  )
}

/** Whether a step concerns a region: its own, or all of them. What belongs to a school is where the school is. */
export function concernsRegion(
  programme: Programme,
  units: readonly Unit[],
  { process, step }: { process: PlannedProcess; step: PlannedStep },
  regionId: string,
): boolean {
  const { subject } = process.instance
  if (subject.kind === 'region') return subject.name === regionId
  if (step.regions.length > 0) return step.regions.includes(regionId)
  const place = placeOf(programme.profile, units, subject)
  return !place || regionOfPlace(programme, place)?.id === regionId
}
