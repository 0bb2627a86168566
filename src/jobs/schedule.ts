import cron from 'node-cron'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/connect.ts'
import { forgetSeenEvents } from '../db/seenEvents.ts'
import { claimTick, forgetTicks } from '../db/ticks.ts'
import { glean } from '../flows/resume.ts'
import type { Jobs } from './queue.ts'

export interface ScheduleNeeds {
  db: Database
  programme: { id: string }
  now(): Temporal.Instant
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void }
}

/** Ticks and answered events are remembered this long; platforms repeat an event within an hour. */
const rememberedHours = 7 * 24

/**
 * What happens by the clock. node-cron only wakes us: which process acts is decided by a row for the tick, so
 * any number of them may run the same schedule.
 */
export function startSchedule(needs: ScheduleNeeds, jobs: Jobs): { stop(): Promise<void> } {
  const gleaning = cron.schedule('*/5 * * * *', context => tidyUp(needs, jobs, context.date), {
    name: 'glean',
    timezone: 'Europe/Berlin',
    noOverlap: true,
  })
  return {
    async stop() {
      await gleaning.destroy()
    },
  }
}

async function tidyUp(needs: ScheduleNeeds, jobs: Jobs, tick: Date): Promise<void> {
  const programmeId = needs.programme.id
  try {
    if (!(await claimTick(needs.db, programmeId, 'glean', tick.toISOString()))) return
    const now = needs.now()
    const found = await glean({ db: needs.db, enqueue: jobs.enqueue, programmeId }, now)
    if (found > 0) needs.log.info({ found }, 'Liegengebliebenes wieder aufgenommen')
    const before = now.subtract({ hours: rememberedHours }).toString()
    await forgetTicks(needs.db, programmeId, before)
    await forgetSeenEvents(needs.db, programmeId, before)
  } catch (error) {
    needs.log.error({ err: error }, 'Nachlese nicht gelungen, folgt beim nächsten Mal')
  }
}
