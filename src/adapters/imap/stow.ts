import type { MailboxFault, MailboxListener } from '../types.ts'
import type { FolderConnection } from './connection.ts'
import { moveStored } from './moveStored.ts'
import { moveFault, storeProblem } from './problems.ts'
import type { MailboxSettings } from './settings.ts'

/** Moves stored mails into the folder `moveTo` of the settings after each sync; does nothing where none is set. */
export interface Stowing {
  run(connection: FolderConnection): Promise<'fault changed' | 'as before'>
  /** What hinders it since the last run; null: nothing. */
  fault(): MailboxFault | null
}

export function stowing(options: MailboxSettings & { listener: MailboxListener }): Stowing {
  const { moveTo, listener } = options
  let fault: MailboxFault | null = null
  /** Up to here everything was looked at under this UIDVALIDITY: what lies there still is none of ours. */
  let done = { uidValidity: 0n, upTo: 0 }

  async function move(connection: FolderConnection, target: string): Promise<string | null> {
    const { uidValidity, lastUid } = await listener.cursor()
    if (uidValidity !== connection.folder.uidValidity) return null
    const from = done.uidValidity === uidValidity ? done.upTo + 1 : 1
    const stored = async (uids: number[]) => (await listener.stored?.(uidValidity, uids)) ?? []
    const why = await moveStored(connection, target, { from, upTo: lastUid }, uids =>
      stored(uids).catch(cause => Promise.reject(storeProblem(cause))),
    )
    if (why === null) done = { uidValidity, upTo: lastUid }
    return why
  }

  return {
    fault: () => fault,
    async run(connection) {
      if (moveTo === undefined) return 'as before'
      const why = await move(connection, moveTo)
      const before = fault?.sentence
      fault = why === null ? null : moveFault(why, moveTo, options)
      return fault?.sentence === before ? 'as before' : 'fault changed'
    },
  }
}
