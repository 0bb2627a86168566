import { fingerprintOf } from '../../domain/process/fingerprint.ts'
import { type Refusal, refusalOf } from '../../domain/process/mayChange.ts'
import { type Preview, previewOf } from '../../domain/process/previewOf.ts'
import type { ProcessChange } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { LegalCheck } from '../../domain/tender/legalCheck.ts'
import { dayOf } from '../../domain/time/day.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import { checkMove } from './checkMove.ts'
import type { Plans } from './plans.ts'
import { plansAfter } from './plansAfter.ts'

export type StepChange = Extract<
  ProcessChange,
  { kind: 'done' | 'reopened' | 'moved' | 'unset' | 'snoozed' | 'unlocked' | 'owner' | 'dropped' }
>

/** What a person wants to become of a step. */
export interface WantedChange {
  processId: number
  change: StepChange
  reason: string | null
  decidedBy: string | null
  /** The fingerprint of the preview that was confirmed; null: none was shown yet. */
  confirmed: string | null
}

/** `preview`: every date that moves, the step's own first. `hints`: what the law wants to be known. */
export type ChangedStep =
  | { kind: 'refused'; why: Refusal; at: StepOfProcess; plans: Plans }
  /** Nothing was changed: this is what would happen. `again`: something else was confirmed. */
  | (Extract<Decided, { kind: 'asked' }> & { at: StepOfProcess; plans: Plans })
  | (Extract<Decided, { kind: 'changed' }> & { at: StepOfProcess; before: Plans; plans: Plans })

/**
 * Changes one step. What moves dates that people reckon with is shown first and made only with the fingerprint of what was
 * shown; if the plans changed in between, it is shown anew. A move is always shown first.
 */
export async function changeStep(
  needs: ChangeNeeds,
  actor: Actor,
  wanted: WantedChange,
): Promise<ChangedStep> {
  const { processId, change, reason, decidedBy } = wanted
  const today = dayOf(needs.now())
  const { before, after, result } = await changeProcesses<Decided>(needs, actor, plans => {
    const at = stepIn(plans, processId, change.step)
    const law = checkMove(needs, at, change, reason)
    const why: Refusal | null =
      refusalOf(at.process, at.step, change, today, law !== null) ??
      (law?.kind === 'refused' ? { kind: 'law', sentence: law.sentence } : null)
    if (why) return { result: { kind: 'refused', why } }
    const hints = hintsOf(law)
    const preview = previewOf(plans.all, plansAfter(needs, plans, { changes: [{ processId, change }] }))
    if (change.kind === 'unset' && !preview.moved.some(each => isItself(each, processId, change)))
      return { result: { kind: 'refused', why: { kind: 'as-rule' } } }
    const fingerprint = fingerprintOf(processId, change, preview)
    const shown =
      change.kind === 'moved' || change.kind === 'unset' || movesOthers(preview, processId, change)
    if (shown && wanted.confirmed !== fingerprint)
      return { result: { kind: 'asked', preview, fingerprint, hints, again: wanted.confirmed !== null } }
    // The reason of a deviation is kept as the law wants it.
    const kept = law?.kind === 'deviation' ? law.reason : reason
    return {
      changes: [{ processId, change, reason: kept, decidedBy }],
      result: { kind: 'changed', preview, hints },
    }
  })
  const at = stepIn(after, processId, change.step)
  return result.kind === 'changed' ? { ...result, at, before, plans: after } : { ...result, at, plans: after }
}

type Decided =
  | { kind: 'refused'; why: Refusal }
  | { kind: 'asked'; preview: Preview; fingerprint: string; hints: readonly string[]; again: boolean }
  | { kind: 'changed'; preview: Preview; hints: readonly string[] }

function hintsOf(law: LegalCheck | null): readonly string[] {
  if (law?.kind === 'deviation') return [law.sentence]
  return law?.kind === 'ok' ? law.hints : []
}

/** Dates that were known and move; one that is known for the first time surprises nobody. */
function movesOthers({ moved }: Preview, processId: number, change: StepChange): boolean {
  return moved.some(each => each.from !== null && !isItself(each, processId, change))
}

function isItself({ process, step }: StepOfProcess, processId: number, change: StepChange): boolean {
  return process.instance.id === processId && step.id === change.step
}

function stepIn(plans: Plans, processId: number, id: string): StepOfProcess {
  const process = plans.all.find(each => each.instance.id === processId)
  const step = process?.steps.find(each => each.id === id)
  if (!process || !step) throw new Error(`no step ${id} in Ablauf ${processId}`) // looked up a moment before
  return { process, step }
}
