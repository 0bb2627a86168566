import cron from 'node-cron'
import type { Temporal } from 'temporal-polyfill'
import type { Connection, Database } from '../db/connect.ts'
import { endFrozenSessions } from '../db/frozenSessions.ts'
import { forgetSeenEvents } from '../db/seenEvents.ts'
import { forgetComparisons } from '../db/serverComparisons.ts'
import { claimTick, forgetTicks } from '../db/ticks.ts'
import { type ProveNeeds, proveNightly } from '../flows/proof/proveNightly.ts'
import { type RemindNeeds, remindThisMorning } from '../flows/reminders/remindThisMorning.ts'
import { type AlarmNeeds, alarmOverdueMailboxes } from '../flows/upkeep/alarmOverdueMailboxes.ts'
import { announceSignInEnd, type SignInEndNeeds } from '../flows/upkeep/announceSignInEnd.ts'
import { glean } from '../flows/upkeep/resume.ts'
import type { Jobs } from './queue.ts'

export interface ScheduleNeeds {
  db: Database
  connection: Pick<Connection, 'aside'>
  programme: { id: string }
  settings: { clamd: object | null }
  now(): Temporal.Instant
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void }
}

/** Milliseconds after the start in which no mailbox is called overdue, or less where the alarm itself comes sooner. */
const longestGraceMs = 30_000

/** A transaction of ours takes milliseconds; one that is open and silent this long belongs to a frozen process. */
const frozenSeconds = 30

/**
 * For what comes again and again whatever the hour: with Europe/Berlin node-cron 4.6 is silent for the hour that comes twice in
 * autumn (test/jobs/schedule.test.ts). Times of day that people see are computed in Europe/Berlin by the flows.
 */
const everyHour = 'UTC'

/** Ticks and answered events are remembered this long; platforms repeat an event within an hour. */
const rememberedHours = 7 * 24
/** Comparisons with the mail server, for the report of a year. */
const comparisonHours = 400 * 24

/**
 * What happens by the clock. node-cron only wakes us: which process acts is decided by a row for the tick, so
 * any number of them may run the same schedule, and what is due is read from the database.
 */
export function startSchedule(
  needs: ScheduleNeeds,
  jobs: Jobs,
  proof: ProveNeeds,
  signIn: SignInEndNeeds,
  alarm: AlarmNeeds,
  reminders: RemindNeeds,
): { stop(): Promise<void> } {
  const everyFiveMinutes = cron.schedule('*/5 * * * *', context => tidyUp(needs, jobs, context.date), {
    name: 'glean',
    timezone: everyHour,
    noOverlap: true,
  })
  // Each hour, because 02:40 is left out in one night of the year, and a server may be away at that minute.
  const hourly = cron.schedule('40 * * * *', context => prove(needs, proof, context.date), {
    name: 'prove',
    timezone: everyHour,
    noOverlap: true,
  })
  // In office hours, because somebody should act on it; which of them it is does not matter.
  const officeHours = cron.schedule('10 7-17 * * *', context => announce(needs, signIn, context.date), {
    name: 'sign-in-end',
    timezone: 'Europe/Berlin',
    noOverlap: true,
  })
  // Not at the hour of the programme: a morning that was missed is made up by the next call, whenever that is.
  const mornings = cron.schedule('*/5 * * * *', () => remind(needs, reminders), {
    name: 'reminders',
    timezone: everyHour,
    noOverlap: true,
  })
  const missed = remind(needs, reminders)
  const startedAt = performance.now()
  const graceMs = Math.min(longestGraceMs, alarm.minutes * 60_000)
  const overdue = cron.schedule(
    asOftenAs(alarm.minutes),
    // Who has just come back after a long pause gets the time for a first look into the mailboxes.
    context =>
      performance.now() - startedAt < graceMs ? undefined : watchMailboxes(needs, alarm, context.date),
    { name: 'mailbox-alarm', timezone: everyHour, noOverlap: true },
  )
  const frozen = cron.schedule('*/20 * * * * *', () => endFrozen(needs), {
    name: 'frozen-sessions',
    timezone: everyHour,
    noOverlap: true,
  })
  return {
    async stop() {
      await missed
      await frozen.destroy()
      await mornings.destroy()
      await overdue.destroy()
      await everyFiveMinutes.destroy()
      await hourly.destroy()
      await officeHours.destroy()
    },
  }
}

/** Each minute; each few seconds where an alarm is wanted after less than a minute, which would come late otherwise. */
function asOftenAs(minutes: number): string {
  return minutes < 1 ? `*/${Math.max(1, Math.floor(minutes * 60))} * * * * *` : '* * * * *'
}

/**
 * In every process and beside the pool: what a frozen process locked may have filled the pools of all the others with
 * transactions that wait, so nothing here may ask them for a place.
 */
async function endFrozen(needs: Pick<ScheduleNeeds, 'connection' | 'log'>): Promise<void> {
  try {
    const frozen = await endFrozenSessions(needs.connection.aside, frozenSeconds)
    if (frozen > 0) needs.log.info({ frozen }, 'Eingefrorene Verbindungen zur Datenbank beendet')
  } catch (error) {
    needs.log.error({ err: error }, 'Eingefrorene Verbindungen nicht geprüft, folgt in 20 Sekunden')
  }
}

async function watchMailboxes(needs: ScheduleNeeds, alarm: AlarmNeeds, tick: Date): Promise<void> {
  try {
    if (!(await claimTick(needs.db, needs.programme.id, 'mailbox-alarm', tick.toISOString()))) return
    const { raised, ended } = await alarmOverdueMailboxes(alarm)
    if (raised + ended > 0) needs.log.info({ raised, ended }, 'Alarm zu Postfächern geändert')
  } catch (error) {
    needs.log.error({ err: error }, 'Postfächer nicht geprüft, folgt beim nächsten Mal')
  }
}

/** In every process: one of them takes the morning in the transaction that says it, so no tick is claimed before. */
async function remind(needs: Pick<ScheduleNeeds, 'log'>, reminders: RemindNeeds): Promise<void> {
  try {
    const messages = await remindThisMorning(reminders)
    if (messages > 0) needs.log.info({ messages }, 'An Fristen erinnert')
  } catch (error) {
    needs.log.error({ err: error }, 'Nicht an Fristen erinnert, folgt in fünf Minuten')
  }
}

async function prove(needs: ScheduleNeeds, proof: ProveNeeds, tick: Date): Promise<void> {
  try {
    if (await claimTick(needs.db, needs.programme.id, 'prove', tick.toISOString())) await proveNightly(proof)
  } catch (error) {
    needs.log.error({ err: error }, 'Nachweis nicht geprüft, folgt in einer Stunde')
  }
}

async function announce(needs: ScheduleNeeds, signIn: SignInEndNeeds, tick: Date): Promise<void> {
  try {
    if (await claimTick(needs.db, needs.programme.id, 'sign-in-end', tick.toISOString()))
      await announceSignInEnd(signIn)
  } catch (error) {
    needs.log.error({ err: error }, 'Ablauf der Anmeldung nicht geprüft, folgt in einer Stunde')
  }
}

async function tidyUp(needs: ScheduleNeeds, jobs: Jobs, tick: Date): Promise<void> {
  const programmeId = needs.programme.id
  try {
    if (!(await claimTick(needs.db, programmeId, 'glean', tick.toISOString()))) return
    const now = needs.now()
    const scanning = needs.settings.clamd !== null
    const found = await glean({ db: needs.db, enqueue: jobs.enqueue, programmeId, scanning }, now)
    if (found > 0) needs.log.info({ found }, 'Liegengebliebenes wieder aufgenommen')
    const before = now.subtract({ hours: rememberedHours }).toString()
    await forgetTicks(needs.db, programmeId, before)
    await forgetSeenEvents(needs.db, programmeId, before)
    const year = now.subtract({ hours: comparisonHours }).toString()
    await forgetComparisons(needs.db, programmeId, year)
  } catch (error) {
    needs.log.error({ err: error }, 'Nachlese nicht gelungen, folgt beim nächsten Mal')
  }
}
