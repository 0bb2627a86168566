import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { lockProgramme } from '../../db/programmeLock.ts'
import {
  claimMorning,
  insertRemindersSent,
  lastSpokenMorning,
  morningIsDone,
} from '../../db/remindersSent.ts'
import { lateness } from '../../domain/reminders/lateness.ts'
import { keysSaid } from '../../domain/reminders/morningMessages.ts'
import { isInHouse } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'
import { isQuiet, lastMorning } from '../../domain/time/morningTime.ts'
import { morningReply } from '../../texts/steps/reminders.ts'
import type { EnqueueJobs } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'
import { beginWhatIsDue } from '../processes/changeProcesses.ts'
import { type MorningNewsNeeds, morningNews } from './morningNews.ts'

export interface RemindNeeds extends MorningNewsNeeds {
  db: Database
  now(): Temporal.Instant
  enqueue: EnqueueJobs
}

/**
 * Says once a morning what is due: one message for each channel, its keys and its jobs in one transaction with the claim of
 * the morning. Called every five minutes by every process: one of them says it, and one that is killed on the way has said
 * nothing. A morning that was missed is made up by the next call; in quiet hours with what is firm alone. What has
 * no channel to be said in stays due. Returns the number of messages.
 */
export async function remindThisMorning(needs: RemindNeeds): Promise<number> {
  const now = needs.now()
  const { programme } = needs
  const { erinnerungen } = programme.profile
  const morning = lastMorning(erinnerungen, now)
  if (await morningIsDone(needs.db, programme.id, morning.day)) return 0
  await beginWhatIsDue(needs)
  return needs.db.transaction(async tx => {
    const before = await lastSpokenMorning(tx, programme.id)
    const today = dayOf(now)
    const quietHours = isQuiet(erinnerungen, now)
    // Who starts for the first time has missed no morning: the next one is the first.
    const isFirst = before === null
    const quiet = quietHours && !isFirst
    if (!(await claimMorning(tx, programme.id, morning.day, { quiet, now, today })) || isFirst) return 0
    // Nobody marks a step as done while it is being said that it is not.
    await lockProgramme(tx, 'processes', programme.id)
    const { messages, restsSince } = await morningNews(needs, tx, now, { quietHours })
    const keys = keysSaid(messages.map(each => each.message))
    const fresh = await insertRemindersSent(tx, programme.id, keys, today, now.toString())
    for (const { place, message } of messages) {
      const lines = message.lines.filter(line => line.keys.some(key => fresh.has(key)))
      if (lines.length === 0) continue
      const late = lateness(lines, {
        now,
        reached: morning.planned,
        lastSpoken: before.day,
        times: erinnerungen,
      })
      const reply = morningReply(
        { ...message, lines },
        { now, restsSince, words: isInHouse(place.platform), ...late },
      )
      const news = { programmeId: programme.id, key: `reminders:${morning.day}`, reply }
      await postNews(needs, tx, [place], news, now.toString())
    }
    return messages.length
  })
}
