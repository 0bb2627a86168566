import cron from 'node-cron'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/connect.ts'
import { claimTick } from '../db/ticks.ts'
import { resume } from '../flows/resume.ts'
import type { Jobs } from './queue.ts'

export interface ScheduleNeeds {
  db: Database
  programme: { id: string }
  now(): Temporal.Instant
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void }
}

/**
 * What happens by the clock. node-cron only wakes us: which process acts is decided by a row for the tick, so
 * any number of them may run the same schedule.
 */
export function startSchedule(needs: ScheduleNeeds, jobs: Jobs): { stop(): Promise<void> } {
  const gleaning = cron.schedule('*/5 * * * *', context => glean(needs, jobs, context.date), {
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

/**
 * Takes up what lies unfinished although no job waits for it: the safety net under the job queue. Anything may be
 * found here only after a fault, so it is logged.
 */
async function glean(needs: ScheduleNeeds, jobs: Jobs, tick: Date): Promise<void> {
  try {
    if (!(await claimTick(needs.db, needs.programme.id, 'glean', tick.toISOString()))) return
    if ((await jobs.unsettled()) > 0) return
    const left = await resume({ db: needs.db, enqueue: jobs.enqueue }, needs.programme.id)
    if (left.mails + left.letters + left.posts > 0)
      needs.log.info(left, 'Liegengebliebenes wieder aufgenommen')
  } catch (error) {
    needs.log.error({ err: error }, 'Nachlese nicht gelungen, folgt beim nächsten Mal')
  }
}
