import type { Queries } from '../../db/connect.ts'
import { storable } from '../../db/insertRows.ts'
import { auditLog } from '../../db/schema.ts'
import { functionNamed, notToLend, rolesToLend } from '../../domain/people/lentRoles.ts'
import type { ListedPerson } from '../../domain/people/listedPerson.ts'
import {
  actingFor,
  type Deputy,
  deputiesNamed,
  deputyChange,
  deputyEnd,
  isAhead,
} from '../../domain/process/kinds/deputies.ts'
import { planFor } from '../../domain/process/planFor.ts'
import type { ProcessChange } from '../../domain/process/process.ts'
import { deputiesId } from '../../domain/process/template/templatesOf.ts'
import type { Role } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'
import { plansToday } from './plansToday.ts'

export type DeputyOutcome =
  /** `roles`: what the deputy has beside its own for that time. */
  | { kind: 'set'; roles: readonly Role[] }
  | { kind: 'same' }
  /** The deputy is away too, and the absent function stands in for it. */
  | { kind: 'circle' }
  /** Somebody acts for the function already; the new one would begin later and end that at once. */
  | { kind: 'taken'; by: Deputy }
  /** It would give roles that the asker may not give. */
  | { kind: 'not-theirs'; roles: readonly Role[] }
  | { kind: 'none' }
  | { kind: 'ended' }

/** `deputies`: those that hold now or begin later. */
export type DeputySet = { outcome: DeputyOutcome; deputies: Deputy[]; plans: Plans }

type DeputyNeeds = ChangeNeeds & {
  /** The list of people, for the roles of functions. */
  people: readonly ListedPerson[]
}

/**
 * Names who acts for a function, from a day until a day or until further notice; a second word replaces the first. With it the deputy
 * has the roles of the absent function that the list of people gives to it now, as far as the asker (`own`: roles that are not lent) may give them.
 */
export function setDeputy(
  needs: DeputyNeeds,
  actor: Actor & { own: readonly Role[] },
  wanted: Pick<Deputy, 'absent' | 'by' | 'from' | 'until'>,
): Promise<DeputySet> {
  const { absent, by, from, until } = wanted
  const today = dayOf(needs.now())
  const { profile } = needs.programme
  const roles = rolesToLend(needs.people, functionNamed(profile, absent), functionNamed(profile, by))
  const refused = notToLend(actor.own, roles)
  return changed(
    needs,
    async (deputies, tx) => {
      if (actingFor(deputies, by) === absent || by === absent) return { outcome: { kind: 'circle' } }
      const known = deputies.find(each => each.absent === absent)
      if (known && sameDeputy(known, { absent, by, from, until, roles })) return { outcome: { kind: 'same' } }
      if (known && !isAhead(known, today) && isAhead({ from }, today))
        return { outcome: { kind: 'taken', by: known } }
      const kind = refused.length > 0 ? 'vertretung_abgelehnt' : 'vertretung_gesetzt'
      await note(tx, needs, actor, kind, {
        absent,
        by,
        roles: (refused.length > 0 ? refused : roles).join(' '),
      })
      if (refused.length > 0) return { outcome: { kind: 'not-theirs', roles: refused } }
      const deputy = { absent: storable(absent), by: storable(by), from, until, roles }
      return { change: deputyChange(deputy), outcome: { kind: 'set', roles } }
    },
    actor,
  )
}

/** The function is back. */
export function endDeputy(needs: ChangeNeeds, actor: Actor, absent: string): Promise<DeputySet> {
  return changed(
    needs,
    async deputies =>
      deputies.some(each => each.absent === absent)
        ? { change: deputyEnd(absent), outcome: { kind: 'ended' } }
        : { outcome: { kind: 'none' } },
    actor,
  )
}

function sameDeputy(known: Deputy, wanted: Deputy): boolean {
  const words = ({ by, from, until, roles }: Deputy) => [by, from, until, [...roles].sort()].join('|')
  return words(known) === words(wanted)
}

async function note(
  tx: Queries,
  { programme, now }: ChangeNeeds,
  actor: Actor,
  action: string,
  detail: Record<string, string>,
): Promise<void> {
  await tx
    .insert(auditLog)
    .values({ programmeId: programme.id, at: now().toString(), actor: actor.id, action, detail })
}

async function changed(
  needs: ChangeNeeds,
  decide: (deputies: Deputy[], tx: Queries) => Promise<{ change?: ProcessChange; outcome: DeputyOutcome }>,
  actor: Actor,
): Promise<DeputySet> {
  await plansToday(needs) // their Ablauf begins with the first look
  const today = dayOf(needs.now())
  const { after, result } = await changeProcesses<DeputyOutcome>(needs, actor, async (plans, tx) => {
    const plan = planFor(plans.all, deputiesId, { kind: 'programm', name: '' }, today)
    if (!plan) throw new Error('the Ablauf of deputies has not begun') // every programme has it from its Stand on
    const { change, outcome } = await decide(deputiesNamed(plans.all, today), tx)
    return { changes: change ? [{ processId: plan.instance.id, change }] : [], result: outcome }
  })
  return { outcome: result, deputies: deputiesNamed(after.all, today), plans: after }
}
