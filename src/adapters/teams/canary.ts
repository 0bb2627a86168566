import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { isNationwideHoliday } from '../../domain/time/calendar.ts'
import { dayOf, germanDay, germanDayWithWeekday, zone } from '../../domain/time/day.ts'
import type { Reply } from '../../reply/reply.ts'
import type { ChatCore, PostResult } from '../chatTypes.ts'

/** Local time of the trial post, and how often we look whether it is due, in milliseconds. */
const dueAt = Temporal.PlainTime.from('07:30')
const interval = 5 * 60_000

/** What became of the last trial post to a channel. */
interface Trial {
  /** ISO date. */
  day: string
  /** null: accepted, else a German sentence. */
  reason: string | null
}

export interface CanaryNeeds {
  channels: readonly string[]
  send(channel: string, reply: Reply): Promise<PostResult>
  core: Pick<ChatCore, 'firstTime' | 'memory'>
  log: Logger
  clock(): number
}

export interface Canary {
  /** What is wrong by the last trial posts, null when nothing is. */
  fault(): Promise<string | null>
  stop(): Promise<void>
}

/**
 * A Workflow that nobody runs any more takes posts and loses them, and nothing tells us. So each working morning a trial post says
 * that it is one: people see when it is missing. However many processes run, one of them sends it.
 */
export function keepCanary(needs: CanaryNeeds): Canary {
  let underWay: Promise<void> = Promise.resolve()
  const look = () => {
    underWay = underWay
      .then(() => sendIfDue(needs))
      .catch(error => needs.log.warn({ err: error }, 'Teams: Verbindungsprobe nicht geschickt, folgt'))
  }
  const timer = setInterval(look, interval)
  look()
  return {
    fault: () => lastFault(needs),
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}

async function sendIfDue({ channels, send, core, clock }: CanaryNeeds): Promise<void> {
  const now = Temporal.Instant.fromEpochMilliseconds(clock())
  const day = dayOf(now)
  const early = Temporal.PlainTime.compare(now.toZonedDateTimeISO(zone).toPlainTime(), dueAt) < 0
  if (early || day.dayOfWeek > 5 || isNationwideHoliday(day)) return
  for (const channel of channels) {
    if (!(await core.firstTime(`canary ${channel} ${day}`))) continue
    const result = await send(channel, trialPost(day))
    const reason = result.kind === 'posted' ? null : result.reason
    await core.memory.set(`canary:${channel}`, { day: day.toString(), reason } satisfies Trial)
  }
}

function trialPost(day: Temporal.PlainDate): Reply {
  const title = `Verbindungsprobe vom ${germanDayWithWeekday(day)}`
  return {
    summary: title,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: title },
      {
        kind: 'note',
        text: 'Kommt jeden Arbeitstag um 7:30 Uhr. Fehlt sie, kommen auch neue Vorgänge hier nicht an: bitte den Workflow in Power Automate prüfen. Er läuft nur, solange das Konto der Person besteht, die ihn angelegt hat.',
      },
    ],
  }
}

async function lastFault({ channels, core }: CanaryNeeds): Promise<string | null> {
  const trials = await Promise.all(
    channels.map(async channel => ({ channel, trial: await core.memory.get<Trial>(`canary:${channel}`) })),
  )
  const failed = trials.find(({ trial }) => trial?.reason)
  if (!failed?.trial) return null
  const day = germanDay(Temporal.PlainDate.from(failed.trial.day))
  return `Die Verbindungsprobe vom ${day} in den Kanal „${failed.channel}“ von Teams ist gescheitert: ${failed.trial.reason}`
}
