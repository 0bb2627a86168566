import { readFileSync } from 'node:fs'
import { ImapFlow, type MailboxObject } from 'imapflow'
import { isLoopback } from '../../domain/network/isLoopback.ts'
import { type Credentials, withCredentials } from './credentials.ts'
import type { AccountSettings, FolderSettings } from './settings.ts'

/** One signed-in connection. It is used once; a lost one is replaced. */
export interface ServerConnection {
  client: ImapFlow
  /** Runs one command; a server that owes an answer and is silent too long is hung up on. */
  answered<T>(command: Promise<T>): Promise<T>
}

/** The same with a folder open. */
export interface FolderConnection extends ServerConnection {
  folder: MailboxObject
  /** The server reported another number of mails since the last listing; `syncFolder` takes it back. */
  news: boolean
  /** Opens the folder again, so that nothing the server forgot to say stays unseen. */
  reopen(): Promise<void>
}

/** Connects and signs in; no folder is open. `signal` hangs up at once. Whoever gets it closes `client`. */
export function signedIn(settings: AccountSettings, signal: AbortSignal): Promise<ServerConnection> {
  return withCredentials(settings, credentials => connected(settings, credentials, signal))
}

async function connected(
  settings: AccountSettings,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ServerConnection> {
  const client = newClient(settings, credentials)
  // Before connect(): an 'error' nobody listens to ends the process. What went wrong is told by the command that
  // failed.
  client.on('error', () => client.close())
  const hangUp = () => client.close()
  signal.addEventListener('abort', hangUp, { once: true })
  client.on('close', () => signal.removeEventListener('abort', hangUp))
  const seconds = settings.answerSeconds ?? 30
  const answered = <T>(command: Promise<T>) => withinSilence(client, seconds, command)
  try {
    if (signal.aborted) throw new Error('stopped')
    await answered(client.connect())
    return { client, answered }
  } catch (error) {
    client.close()
    throw error
  }
}

/**
 * Connects, signs in and opens the folder with EXAMINE: what is open for reading cannot be marked as seen, moved or
 * deleted by accident. Only who says `writable` gets SELECT.
 */
export async function openFolder(
  settings: FolderSettings,
  signal: AbortSignal,
  { writable = false }: { writable?: boolean } = {},
): Promise<FolderConnection> {
  const { client, answered } = await signedIn(settings, signal)
  const open = () => answered(client.mailboxOpen(settings.folder, { readOnly: !writable }))
  try {
    let news = false
    // Before the folder is open and for the whole life of the connection: the notice may come with the answer to any
    // command.
    client.on('exists', () => {
      news = true
    })
    const connection: FolderConnection = {
      client,
      folder: await open(),
      answered,
      get news() {
        return news
      },
      set news(there) {
        news = there
      },
      async reopen() {
        connection.folder = await open()
      },
    }
    return connection
  } catch (error) {
    client.close()
    throw error
  }
}

function newClient(settings: AccountSettings, auth: Credentials): ImapFlow {
  const { host, port, security, caFile } = settings
  if (security === 'plain-loopback' && !isLoopback(host))
    throw new Error('plain text is refused: the host is not this machine')
  const seconds = settings.answerSeconds ?? 30
  return new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    // true: no STARTTLS, no sign-in.
    doSTARTTLS: security === 'starttls',
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(caFile ? { ca: readFileSync(caFile) } : {}),
    },
    auth,
    logger: false,
    // Its own IDLE begins 15 s after the last command; ours begins at once.
    disableAutoIdle: true,
    // Nothing here needs mod-sequences, and asking for them in every FETCH costs a tenth of the speed.
    disableAutoEnable: true,
    disableCompression: true,
    connectionTimeout: seconds * 1000,
    greetingTimeout: seconds * 1000,
  })
}

/**
 * The result of a command, or an error once the server has sent nothing for `seconds`. Counting bytes and not time
 * lets a large mail over a slow line take as long as it needs. (imapflow has no limit for a command of its own.)
 */
async function withinSilence<T>(client: ImapFlow, seconds: number, command: Promise<T>): Promise<T> {
  let received = client.stats().received
  let quietSince = performance.now()
  let silent = false
  const watchdog = setInterval(
    () => {
      const now = client.stats().received
      if (now !== received) {
        received = now
        quietSince = performance.now()
      } else if (performance.now() - quietSince >= seconds * 1000) {
        silent = true
        client.close()
      }
    },
    Math.min(1000, seconds * 250),
  )
  try {
    const [outcome] = await Promise.allSettled([command])
    if (silent) throw Object.assign(new Error('the server is silent'), { code: 'ETIMEOUT' })
    if (outcome.status === 'rejected') throw outcome.reason
    // On a lost connection some commands of imapflow end without an error, and fetch() yields nothing, as if every
    // mail had been deleted: the cursor would move past letters that nobody has.
    if (!client.usable) throw Object.assign(new Error('connection lost'), { code: 'NoConnection' })
    return outcome.value
  } finally {
    clearInterval(watchdog)
  }
}
