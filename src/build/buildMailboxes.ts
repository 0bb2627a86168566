import { watchFolder } from '../adapters/folder/watchFolder.ts'
import { watchMailbox } from '../adapters/imap/watchMailbox.ts'
import type { MailboxListener, RunningMailbox } from '../adapters/types.ts'
import type { World } from '../buildWorld.ts'
import { watchedFolders } from './watchedFolders.ts'
import { watchUnderLease } from './watchUnderLease.ts'

/** A place that letters come from. */
export interface Source {
  /** The name under which it stands in the database. */
  mailboxId: string
  /** How news speaks of it: "Das Postfach". */
  label: string
}

/** What is told of a source, under the lease with this number. */
export type ListenerFor = (source: Source, fence: number) => MailboxListener

/** Everything that is watched: each folder of each mailbox, or the folder in place of a mailbox. */
export function sources(world: Pick<World, 'settings' | 'programme' | 'tokens'>): Source[] {
  return openable(world).map(({ mailboxId, label }) => ({ mailboxId, label }))
}

/**
 * Watches the sources of the settings, each by itself and under its own lease: one process watches, the others stand by;
 * what happens to one source stops no other.
 */
export function openMailboxes(
  world: Pick<World, 'settings' | 'programme' | 'tokens' | 'connection' | 'log'>,
  listenerFor: ListenerFor,
): { stop(): Promise<void> } {
  const watching = openable(world).map(source =>
    watchUnderLease(world.connection, `${world.programme.id}:${source.mailboxId}`, fence =>
      source.watch(listenerFor(source, fence), world.log),
    ),
  )
  return {
    async stop() {
      await Promise.all(watching.map(each => each.stop()))
    },
  }
}

interface Openable extends Source {
  watch(listener: MailboxListener, log: World['log']): RunningMailbox
}

function openable(world: Pick<World, 'settings' | 'programme' | 'tokens'>): Openable[] {
  const { folderMailbox, maxMailBytes } = world.settings
  if (folderMailbox)
    return [
      {
        mailboxId: `${world.programme.profile.postfach ?? 'postfach'}/Ordner`,
        label: 'Das Postfach',
        watch: listener => watchFolder(folderMailbox, listener, { maxBytes: maxMailBytes }),
      },
    ]
  return watchedFolders(world).map(({ mailboxId, label, options }) => ({
    mailboxId,
    label,
    watch: (listener, log) => watchMailbox({ ...options, log, listener }),
  }))
}
