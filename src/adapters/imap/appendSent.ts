import type { ImapFlowError } from 'imapflow'
import type { SentCopies } from '../types.ts'
import { type FolderConnection, openFolder, type ServerConnection, signedIn } from './connection.ts'
import { problemOf } from './problems.ts'
import type { AccountSettings } from './settings.ts'

/** A connection that waits for the next copy is given back after this time. */
const idleMilliseconds = 20_000

/** RFC 5530 and RFC 7889: what a server says when it will not take a letter. */
const refusals: Record<string, string> = {
  OVERQUOTA: 'das Postfach ist voll',
  NOPERM: 'in den Ordner darf nicht geschrieben werden',
  TRYCREATE: 'der Ordner fehlt',
  NONEXISTENT: 'der Ordner fehlt',
  APPENDLIMIT: 'der Brief ist größer, als der Server dort erlaubt',
  TOOBIG: 'der Brief ist größer, als der Server dort erlaubt',
}

/**
 * Puts copies of sent letters into the folder for them, marked as read, one after the other over one connection. A letter
 * whose Message-ID lies there already is left alone, so a copy that is asked for twice is there once.
 * `folder` null: the one that the server names as its folder for sent letters (RFC 6154).
 */
export function sentCopies(settings: AccountSettings & { folder: string | null }): SentCopies {
  const hangUp = new AbortController()
  let open: FolderConnection | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function folder(): Promise<FolderConnection | 'no-folder'> {
    if (open?.client.usable) return open
    open = null
    const name = settings.folder ?? (await namedByServer(settings, hangUp.signal))
    if (name === null) return 'no-folder'
    // SELECT: of a folder that is open for reading imapflow believes that it takes no flags.
    open = await openFolder({ ...settings, folder: name }, hangUp.signal, { writable: true })
    return open
  }

  async function store(bytes: Buffer, messageId: string, at: Date): ReturnType<SentCopies['store']> {
    clearTimeout(idle)
    let appending = false
    try {
      const connection = await folder()
      if (connection === 'no-folder') return { kind: 'no-folder' }
      const { client, answered } = connection
      const found = await answered(client.search({ header: { 'message-id': messageId } }, { uid: true }))
      if (!found) throw Object.assign(new Error('the search was refused'), { responseStatus: 'NO' })
      if (found.length > 0) return { kind: 'stored' }
      appending = true
      const done = await answered(client.append(connection.folder.path, bytes, ['\\Seen'], at))
      if (!done) throw Object.assign(new Error('not appended'), { code: 'NoConnection' })
      return { kind: 'stored' }
    } catch (thrown) {
      const error = thrown as ImapFlowError
      const reason = refusals[error.serverResponseCode ?? ''] ?? problemOf(error).why
      // Without the server's word the copy may lie there, or arrive a moment later.
      const answeredNo =
        ['NO', 'BAD'].includes(error.responseStatus ?? '') || error.serverResponseCode !== undefined
      if (!answeredNo || !open?.client.usable) close()
      return { kind: appending && !answeredNo ? 'uncertain' : 'later', reason }
    } finally {
      idle = setTimeout(close, idleMilliseconds)
      idle.unref()
    }
  }

  function close(): void {
    open?.client.close()
    open = null
  }

  return {
    store(bytes, messageId, at) {
      const turn = last.then(() => store(bytes, messageId, at))
      last = turn
      return turn
    },
    async stop() {
      clearTimeout(idle)
      hangUp.abort()
      await last
      clearTimeout(idle)
      close()
    },
  }
}

async function namedByServer(settings: AccountSettings, signal: AbortSignal): Promise<string | null> {
  const { client, answered }: ServerConnection = await signedIn(settings, signal)
  try {
    const folders = await answered(client.list())
    return folders.find(each => each.specialUse === '\\Sent')?.path ?? null
  } finally {
    client.close()
  }
}
