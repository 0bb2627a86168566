import type { Queries } from '../../db/connect.ts'
import { insertProcesses } from '../../db/processes.ts'
import { auditLog } from '../../db/schema.ts'
import type { NewInstance } from '../../domain/process/wantedInstances.ts'

/** Begins Abläufe because a person says so, each with its audit entry; what begins by the calendar has none. Gives back the ids of those that are new. */
export async function beginByHand(
  tx: Queries,
  programmeId: string,
  instances: readonly NewInstance[],
  actor: { id: string; name: string },
  at: string,
): Promise<number[]> {
  const ids = await insertProcesses(tx, programmeId, instances, actor.name, at)
  if (ids.length > 0)
    await tx.insert(auditLog).values(
      ids.map(processId => ({
        programmeId,
        at,
        actor: actor.id,
        action: 'ablauf:begonnen',
        detail: { processId },
      })),
    )
  return ids
}
