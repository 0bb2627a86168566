import type { PlannedStep, ProcessInstance } from './process.ts'
import type { StepRecord } from './stepRecords.ts'

/**
 * The gate before a step as long as what it needs is not done; null: the way is free. A lock that a fact brought comes first;
 * behind it the gate of the template still stands.
 */
export function openGate(
  step: StepRecord,
  all: ReadonlyMap<string, StepRecord>,
  instance: ProcessInstance,
  context: { isDone(needed: string, instance: ProcessInstance): boolean },
): PlannedStep['gate'] {
  const { sperre } = step.template
  if (sperre && step.lock && !step.lock.unlocked && all.get(sperre.bis)?.state !== 'erledigt')
    return { needs: `${instance.template}:${sperre.bis}`, effect: 'sperren', unlocked: false }
  const gate = step.template.tor
  if (!gate || gate.wirkung === 'frei' || context.isDone(gate.braucht, instance)) return null
  return { needs: gate.braucht, effect: gate.wirkung, unlocked: step.unlocked }
}

/** Whether a gate keeps the step from being done until a person unlocks it with a reason. */
export function isBlocked(step: Pick<PlannedStep, 'gate'>): boolean {
  return step.gate !== null && step.gate.effect === 'sperren' && !step.gate.unlocked
}
