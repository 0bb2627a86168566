import type { Queries } from './connect.ts'
import { and, eq } from './drizzle.ts'
import { platformMemory } from './schema.ts'

/** What a platform kept under this key, null when nothing. */
export async function remembered(
  db: Queries,
  of: { programmeId: string; platform: string; key: string },
): Promise<unknown> {
  const [row] = await db
    .select({ value: platformMemory.value })
    .from(platformMemory)
    .where(
      and(
        eq(platformMemory.programmeId, of.programmeId),
        eq(platformMemory.platform, of.platform),
        eq(platformMemory.key, of.key),
      ),
    )
  return row?.value ?? null
}

/** Keeps a value; the last one holds. */
export async function remember(
  db: Queries,
  of: { programmeId: string; platform: string; key: string },
  value: unknown,
  at: string,
): Promise<void> {
  await db
    .insert(platformMemory)
    .values({ ...of, value, at })
    .onConflictDoUpdate({
      target: [platformMemory.programmeId, platformMemory.platform, platformMemory.key],
      set: { value, at },
    })
}
