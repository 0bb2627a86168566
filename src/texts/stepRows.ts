import type { PlannedStep, StepState } from '../domain/process/process.ts'
import { germanPointInTime } from '../domain/time/pointInTime.ts'
import type { Row, Sign } from '../reply/reply.ts'

/** Sign and word of each state of a step. */
export const stepWords: Record<StepState, { sign: Sign; state: string }> = {
  offen: { sign: 'planned', state: 'offen' },
  laeuft: { sign: 'planned', state: 'in Arbeit' },
  erledigt: { sign: 'done', state: 'erledigt' },
  entfallen: { sign: 'none', state: 'entfällt' },
}

/** "voraussichtlich April 2024", "19.03.2020"; "" without a date. */
export function whenWords({ when }: Pick<PlannedStep, 'when'>): string {
  return when ? germanPointInTime({ wann: when.wann, voraussichtlich: when.tentative }) : ''
}

/** A step as a row. `numbered`: with its id in front, "A4 Datenschutz". */
export function stepRow(step: PlannedStep, numbered = false): Row {
  return {
    ...stepWords[step.state],
    text: numbered ? `${step.id} ${step.title}` : step.title,
    detail: whenWords(step),
    ...(step.hint !== null && step.state !== 'erledigt' && { remark: step.hint }),
  }
}
