import { insertProcesses, processId } from '../../db/processes.ts'
import { auditLog } from '../../db/schema.ts'
import { saveUnit } from '../../db/units.ts'
import { subjectsOf, type Unit } from '../../domain/process/subjects.ts'
import { sameSubject } from '../../domain/process/wantedInstances.ts'
import { folded } from '../../domain/programme/spelling.ts'
import { dayOf } from '../../domain/time/day.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import { missingInstances, type Plans } from './plans.ts'

/** `name` as it is kept: of one that was known before, its earlier spelling. */
export interface NamedUnit {
  fresh: boolean
  name: string
  plans: Plans
}

/**
 * Names a school or model site: from now on there is an Ablauf for it wherever the profile keeps one. `facts` are kept with the
 * first of them. One that is known by another spelling is not named twice.
 */
export async function nameUnit(
  needs: ChangeNeeds,
  actor: Actor,
  unit: Unit & { kind: 'schule' | 'modellstandort' },
  facts: Readonly<Record<string, string>> = {},
): Promise<NamedUnit> {
  const { programme } = needs
  const now = needs.now()
  const at = now.toString()
  const { after, result } = await changeProcesses(needs, actor, async (plans, tx) => {
    const known = subjectsOf(programme, plans.units, unit.kind).find(
      each => folded(each.name) === folded(unit.name),
    )
    const subject = known ?? { kind: unit.kind, name: unit.name }
    if (!known) {
      await saveUnit(tx, programme.id, unit, actor.name, at)
      await tx.insert(auditLog).values({
        programmeId: programme.id,
        at,
        actor: actor.id,
        action: 'einheit:benannt',
        detail: { kind: unit.kind, name: unit.name },
      })
    }
    const units = known ? plans.units : [...plans.units, unit]
    const own = missingInstances(needs, { all: plans.all, units }, dayOf(now)).filter(each =>
      sameSubject(each.subject, subject),
    )
    await insertProcesses(tx, programme.id, own, 'kla', at)
    const begun = [...plans.all.map(each => each.instance), ...own].find(each =>
      sameSubject(each.subject, subject),
    )
    const id = begun ? await processId(tx, programme.id, begun) : null
    const changes = Object.entries(facts).flatMap(([name, value]) =>
      id === null ? [] : [{ processId: id, change: { kind: 'fact' as const, name, value } }],
    )
    return { changes, result: { fresh: !known, name: subject.name } }
  })
  return { ...result, plans: after }
}
