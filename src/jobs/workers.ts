import { setTimeout as pause } from 'node:timers/promises'
import type { Job, JobResult } from 'pg-boss'
import { TryLater } from '../flows/needs.ts'
import { type JobData, type JobKind, jobKinds, kinds, type Payloads } from './kinds.ts'
import type { Jobs } from './queue.ts'

/** What runs for each kind of job. A handler that throws is repeated by the rules of its kind. */
export type Handlers = { [K in JobKind]: (payload: Payloads[K]) => Promise<void> }

/** What leaves the house waits this long at most for letters that are being handled. */
const longestWait = 300
/** After letters were handled, more are expected within this time. */
const lull = 25

/**
 * Letters that came in go first: while some are handled, a job of another kind waits a moment, so that a full mailbox is
 * taken in at full speed and its acknowledgements follow. The limit keeps them flowing when letters never stop.
 * A single letter makes nobody wait: only one job after another is a full mailbox.
 */
function firstComeLetters() {
  let handling = 0
  let endedAt = Number.NEGATIVE_INFINITY
  let oneAfterAnother = false
  const busy = () => oneAfterAnother && (handling > 0 || performance.now() - endedAt < lull)
  return async (kind: JobKind, work: () => Promise<void>): Promise<void> => {
    if (kind !== 'handleMails') {
      const until = performance.now() + longestWait
      while (busy() && performance.now() < until) await pause(lull, undefined, { ref: false })
      return work()
    }
    oneAfterAnother = handling > 0 || performance.now() - endedAt < lull
    handling++
    try {
      await work()
    } finally {
      handling--
      endedAt = performance.now()
    }
  }
}

/** What failed among other things is tried again by itself after so many seconds, then with the pauses of its kind. */
const secondsBeforeRepeat = 2

/** Starts the workers of this process. Jobs are settled one by one, so one failure repeats one job only. */
export async function startWorkers(
  jobs: Jobs,
  handlers: Handlers,
  onFault: (kind: JobKind, jobId: string, error: unknown) => void,
): Promise<void> {
  const inTurn = firstComeLetters()
  for (const kind of jobKinds) {
    const handle = handlers[kind] as (payload: object) => Promise<void>
    await startWorker(jobs, kind, payload => inTurn(kind, () => handle(payload)), onFault)
  }
}

async function startWorker(
  jobs: Jobs,
  kind: JobKind,
  handle: (payload: object) => Promise<void>,
  onFault: (kind: JobKind, jobId: string, error: unknown) => void,
): Promise<void> {
  const { batch, parallel, workers } = kinds[kind]

  /** Does what a job holds. What failed goes on by itself, so that it alone is repeated; null: all is done. */
  async function work({ id, data }: Job<JobData | JobData['all'][number]>): Promise<Error | null> {
    const all: object[] = 'all' in data ? data.all : [data]
    const failed: { payload: object; error: Error }[] = []
    for (const payload of all) {
      try {
        await handle(payload)
      } catch (error) {
        if (!(error instanceof TryLater)) onFault(kind, id, error)
        failed.push({ payload, error: error as Error })
      }
    }
    if (failed.length < all.length && failed.length > 0) {
      await jobs.boss.insert(
        kind,
        failed.map(({ payload }) => ({ data: { all: [payload] }, startAfter: secondsBeforeRepeat })),
      )
      return null
    }
    return failed[0]?.error ?? null
  }

  await jobs.boss.work<JobData>(
    kind,
    {
      batchSize: batch,
      localConcurrency: workers,
      perJobResults: true,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 1,
      // NOTIFY wakes us; this is the safety net for a notice that got lost.
      notifyPollingIntervalSeconds: 5,
    },
    async (fetched: Job<JobData>[]) => {
      const results: JobResult[] = []
      const waiting = [...fetched]
      async function lane() {
        for (let job = waiting.shift(); job; job = waiting.shift()) {
          try {
            const error = await work(job)
            if (!error) results.push({ id: job.id, status: 'completed' })
            // The reason lies with the letter or post itself; jobs carry no text from outside.
            else results.push({ id: job.id, status: 'failed', output: { reason: error.name } })
          } catch (error) {
            onFault(kind, job.id, error)
            results.push({ id: job.id, status: 'failed', output: { reason: (error as Error).name } })
          }
        }
      }
      await Promise.all(Array.from({ length: parallel }, lane))
      return results
    },
  )
}
