import { Temporal } from 'temporal-polyfill'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { takesPlace } from '../../domain/process/takesPlace.ts'
import { germanDay } from '../../domain/time/day.ts'
import type { Row } from '../../reply/reply.ts'
import {
  type NameOf,
  namedStep,
  roleWords,
  sinceWords,
  stateWords,
  type WaitContext,
  waitWords,
  whenWords,
} from './stepWords.ts'

export interface RowContext extends WaitContext {
  today: Temporal.PlainDate
  /** The name of the Ablauf stands in the heading already. */
  withoutProcess?: boolean
  /** What the template says about it is told while it is open. */
  withHint?: boolean
  /** Instead of a date that nobody has set yet, e.g. "Termin noch nicht festgelegt"; missing: nothing. */
  undated?: string
}

/** Steps go by the ids of their template: "C3". */
export const byId: NameOf = ({ step }) => step.id

/** A step as one row: how urgent, what, when, who has the ball, since when, what it waits for. */
export function stepRow(at: StepOfProcess, context: RowContext): Row {
  const { process, step } = at
  const { profile, today, nameOf } = context
  const open = !isSettled(step)
  const title = context.withoutProcess ? '' : process.title
  const role = open ? roleWords(profile, step.role) : ''
  const remark = [
    title,
    // The meetings of a body are its own matter; its name is not said twice.
    title.includes(role) ? '' : role,
    step.norm ?? '',
    open ? sinceWords(at, today) : '',
    waitWords(at, context),
    step.snoozedUntil && Temporal.PlainDate.compare(step.snoozedUntil, today) > 0
      ? `schlummert bis ${germanDay(step.snoozedUntil)}`
      : '',
    context.withHint && open ? (step.hint ?? '') : '',
  ].filter(part => part !== '')
  return {
    ...stateWords(step, today, takesPlace(at)),
    text: nameOf ? namedStep(nameOf(at), step, ' · ') : step.title,
    detail: open
      ? step.when
        ? whenWords(step.when)
        : (context.undated ?? '')
      : step.doneOn
        ? germanDay(step.doneOn)
        : '',
    ...(remark.length > 0 && { remark: remark.join(' · ') }),
  }
}
