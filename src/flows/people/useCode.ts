import { Temporal } from 'temporal-polyfill'
import { countWrongTry, linkAccount, lockNewestCode, voidCode } from '../../db/accountLinks.ts'
import type { Database } from '../../db/connect.ts'
import { auditLog } from '../../db/schema.ts'
import { codeHash, mostWrongTries, sameHash } from '../../domain/people/linkCode.ts'
import { type ListedPerson, listedWithMail } from '../../domain/people/listedPerson.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { isoInstant } from '../../texts/ticketFacts.ts'

export interface UseCodeNeeds {
  db: Database
  now(): Temporal.Instant
  programme: Programme
  people: readonly ListedPerson[]
}

export type CodeUsed =
  | { kind: 'linked'; entry: ListedPerson }
  /** Other digits; so many tries are left for this code. */
  | { kind: 'wrong'; left: number }
  /** None was asked for of late, it is over, used, or was guessed at too often. */
  | { kind: 'no-code' }

/**
 * Links the account if these are the six digits of its newest code. The code is locked while they are compared, so that tries in
 * many processes at once are counted one by one; it is void with the first use.
 */
export async function useCode(
  needs: UseCodeNeeds,
  accountId: string,
  secret: string,
  code: string,
): Promise<CodeUsed> {
  const now = needs.now()
  const at = now.toString()
  const account = { programmeId: needs.programme.id, accountId }
  return needs.db.transaction(async tx => {
    const kept = await lockNewestCode(tx, account)
    // Compared in every case: how long it takes tells nothing about whether there is a code.
    const same = sameHash(
      kept?.codeHash ?? '0'.repeat(64),
      codeHash(secret, { ...account, mail: kept?.mail ?? null }, code),
    )
    if (
      !kept ||
      kept.tries >= mostWrongTries ||
      !isBefore(now, Temporal.Instant.from(isoInstant(kept.expiresAt)))
    )
      return { kind: 'no-code' }
    const entry = kept.mail === null ? null : listedWithMail(needs.people, kept.mail)
    const note = (action: string) =>
      tx
        .insert(auditLog)
        .values({ programmeId: account.programmeId, at, actor: accountId, action, detail: {} })
    if (!same || !entry) {
      await countWrongTry(tx, kept.id)
      await note('code_falsch')
      return { kind: 'wrong', left: mostWrongTries - kept.tries - 1 }
    }
    await voidCode(tx, kept.id, at)
    await linkAccount(tx, account, { mail: kept.mail!, linkedAt: at }) // entry was found by it
    await note('konto_verknuepft')
    return { kind: 'linked', entry }
  })
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
