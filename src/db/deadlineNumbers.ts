import type { Queries } from './connect.ts'
import { eq, sql } from './drizzle.ts'
import { deadlineNumbers } from './schema.ts'

/** A step by the number under which people speak of it. */
export interface NumberedStep {
  seq: number
  processId: number
  step: string
}

export async function loadDeadlineNumbers(db: Queries, programmeId: string): Promise<NumberedStep[]> {
  return db
    .select({ seq: deadlineNumbers.seq, processId: deadlineNumbers.processId, step: deadlineNumbers.step })
    .from(deadlineNumbers)
    .where(eq(deadlineNumbers.programmeId, programmeId))
}

/**
 * Gives numbers to steps that have none, in the order given. Needs the lock of the programme's Abläufe (locks.ts), so that no
 * other process draws the same ones.
 */
export async function numberSteps(
  tx: Queries,
  programmeId: string,
  steps: readonly { processId: number; step: string }[],
): Promise<void> {
  if (steps.length === 0) return
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${deadlineNumbers.seq}), 0)::int` })
    .from(deadlineNumbers)
    .where(eq(deadlineNumbers.programmeId, programmeId))
  const last = row?.last ?? 0
  await tx
    .insert(deadlineNumbers)
    .values(steps.map((step, i) => ({ programmeId, seq: last + 1 + i, ...step })))
    .onConflictDoNothing()
}
