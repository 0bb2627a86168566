import type { Temporal } from 'temporal-polyfill'
import { block } from '../../db/blockedAddresses.ts'
import type { Queries } from '../../db/connect.ts'
import type { OutgoingMail } from '../../db/outgoingMails.ts'
import { auditLog } from '../../db/schema.ts'
import { refusedWords } from '../../domain/mail/reports/undelivered.ts'

/**
 * The mail server refused the recipient of a letter at once ("550 5.1.1 user unknown" to RCPT TO): as good as a report that
 * comes back later. Called in the transaction that settles the letter, and only for an answer to RCPT TO: refusals at
 * another stage are about us or the letter. True when the address is blocked from now on.
 */
export async function noteRefusal(
  tx: Queries,
  mail: Pick<OutgoingMail, 'id' | 'programmeId' | 'ticketId' | 'kind' | 'toAddress'>,
  response: string,
  now: Temporal.Instant,
): Promise<boolean> {
  // Alarms, notices and codes go inside the authority; the first two must be tried for ever.
  if (mail.kind === 'alarm' || mail.kind === 'notice' || mail.kind === 'code') return false
  const words = refusedWords(response)
  if (!words) return false
  const at = now.toString()
  const blocked = await block(tx, mail.programmeId, [{ address: mail.toAddress, reason: words }], at)
  if (blocked.length === 0) return false
  await tx.insert(auditLog).values({
    programmeId: mail.programmeId,
    at,
    actor: 'kla',
    action: 'brief_unzustellbar',
    ticketId: mail.ticketId,
    detail: { outgoingMailId: mail.id, kind: mail.kind, reason: words, blocked: true },
  })
  return true
}
