import { setTimeout as pause } from 'node:timers/promises'
import type { MailboxFault, MailboxListener, MailboxState, WatchedMailbox } from '../types.ts'
import { type FolderConnection, openFolder } from './connection.ts'
import { nextNews } from './nextNews.ts'
import { secondsBeforeRetry } from './pauses.ts'
import { faultSentence, problemOf, storeProblem } from './problems.ts'
import type { MailboxSettings } from './settings.ts'
import { noSuspects } from './suspects.ts'
import { syncFolder } from './syncFolder.ts'

/** What is logged: kinds and numbers, never names, addresses or contents. */
export interface MailboxLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** `complete` is repeated this often while nothing happens, so that silence can be told from health. */
const heartbeatMilliseconds = 30_000

/**
 * The folder is opened afresh this often: what IDLE and NOOP did not tell (a server that lost a notice, another
 * UIDVALIDITY) is found then at the latest.
 */
const reopenMilliseconds = 300_000

/**
 * Watches one folder until stopped: hands every new mail to the listener once and in order, waits for the next
 * with IDLE and a poll beside it, and connects again after every kind of loss. Resolves to nothing and never
 * throws; what goes wrong is said through `listener.fault` and `state`.
 */
export function watchMailbox(
  options: MailboxSettings & { listener: MailboxListener; log: MailboxLog },
): WatchedMailbox {
  const { listener, log } = options
  const stopping = new AbortController()
  const stopped = () => stopping.signal.aborted
  const state: MailboxState = { phase: 'connecting', completeAt: null, fault: null, retryAt: null }
  const suspects = noSuspects()
  let wellUntil = new Date()
  /** Failures since the last full sync, by kind: an outage before does not lengthen the pause of a refused sign-in. */
  const failures = new Map<MailboxFault['kind'], number>()
  let told: string | null = null

  async function complete(): Promise<void> {
    await listener.complete().catch(cause => Promise.reject(storeProblem(cause)))
    wellUntil = new Date()
    if (state.fault) log.info({}, 'mailbox: complete again')
    Object.assign(state, { completeAt: wellUntil.toISOString(), fault: null })
    told = null
    // Here and nowhere else: a server that takes the sign-in and then fails is not asked at full speed for ever.
    failures.clear()
  }

  async function sync(connection: FolderConnection): Promise<void> {
    state.phase = 'syncing'
    const { kept } = await syncFolder(connection, listener, { ...options, suspects })
    await complete()
    state.phase = 'watching'
    if (kept > 0) log.info({ kept }, 'mailbox: mails stored')
  }

  async function watchUntilLost(connection: FolderConnection): Promise<void> {
    await sync(connection)
    let openedAt = performance.now()
    let completeAt = performance.now()
    while (!stopped()) {
      const news = await nextNews(connection, options.pollSeconds, stopping.signal)
      if (stopped()) return
      const now = performance.now()
      if (now - openedAt >= reopenMilliseconds) {
        await connection.reopen()
        openedAt = now
      } else if (!news) {
        if (now - completeAt >= heartbeatMilliseconds) {
          await complete()
          completeAt = now
        }
        continue
      }
      await sync(connection)
      completeAt = now
    }
  }

  /** Says what is wrong and returns the seconds until the next attempt. */
  async function tellFault(thrown: unknown): Promise<number> {
    const problem = problemOf(thrown)
    const { kind } = problem
    const times = (failures.get(kind) ?? 0) + 1
    failures.set(kind, times)
    state.fault = { kind, sentence: faultSentence(problem, wellUntil, new Date()) }
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

  async function watch(): Promise<void> {
    while (!stopped()) {
      state.phase = 'connecting'
      let connection: FolderConnection | null = null
      try {
        connection = await openFolder(options, stopping.signal)
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
