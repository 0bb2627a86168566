import { folded } from '../../programme/spelling.ts'
import type { PlannedProcess, PlannedStep } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'

/** One combination of the matrix: a step of its Ablauf whose fields say what stands on which axis. */
export interface MatrixCell {
  /** Number under which people speak of it. */
  number: number
  /** By the name of the axis; an axis that is open has none. */
  fields: Readonly<Record<string, string>>
  settled: boolean
  step: PlannedStep
}

/** The cells in the order in which they were named. */
export function cellsOf(plan: PlannedProcess | null): MatrixCell[] {
  return (plan?.steps ?? []).map(step => ({
    number: Number(step.id.slice(1)),
    fields: step.fields,
    settled: isSettled(step),
    step,
  }))
}

/** The cell with the same entries; null: there is none. */
export function sameCell(
  cells: readonly MatrixCell[],
  fields: Readonly<Record<string, string>>,
): MatrixCell | null {
  const key = (of: Readonly<Record<string, string>>) =>
    JSON.stringify(
      Object.entries(of)
        .map(([axis, value]) => [axis, folded(value)])
        .sort(),
    )
  return cells.find(cell => key(cell.fields) === key(fields)) ?? null
}
