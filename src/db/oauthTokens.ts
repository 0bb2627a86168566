import type { Database, Queries } from './connect.ts'
import { and, eq, isNotNull, sql } from './drizzle.ts'
import { patientName } from './frozenSessions.ts'
import { oauthTokens } from './schema.ts'
import { opened, sealed } from './sealed.ts'

/** Which sign-in of a programme, and the programme's secret to seal it with. */
export interface SignInKey {
  programmeId: string
  name: string
  secret: string
}

/** Longest wait for another process that renews; its own requests end sooner. */
const lockMilliseconds = 60_000

const rowOf = ({ programmeId, name }: Pick<SignInKey, 'programmeId' | 'name'>) =>
  and(eq(oauthTokens.programmeId, programmeId), eq(oauthTokens.name, name))

/**
 * Renews the tokens of a sign-in: `renew` gets what is kept (null: nothing, or nothing that this secret opens) and what it
 * returns is committed before this resolves. The row is locked meanwhile, so one process renews and the others take what
 * it got. This is the one place where the network is asked within a transaction: the lock must outlast the request.
 */
export async function renewTokens<T>(
  db: Database,
  key: SignInKey,
  renew: (kept: T | null) => Promise<{ tokens: T; endsAt: string | null }>,
  now: () => string,
): Promise<T> {
  const { programmeId, name, secret } = key
  return db.transaction(async tx => {
    await tx.execute(sql`
      select set_config('application_name', ${patientName}, true),
             set_config('lock_timeout', ${String(lockMilliseconds)}, true)`)
    await tx.insert(oauthTokens).values({ programmeId, name, rotatedAt: now() }).onConflictDoNothing()
    const [row] = await tx
      .select({ kept: oauthTokens.refreshToken, endsAt: oauthTokens.endsAt })
      .from(oauthTokens)
      .where(rowOf(key))
      .for('update')
    const context = `${programmeId}\n${name}`
    const kept = row?.kept ? opened<T>(secret, context, row.kept) : null
    const { tokens, endsAt } = await renew(kept)
    if (tokens === kept) return tokens
    const changed = await tx
      .update(oauthTokens)
      .set({ refreshToken: sealed(secret, context, tokens), endsAt, rotatedAt: now() })
      // Were the lock lost (a server may end an idle transaction), another's newer token must not be overwritten.
      .where(and(rowOf(key), sql`${oauthTokens.refreshToken} is not distinct from ${row?.kept ?? null}`))
      .returning({ name: oauthTokens.name })
    if (changed.length === 0) throw new Error('the tokens were renewed by another process meanwhile')
    return tokens
  })
}

/** PostgreSQL writes instants with a space and a short zone. */
const iso = (text: string) => new Date(text).toISOString()

/** What will end, and when that was last announced; ISO instants. */
export interface ComingEnd {
  name: string
  endsAt: string
  announcedAt: string | null
}

/** The sign-ins whose end is known, with ISO instants. */
export async function comingEnds(db: Queries, programmeId: string): Promise<ComingEnd[]> {
  const rows = await db
    .select({
      name: oauthTokens.name,
      endsAt: oauthTokens.endsAt,
      announcedAt: oauthTokens.announcedAt,
    })
    .from(oauthTokens)
    .where(and(eq(oauthTokens.programmeId, programmeId), isNotNull(oauthTokens.endsAt)))
    .orderBy(oauthTokens.name)
  return rows.map(({ name, endsAt, announcedAt }) => ({
    name,
    endsAt: iso(endsAt!), // the condition above
    announcedAt: announcedAt === null ? null : iso(announcedAt),
  }))
}

/** Remembers an end that only the settings know; null: it is not known any more. */
export async function rememberEnd(
  db: Queries,
  key: Pick<SignInKey, 'programmeId' | 'name'>,
  endsAt: string | null,
  now: string,
): Promise<void> {
  if (endsAt === null) {
    await db.delete(oauthTokens).where(rowOf(key))
    return
  }
  await db
    .insert(oauthTokens)
    .values({ ...key, endsAt, rotatedAt: now })
    .onConflictDoUpdate({
      target: [oauthTokens.programmeId, oauthTokens.name],
      set: { endsAt, rotatedAt: now, announcedAt: null },
      setWhere: sql`${oauthTokens.endsAt} is distinct from ${endsAt}`,
    })
}

export async function endAnnounced(
  db: Queries,
  key: Pick<SignInKey, 'programmeId' | 'name'>,
  at: string,
): Promise<void> {
  await db.update(oauthTokens).set({ announcedAt: at }).where(rowOf(key))
}
