import { fromDrizzle, PgBoss } from 'pg-boss'
import { sql } from '../db/drizzle.ts'
import type { EnqueueJobs } from '../flows/needs.ts'
import { deadLetters, type JobData, jobKinds, kinds } from './kinds.ts'

export interface Jobs {
  /** Writes jobs in the transaction `tx`: they exist when it commits, and never otherwise. */
  enqueue: EnqueueJobs
  boss: PgBoss
  stop(): Promise<void>
}

/**
 * Opens the job queue (pg-boss, schema `pgboss`) on the same PostgreSQL. Queues are made when missing, so any
 * number of processes may start at once.
 */
export async function openJobs(url: string, onFault: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'kla-jobs',
    max: 4,
    useListenNotify: true,
    schedule: false,
    // A worker that died is noticed within this interval after its heartbeat ran out.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  // Without a listener a lost connection would end the process; pg-boss reconnects by itself.
  boss.on('error', onFault)
  await boss.start()
  await boss.createQueue(deadLetters, { retentionSeconds: 180 * 86_400 })
  for (const kind of jobKinds) {
    await boss.createQueue(kind, {
      notify: true,
      retryLimit: kinds[kind].retries,
      retryBackoff: true,
      retryDelay: 2,
      retryDelayMax: 600,
      heartbeatSeconds: 10,
      expireInSeconds: 900,
      deleteAfterSeconds: 3600,
      retentionSeconds: 365 * 86_400,
      deadLetter: deadLetters,
    })
  }
  return {
    boss,
    async enqueue(tx, kind, payloads, options = {}) {
      if (payloads.length === 0) return
      await boss.insert(
        kind,
        // What is urgent goes alone: a letter that hangs must not hold up the alarm behind it.
        groupsOf(payloads, options.urgent ? 1 : kinds[kind].together).map(all => ({
          data: { all } satisfies JobData,
          ...(options.urgent ? { priority: 10 } : {}),
          ...(options.afterSeconds ? { startAfter: options.afterSeconds } : {}),
        })),
        { db: fromDrizzle(tx, sql) },
      )
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
