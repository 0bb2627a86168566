import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, eq, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import { blockedAddresses } from './schema.ts'

type BlockedAddress = typeof blockedAddresses.$inferSelect

/** Those of these addresses to which no automatic letter may go, with the German reason. Keys are lower case. */
export async function blockedAmong(
  db: Queries,
  programmeId: string,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .select({ address: blockedAddresses.address, reason: blockedAddresses.reason })
    .from(blockedAddresses)
    .where(
      and(
        eq(blockedAddresses.programmeId, programmeId),
        anyOf(blockedAddresses.address, [...new Set(addresses.map(address => address.toLowerCase()))]),
      ),
    )
  return new Map(rows.map(row => [row.address, row.reason]))
}

/** Blocks addresses; who is blocked already keeps the first reason. Returns those that are blocked only now. */
export async function block(
  tx: Queries,
  programmeId: string,
  found: readonly { address: string; reason: string }[],
  since: string,
): Promise<string[]> {
  const rows = found.map(({ address, reason }) => ({
    programmeId,
    address: address.toLowerCase(),
    since,
    reason,
  }))
  const inserted = await insertRows<typeof blockedAddresses, { address: string }>(
    tx,
    blockedAddresses,
    rows,
    { onConflict: 'skip', returning: sql`address` },
  )
  return inserted.map(row => row.address)
}

/** Lifts a block. False: the address was not blocked. */
export async function unblock(db: Queries, programmeId: string, address: string): Promise<boolean> {
  const rows = await db
    .delete(blockedAddresses)
    .where(
      and(eq(blockedAddresses.programmeId, programmeId), eq(blockedAddresses.address, address.toLowerCase())),
    )
    .returning({ address: blockedAddresses.address })
  return rows.length === 1
}

/** All blocked addresses, the oldest block first. */
export async function allBlocked(db: Queries, programmeId: string): Promise<BlockedAddress[]> {
  return db
    .select()
    .from(blockedAddresses)
    .where(eq(blockedAddresses.programmeId, programmeId))
    .orderBy(blockedAddresses.since, blockedAddresses.address)
}
