import { fetchUids } from '../adapters/imap/fetchUids.ts'
import { listUids } from '../adapters/imap/listUids.ts'
import type { FolderOnServer } from '../adapters/types.ts'
import type { World } from '../buildWorld.ts'
import { watchedFolders } from './watchedFolders.ts'

/** The watched folders as they lie on their mail servers, for whoever compares them with what was stored. */
export function foldersOnServer(world: Pick<World, 'settings' | 'tokens'>): FolderOnServer[] {
  const { signal } = new AbortController()
  return watchedFolders(world).map(({ mailboxId, label, options }) => ({
    mailboxId,
    label,
    list: () => listUids(options, signal),
    fetch: (uidValidity, uids) => fetchUids(options, { uidValidity, uids }, signal),
  }))
}
