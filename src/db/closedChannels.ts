import type { Queries } from './connect.ts'
import { and, eq, sql } from './drizzle.ts'
import { closedChannels } from './schema.ts'

export type ClosedChannel = typeof closedChannels.$inferSelect

/** A channel of a platform, in one programme. */
type ChannelKey = Pick<ClosedChannel, 'programmeId' | 'platform' | 'channel'>

/**
 * Notes that a channel takes nothing from us, and that operators are told with it (`at`, ISO instant). False: it was noted before; then
 * only the newest reason is kept.
 */
export async function markClosed(
  tx: Queries,
  { programmeId, platform, channel }: ChannelKey,
  reason: string,
  at: string,
): Promise<boolean> {
  const [row] = await tx
    .insert(closedChannels)
    .values({ programmeId, platform, channel, reason, since: at, toldAt: at })
    .onConflictDoUpdate({
      target: [closedChannels.programmeId, closedChannels.platform, closedChannels.channel],
      set: { reason },
    })
    // xmax is 0 in a row that nobody updated: ours is new.
    .returning({ fresh: sql<boolean>`xmax = 0` })
  return row?.fresh === true
}

/** A post arrived: the channel is open. */
export async function forgetClosed(tx: Queries, key: ChannelKey): Promise<void> {
  await tx.delete(closedChannels).where(and(...sameChannel(key)))
}

/** The channels that take nothing from us now, the one that has been so for longest first. */
export async function channelsClosed(db: Queries, programmeId: string): Promise<ClosedChannel[]> {
  return db
    .select()
    .from(closedChannels)
    .where(eq(closedChannels.programmeId, programmeId))
    .orderBy(closedChannels.since, closedChannels.platform, closedChannels.channel)
}

function sameChannel({ programmeId, platform, channel }: ChannelKey) {
  return [
    eq(closedChannels.programmeId, programmeId),
    eq(closedChannels.platform, platform),
    eq(closedChannels.channel, channel),
  ]
}
