import type { Job, JobResult } from 'pg-boss'
import { TryLater } from '../flows/needs.ts'
import { type JobKind, jobKinds, kinds, type Payloads } from './kinds.ts'
import type { Jobs } from './queue.ts'

/** What runs for each kind of job. A handler that throws is repeated by the rules of its kind. */
export type Handlers = { [K in JobKind]: (payload: Payloads[K]) => Promise<void> }

/** Starts the workers of this process. Jobs are settled one by one, so one failure repeats one job only. */
export async function startWorkers(
  jobs: Jobs,
  handlers: Handlers,
  onFault: (kind: JobKind, jobId: string, error: unknown) => void,
): Promise<void> {
  for (const kind of jobKinds) await startWorker(jobs, kind, handlers[kind] as (payload: object) => Promise<void>, onFault)
}

async function startWorker(
  jobs: Jobs,
  kind: JobKind,
  handle: (payload: object) => Promise<void>,
  onFault: (kind: JobKind, jobId: string, error: unknown) => void,
): Promise<void> {
  const { batch, parallel } = kinds[kind]
  await jobs.boss.work<object>(
    kind,
    {
      batchSize: batch,
      perJobResults: true,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 1,
      // NOTIFY wakes us; this is the safety net for a notice that got lost.
      notifyPollingIntervalSeconds: 5,
    },
    async (fetched: Job<object>[]) => {
      const results: JobResult[] = []
      const waiting = [...fetched]
      async function lane() {
        for (let job = waiting.shift(); job; job = waiting.shift()) {
          try {
            await handle(job.data)
            results.push({ id: job.id, status: 'completed' })
          } catch (error) {
            if (!(error instanceof TryLater)) onFault(kind, job.id, error)
            // The reason lies with the letter or post itself; jobs carry no text from outside.
            results.push({ id: job.id, status: 'failed', output: { reason: (error as Error).name } })
          }
        }
      }
      await Promise.all(Array.from({ length: parallel }, lane))
      return results
    },
  )
}
