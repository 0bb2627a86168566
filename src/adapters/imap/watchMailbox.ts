import { setTimeout as pause } from 'node:timers/promises'
import type { MailboxFault, MailboxListener, MailboxState, WatchedMailbox } from '../types.ts'
import { changedUnheard } from './changedUnheard.ts'
import { type FolderConnection, openFolder } from './connection.ts'
import { nextNews } from './nextNews.ts'
import { secondsBeforeRetry } from './pauses.ts'
import { faultSentence, problemOf, storeProblem } from './problems.ts'
import type { MailboxSettings } from './settings.ts'
import { stowing } from './stow.ts'
import { noSuspects } from './suspects.ts'
import { syncFolder } from './syncFolder.ts'

/** What is logged: kinds and numbers, never names, addresses or contents. */
export interface MailboxLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** So often, while nothing happens, the folder is opened afresh and `complete` repeated: silence is told from health. */
const heartbeatSeconds = 30

/**
 * Watches one folder until stopped: hands every new mail to the listener once and in order, waits for the next
 * with IDLE and a poll beside it, and connects again after every kind of loss. Resolves to nothing and never
 * throws; what goes wrong is said through `listener.fault` and `state`.
 */
export function watchMailbox(
  options: MailboxSettings & { listener: MailboxListener; log: MailboxLog },
): WatchedMailbox {
  const { listener, log } = options
  const heartbeatMilliseconds = 1000 * (options.heartbeatSeconds ?? heartbeatSeconds)
  const stopping = new AbortController()
  const stopped = () => stopping.signal.aborted
  const state: MailboxState = { phase: 'connecting', completeAt: null, fault: null, retryAt: null }
  const suspects = noSuspects()
  const stow = stowing({ ...options, firstPauseMilliseconds: 2 * heartbeatMilliseconds })
  let begun = false
  let wellUntil = new Date()
  /** Failures since the last full sync, by kind: an outage before does not lengthen the pause of a refused sign-in. */
  const failures = new Map<MailboxFault['kind'], number>()
  let told: string | null = null

  async function complete(): Promise<void> {
    const still = stow.fault() ?? undefined
    await listener.complete(still).catch(cause => Promise.reject(storeProblem(cause)))
    wellUntil = new Date()
    if (state.fault && !still) log.info({}, 'mailbox: complete again')
    Object.assign(state, { completeAt: wellUntil.toISOString(), fault: still ?? null })
    told = null
    // Here and nowhere else: a server that takes the sign-in and then fails is not asked at full speed for ever.
    failures.clear()
  }

  /** False: the connection broke while mails were moved, which is no fault of the fetching; another one is needed. */
  async function sync(connection: FolderConnection): Promise<boolean> {
    state.phase = 'syncing'
    const { kept } = await syncFolder(connection, listener, { ...options, suspects })
    await complete()
    if (kept > 0) log.info({ kept }, 'mailbox: mails stored')
    // After the storing was said: whether moving succeeds changes nothing about that.
    const { changed, lost } = await stow.run(connection)
    if (changed) await complete()
    state.phase = 'watching'
    return !lost
  }

  async function watchUntilLost(connection: FolderConnection): Promise<void> {
    if (!(await sync(connection))) return
    let completeAt = performance.now()
    while (!stopped()) {
      const news = await nextNews(connection, options.pollSeconds, stopping.signal)
      if (stopped()) return
      const now = performance.now()
      const due = now - completeAt >= heartbeatMilliseconds
      if (!news && !due) continue
      const changed = due && (await changedUnheard(connection))
      // What could not be moved is tried again.
      if (!news && !changed && !(due && stow.unfinished())) await complete()
      else if (!(await sync(connection))) return
      completeAt = now
    }
  }

  /** Says what is wrong and returns the seconds until the next attempt. */
  async function tellFault(thrown: unknown): Promise<number> {
    const problem = problemOf(thrown)
    const { kind } = problem
    const times = (failures.get(kind) ?? 0) + 1
    failures.set(kind, times)
    state.fault = { kind, sentence: faultSentence(problem, wellUntil, new Date(), options) }
    log.warn({ kind, times, err: thrown }, 'mailbox: not complete')
    if (told !== state.fault.sentence) {
      try {
        await listener.fault(state.fault)
        told = state.fault.sentence
      } catch (err) {
        // A listener whose database is away cannot note the fault either; that must not end the watching.
        log.warn({ err }, 'mailbox: fault not noted')
      }
    }
    return secondsBeforeRetry(kind, times, Math.random())
  }

  /** Before the first connection: from now on letters are ours, even if this process is killed before it knows a UID. */
  async function begin(): Promise<void> {
    if (begun) return
    await listener.cursor().catch(cause => Promise.reject(storeProblem(cause)))
    begun = true
  }

  async function watch(): Promise<void> {
    while (!stopped()) {
      state.phase = 'connecting'
      let connection: FolderConnection | null = null
      try {
        await begin()
        connection = await openFolder(options, stopping.signal, { writable: options.moveTo !== undefined })
        await watchUntilLost(connection)
      } catch (thrown) {
        if (stopped()) break
        const milliseconds = 1000 * (await tellFault(thrown))
        Object.assign(state, { phase: 'waiting', retryAt: new Date(Date.now() + milliseconds).toISOString() })
        // Before the pause: a connection that is of no use must not hold a place on the server.
        connection?.client.close()
        await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {})
        state.retryAt = null
      } finally {
        connection?.client.close()
      }
    }
  }

  const watching = watch().finally(() => Object.assign(state, { phase: 'stopped', retryAt: null }))
  return {
    state: () => ({ ...state }),
    async stop() {
      stopping.abort()
      await watching
    },
  }
}
