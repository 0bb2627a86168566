import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, desc, eq, sql } from './drizzle.ts'
import { accountLinks, linkCodes } from './schema.ts'

/** An account within a programme. */
export interface AccountKey {
  programmeId: string
  /** "slack:U012AB". */
  accountId: string
}

export interface AccountLink {
  /** Lower case. */
  mail: string
  /** ISO instant, as the database writes it. */
  linkedAt: string
}

/** What is known of an account beside the list of people. */
export interface AccountFacts {
  link: AccountLink | null
  /** The newest word on each function that is stood in for, as the Ablauf of deputies keeps it; also ended ones (null). */
  deputies: Readonly<Record<string, unknown>>
}

/** Link of an account and all deputies that were named (facts of the Ablauf of this template), in one statement: it is asked before every command. */
export async function accountFacts(
  db: Queries,
  { programmeId, accountId }: AccountKey,
  deputiesTemplate: string,
): Promise<AccountFacts> {
  const [row] = await db.execute<{
    mail: string | null
    linkedAt: string | null
    deputies: object | null
  }>(sql`
    select link.mail, link.linked_at::text as "linkedAt",
           (select jsonb_object_agg(absent, value) from (
              select distinct on (e.change ->> 'name') e.change ->> 'name' as absent, e.change -> 'value' as value
              from processes p join process_events e on e.process_id = p.id
              where p.programme_id = ${programmeId} and p.template = ${deputiesTemplate} and e.change ->> 'kind' = 'fact'
              order by e.change ->> 'name', e.id desc) as newest) as deputies
    from (select) as one
    left join account_links link on link.programme_id = ${programmeId} and link.account_id = ${accountId}`)
  const { mail, linkedAt, deputies } = row! // one row, whatever is joined to it
  return {
    link: mail === null || linkedAt === null ? null : { mail, linkedAt },
    deputies: (deputies ?? {}) as Readonly<Record<string, unknown>>,
  }
}

/** The addresses to which these accounts are linked, by account. */
export async function linkedMails(
  db: Queries,
  programmeId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { accountId, mail } = accountLinks
  const rows = await db
    .select({ accountId, mail })
    .from(accountLinks)
    .where(and(eq(accountLinks.programmeId, programmeId), anyOf(accountId, accountIds)))
  return new Map(rows.map(row => [row.accountId, row.mail]))
}

/** Links an account to an address; a link that it had is replaced. */
export async function linkAccount(
  tx: Queries,
  { programmeId, accountId }: AccountKey,
  { mail, linkedAt }: AccountLink,
): Promise<void> {
  await tx
    .insert(accountLinks)
    .values({ programmeId, accountId, mail, linkedAt })
    .onConflictDoUpdate({
      target: [accountLinks.programmeId, accountLinks.accountId],
      set: { mail, linkedAt },
    })
}

/** False: it had none. */
export async function unlinkAccount(tx: Queries, { programmeId, accountId }: AccountKey): Promise<boolean> {
  const rows = await tx
    .delete(accountLinks)
    .where(and(eq(accountLinks.programmeId, programmeId), eq(accountLinks.accountId, accountId)))
    .returning({ accountId: accountLinks.accountId })
  return rows.length > 0
}

export type LinkCode = typeof linkCodes.$inferSelect

/** How many codes this account asked for, and how many went to this address, since two ISO instants. */
export async function codesSince(
  tx: Queries,
  { programmeId, accountId }: AccountKey,
  mail: string | null,
  since: { account: string; address: string },
): Promise<{ ofAccount: number; toAddress: number }> {
  const [row] = await tx.execute<{ ofAccount: number; toAddress: number }>(sql`
    select (select count(*)::int from link_codes
            where programme_id = ${programmeId} and account_id = ${accountId} and created_at > ${since.account}) as "ofAccount",
           (select count(*)::int from link_codes
            where programme_id = ${programmeId} and mail = ${mail} and created_at > ${since.address}) as "toAddress"`)
  return row! // a select without from has one row
}

/** Keeps a code and forgets those that no limit counts any more, older than this ISO instant. Gives back its id. */
export async function keepCode(
  tx: Queries,
  code: typeof linkCodes.$inferInsert,
  forgetBefore: string,
): Promise<number> {
  await tx
    .delete(linkCodes)
    .where(and(eq(linkCodes.programmeId, code.programmeId), sql`${linkCodes.createdAt} <= ${forgetBefore}`))
  const [row] = await tx.insert(linkCodes).values(code).returning({ id: linkCodes.id })
  return row!.id // one row was inserted
}

/** The newest code of an account, locked until the transaction ends; null: it asked for none of late. */
export async function lockNewestCode(
  tx: Queries,
  { programmeId, accountId }: AccountKey,
): Promise<LinkCode | null> {
  const [row] = await tx
    .select()
    .from(linkCodes)
    .where(and(eq(linkCodes.programmeId, programmeId), eq(linkCodes.accountId, accountId)))
    .orderBy(desc(linkCodes.id))
    .limit(1)
    .for('update')
  return row ?? null
}

/** One wrong try more. */
export async function countWrongTry(tx: Queries, id: number): Promise<void> {
  await tx
    .update(linkCodes)
    .set({ tries: sql`${linkCodes.tries} + 1` })
    .where(eq(linkCodes.id, id))
}

/** From `at` on it is over; it still counts for the limits. */
export async function voidCode(tx: Queries, id: number, at: string): Promise<void> {
  await tx.update(linkCodes).set({ expiresAt: at }).where(eq(linkCodes.id, id))
}
