import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process/process.ts'
import { isSettled } from '../process/stepsNamed.ts'
import { isSharp } from '../process/when.ts'

/** The block of the count-back that is over once this phase of the procedure is. */
const lastStepOf: Record<string, readonly string[]> = {
  teilnahmefrist: ['teilnahmefrist', 'auswahl', 'aufforderung', 'angebote'],
  eignung: ['aufforderung'],
  erstangebote: ['angebote', 'oeffnung', 'verhandlung', 'endangebote', 'wertung'],
  angebotsfrist: ['angebote', 'oeffnung', 'verhandlung', 'endangebote', 'wertung'],
  verhandlung: ['verhandlung', 'endangebote', 'wertung'],
  endgueltige_angebote: ['endangebote', 'wertung'],
  wertung: ['wertung'],
  gremium: ['gremium', 'information', 'zuschlag'],
  wartefrist: ['zuschlag'],
}

/**
 * Blocks of the count-back (machbarkeit.yaml) that lie behind a procedure; a phase that was left out counts when a later one is over,
 * the end of a period when its day is.
 */
export function blocksBehind({ template, steps }: PlannedProcess, today: Temporal.PlainDate): string[] {
  const byItself = new Set(template.schritte.filter(each => each.von_selbst).map(each => each.id))
  const isOver = (step: PlannedStep) =>
    isSettled(step) ||
    (byItself.has(step.id) && step.when !== null && Temporal.PlainDate.compare(step.when.last, today) < 0)
  const over = new Set(steps.filter(isOver).map(each => each.id))
  return Object.entries(lastStepOf).flatMap(([block, ids]) => (ids.some(id => over.has(id)) ? [block] : []))
}

/** The day on which a block of the count-back is over by the plan of a procedure; null: none is known. */
export function endOfBlock(
  { steps }: Pick<PlannedProcess, 'steps'>,
  block: string,
): Temporal.PlainDate | null {
  const [last] = lastStepOf[block] ?? []
  const when = steps.find(each => each.id === last)?.when
  return when && isSharp(when) ? when.last : null
}
