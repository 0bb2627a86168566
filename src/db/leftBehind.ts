import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

export interface LeftBehind {
  mails: number[]
  /** Letters that go before all others. */
  alarms: number[]
  letters: number[]
  posts: number[]
  /** Mails that wait for the virus scanner. */
  scans: number[]
}

/**
 * What is unfinished since before an instant although no job waits for it: its job was given up, or ended in another process
 * that then died. Reads pg-boss's own table, because only there stands what is really waiting.
 */
export async function leftBehind(db: Queries, programmeId: string, before: string): Promise<LeftBehind> {
  const rows = await db.execute<{ kind: keyof LeftBehind; id: string }>(sql`
    with waiting as materialized (
      select name, coalesce(mail, each -> 'outgoingMailId', each -> 'postId', each -> 'rawMailId')::bigint as id
      from pgboss.job
        cross join jsonb_array_elements(coalesce(data -> 'all', jsonb_build_array(data))) as each
        left join jsonb_array_elements(each -> 'rawMailIds') as mail on true
      where name in ('handleMails', 'sendLetter', 'postToChat', 'scanMail') and state in ('created', 'retry', 'active'))
    select 'mails' as kind, id from raw_mails m
    where programme_id = ${programmeId} and outcome is null and stored_at < ${before}
      and not exists (select from waiting w where w.name = 'handleMails' and w.id = m.id)
    union all
    select case kind when 'alarm' then 'alarms' else 'letters' end, id from outgoing_mails o
    where programme_id = ${programmeId} and state not in ('sent', 'refused', 'uncertain', 'held', 'dropped') and created_at < ${before}
      and not exists (select from waiting w where w.name = 'sendLetter' and w.id = o.id)
    union all
    select 'posts', id from posts p
    where programme_id = ${programmeId} and state not in ('posted', 'failed') and created_at < ${before}
      and not exists (select from waiting w where w.name = 'postToChat' and w.id = p.id)
    union all
    select 'scans', id from raw_mails s
    where programme_id = ${programmeId} and scan = 'waiting' and scan_finding is null and handled_at < ${before}
      and not exists (select from waiting w where w.name = 'scanMail' and w.id = s.id)
    order by 1, 2`)
  const found: LeftBehind = { mails: [], alarms: [], letters: [], posts: [], scans: [] }
  for (const { kind, id } of rows) found[kind].push(Number(id))
  return found
}
