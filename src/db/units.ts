import type { Unit } from '../domain/process/subjects.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq, isNotNull, isNull } from './drizzle.ts'
import { units } from './schema.ts'

/** Schools, model sites, providers and social areas that people named. */
export async function loadUnits(db: Queries, programmeId: string): Promise<Unit[]> {
  return db
    .select({ kind: units.kind, name: units.name, place: units.place })
    .from(units)
    .where(and(eq(units.programmeId, programmeId), isNull(units.removedAt)))
    .orderBy(asc(units.name))
}

/** Names a unit; true when it was not known before. One that was taken away comes back. */
export async function saveUnit(
  tx: Queries,
  programmeId: string,
  unit: Unit,
  by: string,
  at: string,
): Promise<boolean> {
  const rows = await tx
    .insert(units)
    .values({ programmeId, ...unit, by, at })
    .onConflictDoUpdate({
      target: [units.programmeId, units.kind, units.name],
      set: { removedAt: null, place: unit.place, by, at },
      setWhere: isNotNull(units.removedAt),
    })
    .returning({ id: units.id })
  return rows.length === 1
}

/** Takes a unit away; what was written about it stays. */
export async function removeUnit(
  tx: Queries,
  programmeId: string,
  unit: Pick<Unit, 'kind' | 'name'>,
  at: string,
): Promise<void> {
  await tx
    .update(units)
    .set({ removedAt: at })
    .where(and(eq(units.programmeId, programmeId), eq(units.kind, unit.kind), eq(units.name, unit.name)))
}
