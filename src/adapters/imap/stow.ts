import type { MailboxFault, MailboxListener } from '../types.ts'
import type { FolderConnection } from './connection.ts'
import { moveStored } from './moveStored.ts'
import { brokeOff, moveFault, storeProblem } from './problems.ts'
import type { MailboxSettings } from './settings.ts'

/** Moves stored mails into the folder `moveTo` of the settings after each sync; does nothing where none is set. */
export interface Stowing {
  /**
   * `changed`: `fault` tells something else now. `lost`: the connection broke. Rejects only when the store did not answer; what
   * the mail server does to it is a fault of the moving and of nothing else.
   */
  run(connection: FolderConnection): Promise<{ changed: boolean; lost: boolean }>
  /** What hinders it, as of the last run; null: nothing that would be worth a word. */
  fault(): MailboxFault | null
  /** Whether it has something to try again. */
  unfinished(): boolean
}

/** The pause after a break-off doubles up to so many times the first: an hour, where the first is a minute. */
const longestPause = 60

/** `firstPauseMilliseconds`: pause after the first break-off. */
export function stowing(
  options: MailboxSettings & { listener: MailboxListener; firstPauseMilliseconds: number },
): Stowing {
  const { moveTo, listener, firstPauseMilliseconds } = options
  let fault: MailboxFault | null = null
  /** Up to here everything was looked at under this UIDVALIDITY: what lies there still is none of ours. */
  let done = { uidValidity: 0n, upTo: 0 }
  /** Mails to be moved, as of the last look. */
  let waiting = 0
  /**
   * Times in a row that the moving broke off. Fetching succeeds meanwhile and ends its own pauses, so these are counted apart:
   * else a server that hangs up at each MOVE would be connected to at full speed for ever.
   */
  let brokenOff = 0
  let notBefore = 0

  async function move(connection: FolderConnection, target: string): Promise<string | null> {
    const { uidValidity, lastUid } = await listener.cursor().catch(notStored)
    if (uidValidity !== connection.folder.uidValidity) return null
    const from = done.uidValidity === uidValidity ? done.upTo + 1 : 1
    const why = await moveStored(connection, target, { from, upTo: lastUid }, async uids => {
      const stored = (await listener.stored?.(uidValidity, uids).catch(notStored)) ?? []
      // Who gets on, even by a few at a time, is not kept waiting longer and longer.
      if (stored.length < waiting) brokenOff = 0
      waiting = stored.length
      return stored
    })
    if (why === null) done = { uidValidity, upTo: lastUid }
    return why
  }

  function rest(): void {
    notBefore = performance.now() + firstPauseMilliseconds * Math.min(2 ** brokenOff, longestPause)
    brokenOff += 1
  }

  return {
    fault: () => fault,
    unfinished: () => fault !== null || brokenOff > 0,
    async run(connection) {
      if (moveTo === undefined || performance.now() < notBefore) return { changed: false, lost: false }
      const before = fault?.sentence
      try {
        const why = await move(connection, moveTo)
        fault = why === null ? null : moveFault(why, moveTo, options)
        brokenOff = 0
      } catch (thrown) {
        rest()
        if ((thrown as { code?: string }).code === 'NotStored') throw thrown
        // A line that breaks once is no news, whatever went over it.
        if (brokenOff > 1) fault = moveFault(brokeOff(thrown), moveTo, options)
      }
      return { changed: fault?.sentence !== before, lost: !connection.client.usable }
    },
  }
}

const notStored = (cause: unknown) => Promise.reject(storeProblem(cause))
