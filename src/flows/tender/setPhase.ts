import type { TenderPhase } from '../../domain/programme/profile.ts'
import { currentProcedure, isPublished } from '../../domain/tender/currentProcedure.ts'
import { givenUp } from '../../domain/tender/giveUp.ts'
import { phaseByPlan } from '../../domain/tender/phaseOf.ts'
import { dayOf } from '../../domain/time/day.ts'
import { lettersIn, phaseSentence } from '../../texts/tender/tenderPhases.ts'
import { tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { Actor, ChangeNeeds } from '../processes/changeProcesses.ts'
import { type ChangedProcedure, changeProcedure } from './changeProcedure.ts'

/**
 * Says by hand where the procedure stands; null: as its finished phases say. What companies are answered hangs on it, so that is
 * said first and made only when it was confirmed.
 */
export function setPhase(
  needs: ChangeNeeds,
  actor: Actor,
  wanted: { phase: TenderPhase | null; reason: string | null },
  confirmed: string | null,
): Promise<ChangedProcedure> {
  return changeProcedure(needs, actor, confirmed, plans => {
    const process = currentProcedure(plans.all)
    const before = process && phaseByPlan(process)
    if (!process || !before) return { refused: tenderSentences.noneRuns }
    const { phase, reason } = wanted
    const byHand = process.facts.phase_gesetzt ?? null
    const after =
      phase ?? phaseByPlan({ ...process, facts: { ...process.facts, phase_gesetzt: null } }) ?? before
    if (byHand === phase && before === after) return { refused: phaseSentence.already(after) }
    const { id } = process.instance
    const changes =
      phase === 'aufgehoben' && isPublished(process)
        ? givenUp(process, dayOf(needs.now()))
        : [{ kind: 'fact', name: 'phase_gesetzt', value: phase } as const]
    return {
      changes: changes.map((change, i) => ({ processId: id, change, reason: i === 0 ? reason : null })),
      hints: [phaseSentence.change(before, after), lettersIn(after)],
    }
  })
}
