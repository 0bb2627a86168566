import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { codesSince, keepCode } from '../../db/accountLinks.ts'
import type { Database, Queries } from '../../db/connect.ts'
import { insertLetters } from '../../db/outgoingMails.ts'
import { lockProgramme } from '../../db/programmeLock.ts'
import { auditLog } from '../../db/schema.ts'
import type { Correspondence } from '../../domain/mail/outgoing/correspondence.ts'
import {
  codeHash,
  codeSpace,
  codesADay,
  codesAnHour,
  codeValidMinutes,
} from '../../domain/people/linkCode.ts'
import { type ListedPerson, listedWithMail } from '../../domain/people/listedPerson.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { codeLetter } from '../../texts/letters/codeLetter.ts'
import { machineLetter } from '../letters/machineLetter.ts'
import type { EnqueueJobs } from '../needs.ts'

export interface RequestCodeNeeds {
  db: Database
  now(): Temporal.Instant
  enqueue: EnqueueJobs
  programme: Programme
  people: readonly ListedPerson[]
}

/** Milliseconds after which every request is answered, so that nobody measures whether a letter was written. */
const answeredAfter = 150

/**
 * Writes a letter with a code to an address, if it is one of the list, and says the same if not: who asks learns nothing about the list. Each
 * request counts, and what goes to an address has a limit of its own that is not told. The address is kept nowhere unless
 * it stands in the list anyway. 'too-many': this account asked too often.
 */
export async function requestCode(
  needs: RequestCodeNeeds,
  { secret, domain }: Pick<Correspondence, 'secret' | 'domain'>,
  { accountId, platform, address }: { accountId: string; platform: string; address: string },
): Promise<'asked' | 'too-many'> {
  const now = needs.now()
  const programmeId = needs.programme.id
  const mail = listedWithMail(needs.people, address)?.mail ?? null
  const code = String(randomInt(codeSpace)).padStart(6, '0')
  const expiresAt = now.add({ minutes: codeValidMinutes })
  const text = codeLetter(needs.programme.profile, { code, platform, until: expiresAt })
  const write = async (tx: Queries) => {
    await lockProgramme(tx, 'links', programmeId)
    const hourAgo = now.subtract({ hours: 1 }).toString()
    const dayAgo = now.subtract({ hours: 24 }).toString()
    const account = { programmeId, accountId }
    const before = await codesSince(tx, account, mail, { account: hourAgo, address: dayAgo })
    if (before.ofAccount >= codesAnHour) return 'too-many'
    const to = before.toAddress < codesADay ? mail : null
    const codeId = await keepCode(
      tx,
      {
        ...account,
        mail: to,
        codeHash: codeHash(secret, { ...account, mail: to }, code),
        createdAt: now.toString(),
        expiresAt: expiresAt.toString(),
      },
      dayAgo,
    )
    await tx.insert(auditLog).values({
      programmeId,
      at: now.toString(),
      actor: accountId,
      action: to === null ? 'code_nicht_verschickt' : 'code_verschickt',
      detail: {},
    })
    if (to === null) return 'asked'
    const ids = await insertLetters(tx, [
      machineLetter(
        { secret, domain },
        {
          programmeId,
          ticketId: null,
          kind: 'code',
          key: `code:${codeId}`,
          to,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        },
        now.toString(),
      ),
    ])
    await needs.enqueue(
      tx,
      'sendLetter',
      ids.map(outgoingMailId => ({ outgoingMailId })),
      { urgent: true },
    )
    return 'asked'
  }
  const [result] = await Promise.all([needs.db.transaction(write), setTimeout(answeredAfter)])
  return result
}
