import {
  currentProcedure,
  isPublished,
  isRunning,
  procedureOf,
} from '../../domain/tender/currentProcedure.ts'
import { givenUp } from '../../domain/tender/giveUp.ts'
import { procedureNames } from '../../domain/tender/procedureNames.ts'
import type { TenderLaw } from '../../domain/tender/tenderLaw.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Procedure } from '../../domain/time/periods/inputs.ts'
import { tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { Actor, ChangeNeeds } from '../processes/changeProcesses.ts'
import { type ChangedProcedure, changeProcedure } from './changeProcedure.ts'
import { beginning } from './startProcedure.ts'

/**
 * Goes on with another kind of procedure: before publication the old one ends and the new one is linked to it; after it the old
 * one is given up (§ 63 VgV). Nothing of it is made before it was shown.
 */
export function switchProcedure(
  needs: ChangeNeeds,
  law: TenderLaw,
  actor: Actor,
  wanted: { procedure: Procedure; reason: string },
  confirmed: string | null,
): Promise<ChangedProcedure> {
  return changeProcedure(needs, actor, confirmed, plans => {
    const old = currentProcedure(plans.all)
    if (!old || !isRunning(old)) return { refused: tenderSentences.noneRuns }
    if (procedureOf(old) === wanted.procedure)
      return { refused: tenderSentences.sameKind(procedureNames[wanted.procedure]) }
    const next = beginning(
      needs,
      law,
      plans,
      { ...wanted, notice: null, electronic: flag(old, 'elektronische_angebote'), urgent: null, value: null },
      old.instance.id,
    )
    if ('refused' in next) return next
    const published = isPublished(old)
    const changes = published ? givenUp(old, dayOf(needs.now())) : [{ kind: 'ended' } as const]
    return {
      ...next,
      changes: changes.map((change, i) => ({
        processId: old.instance.id,
        change,
        reason: i === 0 ? wanted.reason : null,
      })),
      hints: [...(published ? [tenderSentences.onlyGivenUp] : []), ...(next.hints ?? [])],
    }
  })
}

/** How tenders come in is a matter of the house, not of the kind of procedure. */
function flag({ facts }: { facts: Readonly<Record<string, unknown>> }, name: string): boolean | null {
  return typeof facts[name] === 'boolean' ? facts[name] : null
}
