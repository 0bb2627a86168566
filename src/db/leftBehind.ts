import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

export interface LeftBehind {
  mails: number[]
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
    with waiting as (
      select name, data from pgboss.job
      where name in ('handleMails', 'sendLetter', 'postToChat', 'scanMail') and state in ('created', 'retry', 'active'))
    select 'mails' as kind, id from raw_mails m
    where programme_id = ${programmeId} and outcome is null and stored_at < ${before}
      and not exists (select from waiting where name = 'handleMails' and data #> '{all,0,rawMailIds}' @> to_jsonb(m.id))
    union all
    select 'letters', id from outgoing_mails o
    where programme_id = ${programmeId} and state not in ('sent', 'refused', 'uncertain', 'held', 'dropped') and created_at < ${before}
      and not exists (select from waiting where name = 'sendLetter' and data -> 'all' @> jsonb_build_array(jsonb_build_object('outgoingMailId', o.id)))
    union all
    select 'posts', id from posts p
    where programme_id = ${programmeId} and state not in ('posted', 'failed') and created_at < ${before}
      and not exists (select from waiting where name = 'postToChat' and data -> 'all' @> jsonb_build_array(jsonb_build_object('postId', p.id)))
    union all
    select 'scans', id from raw_mails s
    where programme_id = ${programmeId} and scan = 'waiting' and scan_finding is null and handled_at < ${before}
      and not exists (select from waiting where name = 'scanMail' and data -> 'all' @> jsonb_build_array(jsonb_build_object('rawMailId', s.id)))
    order by 1, 2`)
  const found: LeftBehind = { mails: [], letters: [], posts: [], scans: [] }
  for (const { kind, id } of rows) found[kind].push(Number(id))
  return found
}
