import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep, ProcessChange } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'
import type { ProcessTemplate } from '../template/template.ts'

/** The template of an arbitration for each part of the area; undefined: the programme has none. */
export function arbitrationTemplate(templates: readonly ProcessTemplate[]): ProcessTemplate | undefined {
  return templates.find(each => each.art === 'schlichtung' && each.je === 'region')
}

/** The step with which an agreement is reached: the first that must be done. What follows it is for the case that none is. */
export function agreementStep<T extends { id: string; optional: boolean }>(
  steps: readonly T[],
): T | undefined {
  return steps.find(step => !step.optional)
}

/** Where an arbitration stands. */
export type ArbitrationState =
  /** `day` of `days`: 1 on the day after its start, which is not counted itself (§ 187 Abs. 1 BGB). */
  | { kind: 'running'; day: number; end: Temporal.PlainDate | null }
  /** Its time is over and nobody has said how it ended. */
  | { kind: 'unsettled'; end: Temporal.PlainDate }
  | { kind: 'agreed' }
  /** No agreement: what comes after it is to be done, `next` first; null: all of it is done. */
  | { kind: 'failed'; next: PlannedStep | null }

export function arbitrationState(plan: PlannedProcess, today: Temporal.PlainDate): ArbitrationState {
  const agreement = agreementStep(plan.steps)
  if (agreement?.state === 'erledigt') return { kind: 'agreed' }
  if (agreement?.state === 'entfallen')
    return { kind: 'failed', next: plan.steps.find(step => !isSettled(step) && !step.optional) ?? null }
  const end = agreement?.when?.last ?? null
  if (end && Temporal.PlainDate.compare(end, today) < 0) return { kind: 'unsettled', end }
  return { kind: 'running', day: plan.instance.start.until(today, { largestUnit: 'days' }).days, end }
}

/** What ends an arbitration: agreed, everything else falls away; failed, only what was to come before. */
export function changesOfResult(
  plan: PlannedProcess,
  result: 'einig' | 'gescheitert',
  on: Temporal.PlainDate,
): ProcessChange[] {
  const agreement = agreementStep(plan.steps)
  if (!agreement) return []
  const open = plan.steps.filter(step => !isSettled(step) && step.id !== agreement.id)
  const dropped = result === 'einig' ? open : open.filter(step => step.optional)
  return [
    result === 'einig'
      ? { kind: 'done', step: agreement.id, on: on.toString() }
      : { kind: 'dropped', step: agreement.id },
    ...dropped.map((step): ProcessChange => ({ kind: 'dropped', step: step.id })),
  ]
}
