import { Temporal } from 'temporal-polyfill'
import type { Move, PlannedProcess, PlannedStep, When } from '../process/process.ts'
import { milestoneTemplateId } from '../process/template/milestoneTemplate.ts'
import type { Milestone } from '../programme/profile.ts'
import type { Programme } from '../programme/programme.ts'
import { currentProcedure } from '../tender/currentProcedure.ts'
import { phaseByPlan } from '../tender/phaseOf.ts'

/**
 * The programme with its milestones as they stand in their Ablauf (moved, done or dropped by people since the profile was
 * written) and its tender in the phase that its procedure is in. `withReasons`: what people typed as a reason is told too (it may hold names).
 */
export function programmeNow(
  programme: Programme,
  plans: readonly PlannedProcess[],
  { withReasons }: { withReasons: boolean },
): Programme {
  const plan = plans.find(each => each.template.id === milestoneTemplateId)
  const inPhase = withPhase(programme, plans)
  if (!plan || (plan.changedAt === null && plan.steps.every(step => step.doneWith === null))) return inPhase
  const steps = new Map(plan.steps.map(step => [step.id, step]))
  const meilensteine = programme.profile.meilensteine.flatMap(milestone => {
    const step = steps.get(milestone.id)
    if (step?.state === 'entfallen') return []
    return step ? [milestoneNow(milestone, step, withReasons)] : [milestone]
  })
  return { ...inPhase, profile: { ...inPhase.profile, meilensteine } }
}

/** The words of the document about the tender hold only as long as its procedure has not gone on. */
function withPhase(programme: Programme, plans: readonly PlannedProcess[]): Programme {
  const { vergabe } = programme.profile
  const procedure = currentProcedure(plans)
  const phase = procedure && phaseByPlan(procedure)
  if (!phase || phase === vergabe.phase) return programme
  return { ...programme, profile: { ...programme.profile, vergabe: { ...vergabe, phase, stand_text: null } } }
}

function milestoneNow(milestone: Milestone, step: PlannedStep, withReasons: boolean): Milestone {
  const made = step.moves.filter(move => move.at !== null && move.from !== null)
  const jetzt = step.when && pointOf(step.when)
  const changed = {
    ...milestone,
    jetzt,
    verschiebungen: [...milestone.verschiebungen, ...made.map(move => moveOf(move, withReasons))],
  }
  if (step.state === 'erledigt')
    return { ...changed, status: 'erledigt', ...(step.doneWith !== null && { doneWith: step.doneWith }) }
  // Opened again, it is what it was before it was done.
  if (milestone.status === 'erledigt') return { ...changed, status: 'geplant' }
  return made.length > 0 ? { ...changed, status: 'verschoben' } : changed
}

function moveOf(move: Move, withReasons: boolean): Milestone['verschiebungen'][number] {
  return {
    von: pointOf(move.from!), // only moves away from a date are told
    nach: move.to && pointOf(move.to),
    grund: withReasons && move.reason ? move.reason : 'Grund hinterlegt',
    ...(withReasons && move.decidedBy !== null && { beschlossen_von: move.decidedBy }),
    quelle: `eingetragen am ${Temporal.Instant.from(move.at!).toString().slice(0, 10)}`,
  }
}

function pointOf({ wann, tentative }: When) {
  return { wann, voraussichtlich: tentative }
}
