import { auditLog } from '../../db/schema.ts'
import { removeUnit as markRemoved } from '../../db/units.ts'
import type { PlannedStep, Subject } from '../../domain/process/process.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import type { Unit } from '../../domain/process/subjects.ts'
import { sameSubject } from '../../domain/process/wantedInstances.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'

/** `of-profile`: it stands in the profile, where people cannot take it away by a command. */
export type RemovedUnit =
  | { kind: 'removed'; plans: Plans }
  | { kind: 'of-profile' }
  | { kind: 'asked'; open: number }

/**
 * Takes a school or model site away that people named: its Abläufe are planned no more, nobody is reminded of them. What was
 * written about it stays stored and comes back with its name. Asks first; `sure` says that it was answered.
 */
export async function removeUnit(
  needs: ChangeNeeds,
  actor: Actor,
  subject: Subject & Pick<Unit, 'kind'>,
  sure: boolean,
): Promise<RemovedUnit> {
  const { programme } = needs
  const at = needs.now().toString()
  const { after, result } = await changeProcesses<Exclude<RemovedUnit, { plans: Plans }> | null>(
    needs,
    actor,
    async (plans, tx) => {
      const named = plans.units.some(each => each.kind === subject.kind && each.name === subject.name)
      if (!named) return { result: { kind: 'of-profile' } }
      if (!sure) return { result: { kind: 'asked', open: openSteps(plans, subject).length } }
      await markRemoved(tx, programme.id, subject, at)
      await tx.insert(auditLog).values({
        programmeId: programme.id,
        at,
        actor: actor.id,
        action: 'einheit:entfernt',
        detail: { kind: subject.kind, name: subject.name },
      })
      return { result: null }
    },
  )
  return result ?? { kind: 'removed', plans: after }
}

/** What is left to do about it. */
export function openSteps({ all }: Pick<Plans, 'all'>, subject: Subject): PlannedStep[] {
  return all
    .filter(plan => !plan.over && sameSubject(plan.instance.subject, subject))
    .flatMap(({ steps }) => steps.filter(step => !isSettled(step) && !step.optional))
}
