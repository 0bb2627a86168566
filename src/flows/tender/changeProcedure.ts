import { fingerprintOf } from '../../domain/process/fingerprint.ts'
import { type Preview, previewOf } from '../../domain/process/previewOf.ts'
import type { PlannedProcess, ProcessChange } from '../../domain/process/process.ts'
import type { NewInstance } from '../../domain/process/wantedInstances.ts'
import { beginByHand } from '../processes/beginByHand.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from '../processes/changeProcesses.ts'
import type { Plans } from '../processes/plans.ts'
import { notYet, plansAfter } from '../processes/plansAfter.ts'

export interface ReasonedChange {
  change: ProcessChange
  reason?: string | null
}

/** What a person wants to become of the procedures of a programme. */
export interface TenderDecision {
  /** What is added to Abläufe that there are. */
  changes?: readonly (ReasonedChange & { processId: number })[]
  /** A procedure that begins, with what is known of it at once. */
  begin?: { instance: NewInstance; changes: readonly ReasonedChange[] }
  /** German sentences that belong to the answer. */
  hints?: readonly string[]
}

/** `faults`: German sentences, at least one. */
export type ChangedProcedure =
  | { kind: 'refused'; faults: readonly string[]; plans: Plans }
  /** Nothing was changed: this is what would happen. `again`: something else was confirmed. */
  | {
      kind: 'asked'
      preview: Preview
      fingerprint: string
      again: boolean
      hints: readonly string[]
      plans: Plans
      after: readonly PlannedProcess[]
    }
  | { kind: 'changed'; preview: Preview; hints: readonly string[]; before: Plans; plans: Plans }

/**
 * Changes procedures as `decide` says, or says why not. With `confirmed` undefined it is made at once; else only with the
 * fingerprint of the preview that was shown, so that what is made is what was shown.
 */
export async function changeProcedure(
  needs: ChangeNeeds,
  actor: Actor,
  confirmed: string | null | undefined,
  decide: (plans: Plans) => TenderDecision | { refused: string },
): Promise<ChangedProcedure> {
  const { before, after, result } = await changeProcesses<Decided>(needs, actor, async (plans, tx) => {
    const wanted = decide(plans)
    if ('refused' in wanted) return { result: { kind: 'refused', faults: [wanted.refused] } }
    const hints = wanted.hints ?? []
    const planned = plansAfter(needs, plans, wanted)
    const faults = newFaults(plans.all, planned)
    if (faults.length > 0) return { result: { kind: 'refused', faults } }
    const preview = previewOf(plans.all, planned)
    const all = [...(wanted.changes ?? []), ...(wanted.begin?.changes ?? [])].map(each => each.change)
    const fingerprint = fingerprintOf(
      wanted.changes?.[0]?.processId ?? notYet,
      all,
      preview,
      wanted.begin?.instance,
    )
    if (confirmed !== undefined && confirmed !== fingerprint)
      return {
        result: { kind: 'asked', preview, fingerprint, again: confirmed !== null, hints, after: planned },
      }
    const changes = [...(wanted.changes ?? [])]
    if (wanted.begin) {
      const at = needs.now().toString()
      const [id] = await beginByHand(tx, needs.programme.id, [wanted.begin.instance], actor, at)
      // Under the lock nobody else takes the number.
      if (id === undefined) throw new Error('a procedure of this number exists already')
      changes.push(...wanted.begin.changes.map(each => ({ ...each, processId: id })))
    }
    return { changes, result: { kind: 'changed', preview, hints } }
  })
  return result.kind === 'changed' ? { ...result, before, plans: after } : { ...result, plans: before }
}

type Decided = DistributedOmit<ChangedProcedure>
type DistributedOmit<T> = T extends { plans: Plans } ? Omit<T, 'plans' | 'before'> : never

/** What the facts of procedures say against each other, and did not before. */
function newFaults(before: readonly PlannedProcess[], after: readonly PlannedProcess[]): string[] {
  const known = new Set(before.flatMap(each => each.faults))
  return after.flatMap(each => each.faults).filter(fault => !known.has(fault))
}
