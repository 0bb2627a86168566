import { sentCopies } from '../adapters/imap/appendSent.ts'
import { letterBytes } from '../adapters/smtp/letterBytes.ts'
import type { World } from '../buildWorld.ts'
import type { CopyNeeds } from '../flows/letters/storeSentCopy.ts'
import { isExchangeOnline } from '../settings/oauth.ts'
import type { Settings } from '../settings.ts'
import { imapOptions } from './mailConnections.ts'

/** Whether the mail server itself keeps a copy of what is sent through it, so that ours would be a second one. */
const keepsOwnCopy = (host: string) => isExchangeOnline(host) || /(^|\.)(gmail|googlemail)\.com$/i.test(host)

/** The mailbox, the first one, and the folder in it that gets copies of sent letters; null: none does. */
function copiesGo({ mailboxes, smtp }: Settings) {
  const [imap] = mailboxes
  if (!imap || !smtp || imap.sentFolder?.toLowerCase() === 'aus') return null
  if (imap.sentFolder === null && keepsOwnCopy(smtp.host)) return null
  return { imap, folder: imap.sentFolder }
}

/** Opens the way of sent copies into the mailbox; connects with the first copy. null: none are kept. */
export function openSentCopies(
  world: Pick<World, 'settings' | 'tokens'>,
): (Pick<CopyNeeds, 'copies' | 'bytesOf'> & { stop(): Promise<void> }) | null {
  const where = copiesGo(world.settings)
  if (!where) return null
  const options = imapOptions(where.imap, world.settings.maxMailBytes, world.tokens)
  const copies = sentCopies({ ...options, folder: where.folder })
  return {
    copies,
    async bytesOf(letter) {
      const written = await letterBytes(letter)
      return written.kind === 'written' ? written.bytes : null
    },
    stop: () => copies.stop(),
  }
}
