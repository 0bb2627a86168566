import type { LedgerFaults } from '../domain/mail/ledgerFaults.ts'
import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

/**
 * Looks at every delivery and mail stored since an instant and counts what does not fit together. `before`: what was kept earlier
 * must have its outcome.
 */
export async function ledgerFaults(
  db: Queries,
  programmeId: string,
  { since, before }: { since: string; before: string },
): Promise<LedgerFaults> {
  const [row] = await db.execute<Record<keyof LedgerFaults, string>>(sql`
    with mails as (
      select id, outcome, stored_at,
        (select count(*) from deliveries d where d.raw_mail_id = m.id) as arrivals,
        (select count(*) from deliveries d where d.raw_mail_id = m.id and d.outcome is not distinct from m.outcome) as alike
      from raw_mails m where programme_id = ${programmeId} and stored_at >= ${since})
    select
      (select count(*) from deliveries d where programme_id = ${programmeId} and arrived_at >= ${since}
        and not exists (select from raw_mails m where m.id = d.raw_mail_id)) as "withoutMail",
      (select count(*) from mails where arrivals = 0) as "withoutDelivery",
      (select count(*) from mails where arrivals > 0
        and case when outcome = 'duplicate' then alike <> arrivals else alike <> 1 end) as "unequal",
      (select count(*) from mails m where outcome in ('ticket', 'followup')
        and not exists (select from messages l join tickets t on t.id = l.ticket_id where l.raw_mail_id = m.id)) as "withoutTicket",
      (select count(*) from mails where outcome is null and stored_at < ${before}) as "overdue"`)
  const found = row! // an aggregate always has a row
  return {
    withoutMail: Number(found.withoutMail),
    withoutDelivery: Number(found.withoutDelivery),
    unequal: Number(found.unequal),
    withoutTicket: Number(found.withoutTicket),
    overdue: Number(found.overdue),
  }
}
