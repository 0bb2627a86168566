import type { Queries } from './connect.ts'
import { and, count, eq, inArray, isNotNull, or, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import { instanceIsDead } from './instances.ts'
import { outgoingMails } from './schema.ts'

export type OutgoingMail = typeof outgoingMails.$inferSelect
export type NewLetter = typeof outgoingMails.$inferInsert

/** Writes letters to be sent and returns their ids; one whose key exists already is left out. */
export async function insertLetters(tx: Queries, rows: NewLetter[]): Promise<number[]> {
  const inserted = await insertRows(tx, outgoingMails, rows, { onConflict: 'skip', returning: sql`id` })
  return inserted.map(row => Number(row.id))
}

/** Nobody works on it: its claimer is dead, or it is us and we failed half-way (the flow knows what it has under way). */
const abandoned = (instanceId: number) =>
  or(eq(outgoingMails.claimedBy, instanceId), instanceIsDead(outgoingMails.claimedBy))

/**
 * Claims a letter for this instance: it is ready, or it was abandoned before anything could have left.
 * null: sent already, in other hands, or uncertain.
 */
export async function claimLetter(db: Queries, id: number, instanceId: number): Promise<OutgoingMail | null> {
  const [row] = await db
    .update(outgoingMails)
    .set({ state: 'claimed', claimedBy: instanceId, attempts: sql`${outgoingMails.attempts} + 1` })
    .where(
      and(
        eq(outgoingMails.id, id),
        or(eq(outgoingMails.state, 'ready'), and(eq(outgoingMails.state, 'claimed'), abandoned(instanceId))),
      ),
    )
    .returning()
  return row ?? null
}

/** The end mark is about to be written. False: the letter is no longer ours, it must not leave. */
export async function handingOver(db: Queries, id: number, instanceId: number): Promise<boolean> {
  const rows = await db
    .update(outgoingMails)
    .set({ state: 'handing-over' })
    .where(
      and(
        eq(outgoingMails.id, id),
        eq(outgoingMails.state, 'claimed'),
        eq(outgoingMails.claimedBy, instanceId),
      ),
    )
    .returning({ id: outgoingMails.id })
  return rows.length === 1
}

/** A letter that was abandoned while it was handed over: nobody knows, so a person decides. null: it is none. */
export async function markUncertainIfAbandoned(
  db: Queries,
  id: number,
  instanceId: number,
  reason: string,
): Promise<OutgoingMail | null> {
  const [row] = await db
    .update(outgoingMails)
    .set({ state: 'uncertain', lastError: reason })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.state, 'handing-over'), abandoned(instanceId)))
    .returning()
  return row ?? null
}

/** Writes how it went, if the letter is still in the hands of this instance; null: it is not. Gives back the Vorgang it belongs to now. */
export async function settleLetter(
  db: Queries,
  id: number,
  instanceId: number,
  to: { state: 'ready' | 'sent' | 'refused' | 'uncertain'; lastError?: string; sentAt?: string },
): Promise<Pick<OutgoingMail, 'ticketId'> | null> {
  const [row] = await db
    .update(outgoingMails)
    .set({ state: to.state, lastError: to.lastError ?? null, sentAt: to.sentAt ?? null, claimedBy: null })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.claimedBy, instanceId)))
    .returning({ ticketId: outgoingMails.ticketId })
  return row ?? null
}

/** Letters that a person must look at; what the gate held too. */
export async function lettersInDoubt(db: Queries, programmeId: string): Promise<OutgoingMail[]> {
  return db
    .select()
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.programmeId, programmeId),
        inArray(outgoingMails.state, ['held', 'uncertain', 'refused']),
      ),
    )
    .orderBy(outgoingMails.id)
}

/** States in which a letter has not left, as far as anybody knows. */
export const notLeft = ['ready', 'claimed', 'handing-over', 'held', 'uncertain', 'refused'] as const

/** Answers of people in a Vorgang that were confirmed and have not left, oldest first. */
export async function answersNotLeft(
  db: Queries,
  ticketId: number,
): Promise<{ id: number; state: (typeof notLeft)[number] }[]> {
  const rows = await db
    .select({ id: outgoingMails.id, state: outgoingMails.state })
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.ticketId, ticketId),
        eq(outgoingMails.kind, 'answer'),
        inArray(outgoingMails.state, [...notLeft]),
      ),
    )
    .orderBy(outgoingMails.id)
  return rows.flatMap(({ id, state }) => {
    const known = notLeft.find(each => each === state)
    return known ? [{ id, state: known }] : []
  })
}

/** Letters that were tried and wait for the next try, by reason. */
export async function waitingLetters(
  db: Queries,
  programmeId: string,
): Promise<{ lastError: string; n: number }[]> {
  const rows = await db
    .select({ lastError: outgoingMails.lastError, n: count() })
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.programmeId, programmeId),
        eq(outgoingMails.state, 'ready'),
        isNotNull(outgoingMails.lastError),
      ),
    )
    .groupBy(outgoingMails.lastError)
  return rows.map(({ lastError, n }) => ({ lastError: lastError ?? '', n }))
}
