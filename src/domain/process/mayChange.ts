import { Temporal } from 'temporal-polyfill'
import { isBlocked } from './gates.ts'
import type { PlannedProcess, PlannedStep, ProcessChange, StepState, When } from './process.ts'
import { isSettled } from './stepsNamed.ts'
import { isSharp, whenOf } from './when.ts'

/** Why a change to a step is not made. */
export type Refusal =
  | { kind: 'already'; state: StepState }
  | { kind: 'open-anyway' }
  /** It is done as long as a step elsewhere is. */
  | { kind: 'done-with'; title: string }
  /** The day lies ahead. */
  | { kind: 'ahead'; day: Temporal.PlainDate }
  /** The day is over. */
  | { kind: 'over'; when: When }
  | { kind: 'same'; when: When }
  /** A gate that only a person opens. */
  | { kind: 'gate'; needs: string }
  | { kind: 'no-gate' }
  | { kind: 'unlocked-already' }
  /** The date follows from law. `earliest`: a later day may be chosen; null: none may. */
  | { kind: 'legal'; norm: string | null; why: string; earliest: Temporal.PlainDate | null }
  | { kind: 'legal-snooze'; norm: string | null }
  | { kind: 'legal-drop'; norm: string | null }
  /** This function has it already. */
  | { kind: 'same-owner'; role: string }
  /** The date is the one that its rule gives. */
  | { kind: 'as-rule' }
  /** The law of procurement; a whole German sentence. */
  | { kind: 'law'; sentence: string }

/** Why this change may not be made today; null: it may. `lawful`: the law was asked about the new date and allows it. */
export function refusalOf(
  process: PlannedProcess,
  step: PlannedStep,
  change: ProcessChange,
  today: Temporal.PlainDate,
  lawful = false,
): Refusal | null {
  switch (change.kind) {
    case 'done':
      return doneRefusal(step, Temporal.PlainDate.from(change.on), today)
    case 'reopened':
      if (step.doneWith !== null) return { kind: 'done-with', title: step.doneWith }
      return isSettled(step) ? null : { kind: 'open-anyway' }
    case 'moved':
      return settledRefusal(step) ?? moveRefusal(process, step, change, today, lawful)
    case 'snoozed': {
      const until = Temporal.PlainDate.from(change.until)
      if (step.legal) return { kind: 'legal-snooze', norm: step.norm }
      if (Temporal.PlainDate.compare(until, today) <= 0) return { kind: 'over', when: whenOf(change.until) }
      return settledRefusal(step)
    }
    case 'unlocked':
      if (step.gate?.effect !== 'sperren') return { kind: 'no-gate' }
      return step.gate.unlocked ? { kind: 'unlocked-already' } : null
    case 'dropped':
      return settledRefusal(step) ?? (step.legal ? { kind: 'legal-drop', norm: step.norm } : null)
    case 'owner':
      return (
        settledRefusal(step) ?? (step.role === change.role ? { kind: 'same-owner', role: change.role } : null)
      )
    case 'unset':
      return settledRefusal(step)
    default:
      return null
  }
}

function settledRefusal(step: PlannedStep): Refusal | null {
  return isSettled(step) ? { kind: 'already', state: step.state } : null
}

function doneRefusal(step: PlannedStep, on: Temporal.PlainDate, today: Temporal.PlainDate): Refusal | null {
  const settled = settledRefusal(step)
  if (settled) return settled
  if (Temporal.PlainDate.compare(on, today) > 0) return { kind: 'ahead', day: on }
  return isBlocked(step) ? { kind: 'gate', needs: step.gate!.needs } : null
}

function moveRefusal(
  process: PlannedProcess,
  step: PlannedStep,
  change: ProcessChange & { kind: 'moved' },
  today: Temporal.PlainDate,
  lawful: boolean,
): Refusal | null {
  const to = change.to === null ? null : whenOf(change.to, change.tentative)
  if (step.legal && !lawful) {
    // A least period may be chosen longer, where its end is a closing date that people set; shorter needs more than a word.
    const template = process.template.schritte.find(each => each.id === step.id)
    const earliest = template?.schlusstermin !== undefined ? (step.when?.first ?? null) : null
    const later = earliest && to && isSharp(to) && Temporal.PlainDate.compare(to.first, earliest) >= 0
    if (!later) return { kind: 'legal', norm: step.norm, why: step.why, earliest }
  }
  if (to && Temporal.PlainDate.compare(to.last, today) < 0) return { kind: 'over', when: to }
  return to && step.when && to.wann === step.when.wann && to.tentative === step.when.tentative
    ? { kind: 'same', when: to }
    : null
}
