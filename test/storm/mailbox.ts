import { ImapFlow } from 'imapflow'
import type { Dovecot } from '../peers/dovecot.ts'

/** Puts letters into the mailbox and reads what lies there, on a way of its own beside the program under test. */
export interface StormMailbox {
  /** Puts a letter into a folder; its bytes stay as they are, unlike those of a letter that is delivered by LMTP. */
  append(folder: string, raw: string): Promise<void>
  /** The UIDs in a folder. */
  uids(folder: string): Promise<number[]>
  /** After the server was killed the connection must be a new one. */
  hangUp(): void
}

export async function openMailbox(dovecot: Dovecot, folders: readonly string[]): Promise<StormMailbox> {
  let client: ImapFlow | null = null
  async function open(): Promise<ImapFlow> {
    if (client?.usable) return client
    client = new ImapFlow({
      host: dovecot.host,
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: dovecot.user, pass: dovecot.password },
      logger: false,
    })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  for (const folder of folders) if (folder !== 'INBOX') await (await open()).mailboxCreate(folder)
  return {
    async append(folder, raw) {
      const done = await (await open()).append(folder, raw)
      if (!done) throw new Error(`${folder} did not take a letter`)
    },
    async uids(folder) {
      const there = await open()
      const lock = await there.getMailboxLock(folder, { readOnly: true })
      try {
        // The folder may have been open since before the last letter came.
        await there.noop()
        const found = await there.search({ all: true }, { uid: true })
        if (!found) throw new Error(`${folder} could not be listed`)
        return found
      } finally {
        lock.release()
      }
    },
    hangUp() {
      client?.close()
      client = null
    },
  }
}
