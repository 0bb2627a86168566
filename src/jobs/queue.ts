import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Queries } from '../db/connect.ts'
import { sql } from '../db/drizzle.ts'
import { deadLetters, type JobKind, jobKinds, kinds, type Payloads } from './kinds.ts'

export interface Jobs {
  /** Writes jobs in the transaction `tx`: they exist when it commits, and never otherwise. */
  enqueue<K extends JobKind>(tx: Queries, kind: K, payloads: Payloads[K][]): Promise<void>
  /** Jobs that wait, run or will be repeated; at most some seconds old. */
  unsettled(): Promise<number>
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
    async enqueue(tx, kind, payloads) {
      if (payloads.length === 0) return
      await boss.insert(
        kind,
        payloads.map(data => ({ data })),
        { db: fromDrizzle(tx, sql) },
      )
    },
    async unsettled() {
      const queues = await boss.getQueues([...jobKinds])
      return queues.reduce((sum, queue) => sum + queue.queuedCount + queue.activeCount, 0)
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
