import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

/** One line of the ledger: what arrived in a mailbox on a day, and what became of it. */
export interface LedgerLine {
  mailbox: string
  /** ISO date, local. */
  day: string
  arrived: number
  ticket: number
  followup: number
  automatic: number
  duplicate: number
  quarantined: number
  /** Stored, not handled yet. */
  waiting: number
}

/** The ledger in order of mailbox and day: arrived is always the sum of the rest. */
export async function ledger(db: Queries, programmeId: string): Promise<LedgerLine[]> {
  const rows = await db.execute<Record<string, string>>(sql`
    select mailbox_id as mailbox, day::text as day, count(*) as arrived,
           count(*) filter (where outcome = 'ticket') as ticket,
           count(*) filter (where outcome = 'followup') as followup,
           count(*) filter (where outcome = 'automatic') as automatic,
           count(*) filter (where outcome = 'duplicate') as duplicate,
           count(*) filter (where outcome = 'quarantined') as quarantined,
           count(*) filter (where outcome is null) as waiting
    from deliveries where programme_id = ${programmeId}
    group by mailbox_id, day order by mailbox_id, day`)
  return rows.map(row => ({
    mailbox: row.mailbox!,
    day: row.day!,
    arrived: Number(row.arrived),
    ticket: Number(row.ticket),
    followup: Number(row.followup),
    automatic: Number(row.automatic),
    duplicate: Number(row.duplicate),
    quarantined: Number(row.quarantined),
    waiting: Number(row.waiting),
  }))
}

/** The whole of it in four numbers; of the days `from` to `to` (ISO, both included), or of all time. */
export interface LedgerSum {
  arrived: number
  quarantined: number
  /** Stored, not handled yet. */
  waiting: number
  /** When the oldest of the waiting ones arrived, ISO instant; null: none waits. */
  waitingSince: string | null
}

export async function ledgerSum(
  db: Queries,
  programmeId: string,
  days: { from: string; to: string } | null = null,
): Promise<LedgerSum> {
  const within = days ? sql`and day between ${days.from} and ${days.to}` : sql``
  const [row] = await db.execute<{
    arrived: string
    quarantined: string
    waiting: string
    since: string | null
  }>(sql`
    select count(*) as arrived, count(*) filter (where outcome = 'quarantined') as quarantined,
           count(*) filter (where outcome is null) as waiting,
           to_char(min(arrived_at) filter (where outcome is null) at time zone 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
    from deliveries where programme_id = ${programmeId} ${within}`)
  return {
    arrived: Number(row?.arrived),
    quarantined: Number(row?.quarantined),
    waiting: Number(row?.waiting),
    waitingSince: row?.since ?? null,
  }
}
