import type { FolderConnection } from './connection.ts'

/**
 * Opens the folder again and tells whether it is what it was: UIDVALIDITY, UIDNEXT, the number of mails, and HIGHESTMODSEQ
 * where CONDSTORE (RFC 7162) is offered. True means only that it must be listed again; what is new is decided by UIDs alone,
 * and 'unchanged' is believed for one heartbeat. Rejects when the folder is gone.
 *
 * Notices are not enough: a folder that was renamed away, with another made under its name, stays open on Dovecot 2.3 and
 * answers every NOOP with OK for ever. Nor is STATUS: of an open folder it tells what the session saw last (measured).
 */
export async function changedUnheard(connection: FolderConnection): Promise<boolean> {
  const before = stateOf(connection)
  await connection.reopen()
  return stateOf(connection) !== before
}

/** As of the last opening; what came since was listed, or is listed once more. */
function stateOf({ folder }: FolderConnection): string {
  const { uidValidity, uidNext, exists, highestModseq } = folder
  return `${uidValidity} ${uidNext} ${exists} ${highestModseq}`
}
