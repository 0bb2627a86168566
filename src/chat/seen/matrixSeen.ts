import type { Temporal } from 'temporal-polyfill'
import { cellsOf, type MatrixCell } from '../../domain/process/kinds/matrixCells.ts'
import { planFor } from '../../domain/process/planFor.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { matrixId } from '../../domain/process/template/templatesOf.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { tenderRuns } from '../../domain/programme/tenderPhase.ts'

/** Whether the programme fills a matrix and no tender makes the names in it confidential. */
export function hasMatrix({ profile }: Programme): boolean {
  return profile.matrix !== null && !tenderRuns(profile)
}

/** The Ablauf that holds the cells, and the cells. */
export function matrixOf(
  plans: { all: readonly PlannedProcess[] },
  today: Temporal.PlainDate,
): { process: PlannedProcess | null; cells: MatrixCell[] } {
  const process = planFor(plans.all, matrixId, { kind: 'programm', name: '' }, today)
  return { process, cells: cellsOf(process) }
}
