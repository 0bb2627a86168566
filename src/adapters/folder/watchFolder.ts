import { watch } from 'node:fs'
import type { FetchedMail, MailboxCursor, MailboxListener, MailboxState, WatchedMailbox } from '../types.ts'
import { fetchMails, type Sizes, takeArrivals } from './arrivals.ts'
import { type FolderIndex, loadIndex, saveIndex } from './folderIndex.ts'
import { problemOf } from './mailFiles.ts'

export interface FolderOptions {
  /** A file counts as written when it has not changed for so long. */
  settleMs?: number
  /** How often to look, beside the notices of the operating system, which network drives do not give. */
  pollMs?: number
  /** A larger mail is handed over with its headers only. */
  maxBytes?: number
}

const defaults = { settleMs: 250, pollMs: 1000, maxBytes: 50 * 1024 * 1024 }
const groupMails = 50
const groupBytes = 16 * 1024 * 1024
const completeEveryMs = 30_000
const longestPauseMs = 30_000

/**
 * A folder as a mailbox: each file dropped into it is a mail, an mbox file as many as it holds. Files are never changed or
 * deleted; the numbers they get stand in a hidden file beside them. Unlike a real mailbox it knows no sub-folders.
 */
export function watchFolder(
  folder: string,
  listener: MailboxListener,
  options: FolderOptions = {},
): WatchedMailbox {
  const { settleMs, pollMs, maxBytes } = { ...defaults, ...options }
  const state: MailboxState = { phase: 'connecting', completeAt: null, fault: null, retryAt: null }
  const sizes: Sizes = new Map()
  const wake = wakeUp()
  let index: FolderIndex | null = null
  /** Everything up to here is stored; null: ask. Only we move the cursor, so it is not asked at every look. */
  let handedUpTo: number | null = null
  let notices: { close(): void } | null = null
  let stopping = false
  let failures = 0

  async function look(): Promise<boolean> {
    state.phase = 'syncing'
    index ??= await loadIndex(folder, Date.now())
    notices ??= noticesOf(folder, wake.now)
    const { added, unsettled } = await takeArrivals(folder, index, sizes, Date.now(), settleMs)
    // Numbers are written down before anybody hears of them, else a crash would give them twice.
    if (added) await saveIndex(folder, index)
    const brought = handedUpTo === index.nextUid - 1 ? false : await handOver(index)
    if (!stopping) handedUpTo = index.nextUid - 1
    const due = !state.completeAt || Date.now() - Date.parse(state.completeAt) >= completeEveryMs
    if (!stopping && !unsettled && (brought || due || state.fault)) {
      await listener.complete()
      state.completeAt = new Date().toISOString()
      state.fault = null
    }
    return unsettled
  }

  async function handOver(from: FolderIndex): Promise<boolean> {
    const uidValidity = BigInt(from.uidValidity)
    const stored = await listener.cursor()
    const renumbered = stored.uidValidity !== null && stored.uidValidity !== uidValidity
    const lastUid = stored.uidValidity === uidValidity ? stored.lastUid : 0
    const relistingUpTo = renumbered ? from.nextUid - 1 : (stored.relistingUpTo ?? null)
    const wanted = from.mails.filter(mail => mail.uid > lastUid)
    let group: FetchedMail[] = []
    const keep = async (upTo: number) => {
      const over = relistingUpTo === null || upTo >= relistingUpTo
      const cursor: MailboxCursor = { uidValidity, lastUid: upTo, relistingUpTo: over ? null : relistingUpTo }
      await listener.keep(group, cursor)
      group = []
    }
    for await (const mail of fetchMails(folder, wanted, { uidValidity: from.uidValidity, maxBytes })) {
      if (stopping) return false
      group.push(mail)
      const bytes = group.reduce((sum, each) => sum + each.raw.length, 0)
      if (group.length >= groupMails || bytes >= groupBytes) await keep(mail.uid)
    }
    const last = wanted.at(-1)?.uid ?? lastUid
    if (group.length > 0 || renumbered) await keep(last)
    return wanted.length > 0
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        const unsettled = await look()
        failures = 0
        state.phase = 'watching'
        await wake.after(unsettled ? Math.max(20, Math.min(settleMs, pollMs)) : pollMs)
      } catch (error) {
        await failed(error)
      }
    }
    notices?.close()
    state.phase = 'stopped'
  }

  async function failed(error: unknown): Promise<void> {
    notices?.close()
    notices = null
    // A drive may come back with its own index.
    index = null
    handedUpTo = null
    // An error without a path is not the folder's: what was to be stored could not be.
    const ofFolder = typeof (error as NodeJS.ErrnoException).path === 'string'
    const sentence = ofFolder
      ? `Der Ordner des Postfachs ist nicht nutzbar: ${await problemOf(folder, error)}`
      : 'Die Briefe konnten nicht gespeichert werden. Es wird weiter versucht.'
    if (state.fault?.sentence !== sentence) {
      state.fault = { kind: ofFolder ? 'folder' : 'other', sentence }
      await listener.fault(state.fault).catch(() => {})
    }
    const pauseMs = Math.min(longestPauseMs, 500 * 2 ** failures++)
    state.phase = 'waiting'
    state.retryAt = new Date(Date.now() + pauseMs).toISOString()
    await wake.after(pauseMs)
    state.retryAt = null
  }

  const running = run()
  return {
    state: () => ({ ...state }),
    async stop() {
      stopping = true
      wake.now()
      await running
    },
  }
}

function noticesOf(folder: string, onNotice: () => void): { close(): void } {
  const watcher = watch(folder, { persistent: false }, onNotice)
  // The folder may vanish; the next look will say so.
  watcher.on('error', onNotice)
  return watcher
}

/** Waits, but not longer than until somebody calls `now`; a call before the wait is not lost. */
function wakeUp() {
  let awake = false
  let end: (() => void) | null = null
  return {
    now() {
      awake = true
      end?.()
    },
    async after(ms: number): Promise<void> {
      if (!awake) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, ms)
        end = resolve
        await promise
        clearTimeout(timer)
        end = null
      }
      awake = false
    },
  }
}
