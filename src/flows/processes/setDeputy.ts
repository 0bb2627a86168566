import type { Temporal } from 'temporal-polyfill'
import { storable } from '../../db/insertRows.ts'
import { actingFor, type Deputy, deputiesOn, deputyChange } from '../../domain/process/kinds/deputies.ts'
import { planFor } from '../../domain/process/planFor.ts'
import { deputiesId } from '../../domain/process/template/templatesOf.ts'
import { dayOf } from '../../domain/time/day.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'
import { plansToday } from './plansToday.ts'

/** `circle`: the deputy is away too, and the absent function stands in for it. */
export type DeputySet = { kind: 'set' | 'same' | 'circle' | 'none'; deputies: Deputy[]; plans: Plans }

/** Names who acts for a function, until a day or until further notice; a second word replaces the first. */
export function setDeputy(
  needs: ChangeNeeds,
  actor: Actor,
  { absent, by, until }: { absent: string; by: string; until: Temporal.PlainDate | null },
): Promise<DeputySet> {
  return changed(needs, actor, deputies => {
    if (actingFor(deputies, by) === absent || by === absent) return 'circle'
    const known = deputies.find(each => each.absent === absent)
    if (known?.by === by && String(known.until) === String(until)) return 'same'
    return deputyChange(storable(absent), storable(by), until)
  })
}

/** The function is back. */
export function endDeputy(needs: ChangeNeeds, actor: Actor, absent: string): Promise<DeputySet> {
  return changed(needs, actor, deputies =>
    deputies.some(each => each.absent === absent) ? deputyChange(absent, null, null) : 'none',
  )
}

async function changed(
  needs: ChangeNeeds,
  actor: Actor,
  decide: (deputies: Deputy[]) => ReturnType<typeof deputyChange> | 'same' | 'circle' | 'none',
): Promise<DeputySet> {
  await plansToday(needs) // their Ablauf begins with the first look
  const today = dayOf(needs.now())
  const { after, result } = await changeProcesses<DeputySet['kind']>(needs, actor, plans => {
    const plan = planFor(plans.all, deputiesId, { kind: 'programm', name: '' }, today)
    if (!plan) throw new Error('the Ablauf of deputies has not begun') // every programme has it from its Stand on
    const change = decide(deputiesOn(plans.all, today))
    if (typeof change === 'string') return { result: change }
    return { changes: [{ processId: plan.instance.id, change }], result: 'set' }
  })
  return { kind: result, deputies: deputiesOn(after.all, today), plans: after }
}
