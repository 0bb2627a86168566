import type { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process/process.ts'
import { afterStandstill, lawfulAward, reviewOver } from './lawfulAward.ts'
import { closingAhead, closingOf, lawfulClosing } from './lawfulClosing.ts'
import { type Law, type LegalCheck, labelsOf, lawful, refused } from './legalCheck.ts'
import { tenderCase } from './tenderCase.ts'
import { inPeoplesWords } from './tenderEvents.ts'

/** Whether a step of a procedure may be set to this day. Steps that the law says nothing of may lie anywhere. */
export function lawfulMove(
  process: PlannedProcess,
  step: PlannedStep,
  to: Temporal.PlainDate,
  reason: string | null,
  law: Law,
): LegalCheck {
  const closing = closingOf(process, step)
  if (closing) return lawfulClosing(process, closing, to, reason, law)
  return step.id === 'zuschlag' ? afterStandstill(process, to, reason, law) : lawful
}

/** Whether a step of a procedure may be noted as done on this day. */
export function lawfulDone(
  process: PlannedProcess,
  step: PlannedStep,
  on: Temporal.PlainDate,
  reason: string | null,
  law: Law,
): LegalCheck {
  const early = closingAhead(process, step, on)
  if (early) return refused(early)
  const given = process.template.schritte.find(each => each.id === step.id)?.ergibt
  const read = tenderCase(
    given ? { ...process.facts, [given]: on.toString() } : process.facts,
    law.land,
    law.rules,
  )
  if (read !== null && 'problem' in read) return refused(inPeoplesWords(read.problem, labelsOf(process)))
  if (step.id === 'zuschlag') return lawfulAward(process, on, reason, law)
  return step.id === 'nachpruefung' ? reviewOver(process, on, reason, law) : lawful
}
