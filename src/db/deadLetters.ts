import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

/** How many jobs of each kind were given up after all repetitions; empty when no process ever ran on this database. */
export async function deadLetters(db: Queries, queue: string): Promise<{ kind: string; n: number }[]> {
  const [made] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('pgboss.job') is not null as there`,
  )
  if (!made?.there) return []
  const rows = await db.execute<{ kind: string; n: number }>(sql`
    select source_name as kind, count(*)::int as n from pgboss.job where name = ${queue} group by 1 order by 1`)
  return [...rows]
}
