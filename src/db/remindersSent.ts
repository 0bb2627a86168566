import { Temporal } from 'temporal-polyfill'
import type { Queries } from './connect.ts'
import { and, desc, eq, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import { remindersSent } from './schema.ts'

/*
 * Beside the keys of what was said, the table holds a row for each morning: "morgen|2024-04-24" when its message was dealt with,
 * and "laut|2024-04-24" when it was not in quiet hours. They lie here and not among the ticks, because ticks are forgotten after a
 * week, and a program may be away for longer.
 */
const claim = (day: Temporal.PlainDate) => `morgen|${day}`
const loud = (day: Temporal.PlainDate) => `laut|${day}`

/** Keys of all that was ever said, with the day on which it was. */
export async function loadRemindersSent(
  db: Queries,
  programmeId: string,
): Promise<Map<string, Temporal.PlainDate>> {
  const rows = await db
    .select({ key: remindersSent.key, sentOn: remindersSent.sentOn })
    .from(remindersSent)
    .where(
      and(
        eq(remindersSent.programmeId, programmeId),
        sql`${remindersSent.key} not like 'morgen|%' and ${remindersSent.key} not like 'laut|%'`,
      ),
    )
  return new Map(rows.map(({ key, sentOn }) => [key, Temporal.PlainDate.from(sentOn)]))
}

/** Writes what is said today; keys that another one wrote first are left out. Returns those that are new. */
export async function insertRemindersSent(
  tx: Queries,
  programmeId: string,
  keys: readonly string[],
  sentOn: Temporal.PlainDate,
  at: string,
): Promise<Set<string>> {
  const rows = keys.map(key => ({ programmeId, key, sentOn: sentOn.toString(), at }))
  const inserted = await insertRows<typeof remindersSent, { key: string }>(tx, remindersSent, rows, {
    onConflict: 'skip',
    returning: sql`key`,
  })
  return new Set(inserted.map(row => row.key))
}

/** Whether somebody has dealt with the morning of this day. */
export async function morningIsDone(
  db: Queries,
  programmeId: string,
  day: Temporal.PlainDate,
): Promise<boolean> {
  const rows = await db
    .select({ key: remindersSent.key })
    .from(remindersSent)
    .where(and(eq(remindersSent.programmeId, programmeId), eq(remindersSent.key, claim(day))))
  return rows.length > 0
}

/**
 * Takes the morning of a day: true for one of all who ask, once its transaction commits; the others wait for that. `quiet`: only
 * what is firm is said, so the rest still has its last morning before.
 */
export async function claimMorning(
  tx: Queries,
  programmeId: string,
  day: Temporal.PlainDate,
  options: { quiet: boolean; now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<boolean> {
  const at = options.now.toString()
  const taken = await insertRemindersSent(tx, programmeId, [claim(day)], options.today, at)
  if (taken.size === 0) return false
  if (!options.quiet) await insertRemindersSent(tx, programmeId, [loud(options.today)], options.today, at)
  return true
}

/** The newest morning on which everything could be said; null: there was none yet. */
export async function lastSpokenMorning(
  db: Queries,
  programmeId: string,
): Promise<{ day: Temporal.PlainDate; at: Temporal.Instant } | null> {
  const [row] = await db
    .select({ sentOn: remindersSent.sentOn, at: remindersSent.at })
    .from(remindersSent)
    .where(and(eq(remindersSent.programmeId, programmeId), sql`${remindersSent.key} like 'laut|%'`))
    .orderBy(desc(remindersSent.sentOn))
    .limit(1)
  return row
    ? { day: Temporal.PlainDate.from(row.sentOn), at: Temporal.Instant.from(new Date(row.at).toISOString()) }
    : null
}
