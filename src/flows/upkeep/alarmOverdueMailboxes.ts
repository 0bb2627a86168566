import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { endAlarm, type Mailbox, mailboxState, raiseAlarm } from '../../db/mailboxes.ts'
import { dayOf, germanDay, germanTime } from '../../domain/time/day.ts'
import { mailboxAlarmNews, mailboxAlarmOverNews } from '../../texts/mailboxNews.ts'
import { type OperatorNeeds, tellOperators } from './tellOperators.ts'

export interface AlarmNeeds extends OperatorNeeds {
  db: Database
  now(): Temporal.Instant
  /** The watched mailboxes of the settings. */
  sources: readonly { mailboxId: string; label: string }[]
  /** KLA_MAILBOX_ALARM_MINUTES. */
  minutes: number
}

/**
 * Looks whether every watched mailbox was complete lately, and says it to the operators when one was not, once for each
 * outage, and once that it is over. The watching itself is not asked: this also notices a watcher that hangs, and a mailbox
 * that no process watches.
 */
export async function alarmOverdueMailboxes(needs: AlarmNeeds): Promise<{ raised: number; ended: number }> {
  const { db, programmeId } = needs
  const now = needs.now()
  const states = await Promise.all(
    needs.sources.map(async ({ mailboxId, label }) => ({
      label,
      box: await mailboxState(db, programmeId, mailboxId, now.toString()),
    })),
  )
  const overdue = states.filter(
    ({ box }) => box.alarmSince === null && minutesBehind(box, now) >= needs.minutes,
  )
  const well = states.filter(({ box }) => box.alarmSince !== null && completeSince(box, box.alarmSince))
  await db.transaction(async tx => {
    const raised = await raiseAlarm(tx, programmeId, idsOf(overdue), now.toString())
    const ended = await endAlarm(tx, programmeId, idsOf(well))
    const overdueNow = overdue.filter(({ box }) => raised.includes(box.id))
    const wellNow = well.filter(({ box }) => ended.includes(box.id))
    if (overdueNow.length > 0) {
      const said = overdueNow.map(({ label, box }) => ({
        label,
        since: sinceWords(box, now),
        fault: box.fault,
      }))
      const key = `mailbox-alarm:${raised.join(' ')}:${now}`
      await tellOperators(needs, tx, key, mailboxAlarmNews(said, needs.minutes), now)
    }
    if (wellNow.length > 0) {
      const key = `mailbox-alarm-over:${ended.join(' ')}:${now}`
      const news = mailboxAlarmOverNews(wellNow.map(({ label }) => label))
      await tellOperators(needs, tx, key, news, now)
    }
  })
  return { raised: overdue.length, ended: well.length }
}

const idsOf = (states: readonly { box: Mailbox }[]) => states.map(({ box }) => box.id)

/** A mailbox that was never complete is behind since its watching began; one from before that was noted, since ever. */
function minutesBehind(box: Mailbox, now: Temporal.Instant): number {
  const since = box.completeAt ?? box.begunAt
  return since === null ? Number.POSITIVE_INFINITY : now.since(Temporal.Instant.from(since)).total('minutes')
}

const completeSince = ({ completeAt }: Mailbox, since: string) =>
  completeAt !== null && Temporal.Instant.compare(completeAt, since) > 0

/** "heute um 09:12", "am 22.04.2024 um 09:12", "noch nie". */
function sinceWords({ completeAt }: Mailbox, now: Temporal.Instant): string {
  if (completeAt === null) return 'noch nie'
  const at = Temporal.Instant.from(completeAt)
  const day = dayOf(at)
  return `${dayOf(now).equals(day) ? 'heute' : `am ${germanDay(day)}`} um ${germanTime(at)}`
}
