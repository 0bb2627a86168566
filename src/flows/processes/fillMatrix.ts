import { storable } from '../../db/insertRows.ts'
import { cellsOf, type MatrixCell, sameCell } from '../../domain/process/kinds/matrixCells.ts'
import { planFor } from '../../domain/process/planFor.ts'
import { matrixId } from '../../domain/process/template/templatesOf.ts'
import { dayOf } from '../../domain/time/day.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'
import { plansToday } from './plansToday.ts'

/** Names a combination. `fresh` false: it stood there already. The title of its step names nobody: titles are shown in channels. */
export async function addCell(
  needs: ChangeNeeds,
  actor: Actor,
  fields: Readonly<Record<string, string>>,
): Promise<{ number: number; fresh: boolean; plans: Plans }> {
  await plansToday(needs) // the Ablauf of the matrix begins with the first look
  const { after, result } = await changeProcesses(needs, actor, plans => {
    const plan = matrixPlan(needs, plans)
    const cells = cellsOf(plan)
    const known = sameCell(cells, fields)
    if (known || !plan) return { result: { number: known?.number ?? 0, fresh: false } }
    const number = cells.length + 1
    const kept = Object.fromEntries(Object.entries(fields).map(([axis, value]) => [axis, storable(value)]))
    const change = {
      kind: 'added' as const,
      step: `M${number}`,
      title: `Konstellation ${number} der Matrix klären`,
      when: null,
      tentative: false,
      role: null,
      soft: true,
      fields: kept,
    }
    return { changes: [{ processId: plan.instance.id, change }], result: { number, fresh: true } }
  })
  return { ...result, plans: after }
}

/** Marks a combination as settled; null: there is no cell with this number. */
export async function settleCell(
  needs: ChangeNeeds,
  actor: Actor,
  number: number,
): Promise<{ cell: MatrixCell | null; plans: Plans }> {
  const on = dayOf(needs.now()).toString()
  const { after, result } = await changeProcesses(needs, actor, plans => {
    const plan = matrixPlan(needs, plans)
    const cell = cellsOf(plan).find(each => each.number === number) ?? null
    const change = { kind: 'done' as const, step: `M${number}`, on }
    return {
      changes: plan && cell && !cell.settled ? [{ processId: plan.instance.id, change }] : [],
      result: cell,
    }
  })
  return { cell: result, plans: after }
}

function matrixPlan(needs: ChangeNeeds, plans: Plans) {
  return planFor(plans.all, matrixId, { kind: 'programm', name: '' }, dayOf(needs.now()))
}
