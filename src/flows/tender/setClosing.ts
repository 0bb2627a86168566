import type { Temporal } from 'temporal-polyfill'
import { refusalOf } from '../../domain/process/mayChange.ts'
import { currentProcedure } from '../../domain/tender/currentProcedure.ts'
import { type Closing, closingHours } from '../../domain/tender/tenderCase.ts'
import { dayOf } from '../../domain/time/day.ts'
import { refusalSentence } from '../../texts/steps/stepRefusals.ts'
import { tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { Actor, ChangeNeeds } from '../processes/changeProcesses.ts'
import { checkMove } from '../processes/checkMove.ts'
import { nameIn, typedName } from '../processes/deadlineIn.ts'
import type { Plans } from '../processes/plans.ts'
import {
  type ChangedProcedure,
  changeProcedure,
  type ReasonedChange,
  type TenderDecision,
} from './changeProcedure.ts'

export interface WantedClosing {
  closing: Closing
  day: Temporal.PlainDate
  /** "12:00"; null: as it was, or the whole day. */
  hour: string | null
  reason: string | null
}

const stepOf: Record<Closing, string> = {
  teilnahmefrist_ende: 'teilnahmefrist',
  angebotsfrist_ende: 'angebote',
}

/** Sets the end of the period for requests or tenders; all that is counted from it is shown first. */
export function setClosing(
  needs: ChangeNeeds,
  actor: Actor,
  wanted: WantedClosing,
  confirmed: string | null,
): Promise<ChangedProcedure> {
  return changeProcedure(needs, actor, confirmed, plans => closingDecision(needs, plans, wanted))
}

/** What a closing date changes, or why it cannot be: below the least period it needs a reason and a norm that allows it. */
export function closingDecision(
  needs: ChangeNeeds,
  plans: Plans,
  { closing, day, hour, reason }: WantedClosing,
): TenderDecision | { refused: string } {
  const process = currentProcedure(plans.all)
  if (!process) return { refused: tenderSentences.noneRuns }
  const step = process.steps.find(each => each.id === stepOf[closing])
  if (!step)
    return {
      refused: tenderSentences.notInProcedure(
        closing === 'teilnahmefrist_ende' ? 'Teilnahmefrist' : 'Angebotsfrist',
        process.template.name,
      ),
    }
  const change = { kind: 'moved', step: step.id, to: day.toString(), tentative: false } as const
  const why = refusalOf(process, step, change, dayOf(needs.now()))
  // Whether the law allows the day is asked below, with the reason; a day that is over may be entered late.
  if (why?.kind === 'already' || (why?.kind === 'same' && hour === null))
    return { refused: refusalSentence(why, typedName(nameIn(plans, { process, step })), '') }
  const hourFact: ReasonedChange[] =
    hour === null ? [] : [{ change: { kind: 'fact', name: closingHours[closing], value: hour } }]
  const facts = hour === null ? process.facts : { ...process.facts, [closingHours[closing]]: hour }
  const check = checkMove(needs, { process: { ...process, facts }, step }, change, reason)
  if (check?.kind === 'refused') return { refused: check.sentence }
  const kept = check?.kind === 'deviation' ? check.reason : reason
  return {
    changes: [...hourFact, { change, reason: kept }].map(each => ({
      ...each,
      processId: process.instance.id,
    })),
    hints: check?.kind === 'deviation' ? [check.sentence] : (check?.hints ?? []),
  }
}
