import { watchFolder } from './adapters/folder/watchFolder.ts'
import { watchMailbox } from './adapters/imap/watchMailbox.ts'
import type { MailboxListener } from './adapters/types.ts'
import type { World } from './buildWorld.ts'
import { imapOptions } from './mailConnections.ts'
import { watchUnderLease } from './watchUnderLease.ts'

/** The names under which watched mailboxes stand in the database. */
export function mailboxIds(world: Pick<World, 'settings' | 'programme'>): string[] {
  const { imap, folderMailbox } = world.settings
  if (imap) return [`${imap.user}/${imap.folder}`]
  if (folderMailbox) return [`${world.programme.profile.postfach ?? 'postfach'}/Ordner`]
  return []
}

/** Watches the mailboxes of the settings, each under its lease: one process watches, the others stand by. */
export function openMailboxes(
  world: Pick<World, 'settings' | 'programme' | 'connection' | 'log'>,
  listenerFor: (mailboxId: string) => MailboxListener,
): { stop(): Promise<void> } {
  const { imap, folderMailbox, maxMailBytes } = world.settings
  const { log } = world
  const watching = mailboxIds(world).map(id =>
    watchUnderLease(world.connection, `${world.programme.id}:${id}`, () =>
      imap
        ? watchMailbox({ ...imapOptions(imap, maxMailBytes), log, listener: listenerFor(id) })
        : watchFolder(folderMailbox!, listenerFor(id), { maxBytes: maxMailBytes }),
    ),
  )
  return {
    async stop() {
      await Promise.all(watching.map(each => each.stop()))
    },
  }
}
