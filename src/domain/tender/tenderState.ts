import type { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep, When } from '../process/process.ts'
import { isSettled } from '../process/stepsNamed.ts'
import type { TenderPhase } from '../programme/profile.ts'
import { currentProcedure } from './currentProcedure.ts'
import { phaseByPlan } from './phaseOf.ts'

/** Where the tender stands in what everybody may know: never names or counts of companies, no reasons, no reviews. */
export interface TenderState {
  /** "Verhandlungsverfahren mit Teilnahmewettbewerb". */
  procedure: string
  phase: TenderPhase
  /** The day on which the phase began; null: it was set by hand, or no day is known. */
  since: Temporal.PlainDate | null
  /** The next public date. `earliest`: the least period alone gives it, nobody has set a date yet. */
  next: { title: string; when: When; earliest: boolean } | null
  /** ISO instant of the last change; null: none. */
  changedAt: string | null
}

/** The state of the procedure that runs, or of the last one; null: none was begun here. */
export function tenderStateOf(plans: readonly PlannedProcess[]): TenderState | null {
  const process = currentProcedure(plans)
  const phase = process && phaseByPlan(process)
  if (!process || !phase) return null
  const began = process.template.schritte.findLast(each => each.stand === phase)
  const next = process.steps.find(step => isPublic(process, step) && !isSettled(step) && step.when !== null)
  return {
    procedure: process.template.name,
    phase,
    since: process.steps.find(each => each.id === began?.id)?.doneOn ?? null,
    next: next?.when ? { title: next.title, when: next.when, earliest: next.why !== '' } : null,
    changedAt: process.changedAt,
  }
}

/**
 * Whether a step's date stands in a public notice. The end of the period for tenders does so only where everybody may hand in
 * one; in procedures of two stages those who are invited alone hear of it.
 */
export function isPublic(
  { template }: Pick<PlannedProcess, 'template'>,
  { id }: Pick<PlannedStep, 'id'>,
): boolean {
  if (id === 'angebote') return !template.schritte.some(each => each.id === 'aufforderung')
  return ['bekanntmachung', 'teilnahmefrist', 'vergabebekanntmachung'].includes(id)
}
