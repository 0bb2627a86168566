import type { MailboxSettings } from '../adapters/imap/settings.ts'
import type { World } from '../buildWorld.ts'
import { mailboxIdOf } from '../settings/groups.ts'
import type { ImapSettings } from '../settings/mail.ts'
import { imapOptions } from './mailConnections.ts'

/** A folder of a mailbox that is watched. */
export interface WatchedFolder {
  /** The name under which it stands in the database (settings/groups.ts); for no log and no channel. */
  mailboxId: string
  /** How news speaks of it, a subject with its article and without address: "Das Postfach 2 (Ordner Junk-E-Mail)". */
  label: string
  options: MailboxSettings
}

/** Every folder of every mailbox of the settings, in their order; each is watched by itself. */
export function watchedFolders({ settings, tokens }: Pick<World, 'settings' | 'tokens'>): WatchedFolder[] {
  const { mailboxes, maxMailBytes } = settings
  return mailboxes.flatMap(imap =>
    imap.folders.map(folder => {
      const label = labelOf(imap, folder, mailboxes.length > 1)
      return {
        mailboxId: mailboxIdOf(mailboxes, imap, folder),
        label,
        options: { ...imapOptions(imap, maxMailBytes, tokens), folder, label },
      }
    }),
  )
}

/** Nobody who has one mailbox wants to read a number. */
function labelOf({ group, folders }: ImapSettings, folder: string, several: boolean): string {
  const number = several ? ` ${/\d$/.exec(group)?.[0] ?? '1'}` : ''
  return `Das Postfach${number}${folders.length > 1 ? ` (Ordner ${folder})` : ''}`
}
