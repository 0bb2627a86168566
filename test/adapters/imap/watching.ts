import type { MailboxSettings } from '../../../src/adapters/imap/settings.ts'
import { watchMailbox } from '../../../src/adapters/imap/watchMailbox.ts'
import type { MailboxListener, WatchedMailbox } from '../../../src/adapters/types.ts'
import type { Dovecot } from '../../peers/dovecot.ts'

/** Settings for the test server; over TLS unless something else is asked for. */
export function mailboxSettings(dovecot: Dovecot, other: Partial<MailboxSettings> = {}): MailboxSettings {
  return {
    host: dovecot.host,
    port: dovecot.imapsPort,
    security: 'tls',
    user: dovecot.user,
    signIn: { kind: 'password', password: dovecot.password },
    caFile: dovecot.caFile,
    folder: 'INBOX',
    maxBytes: 1024 * 1024,
    firstStart: 'all',
    pollSeconds: 0.1,
    ...other,
  }
}

const running = new Set<WatchedMailbox>()

export function watching(
  dovecot: Dovecot,
  listener: MailboxListener,
  other: Partial<MailboxSettings> = {},
): WatchedMailbox {
  const log = { info: () => {}, warn: () => {} }
  const mailbox = watchMailbox({ ...mailboxSettings(dovecot, other), listener, log })
  running.add(mailbox)
  return mailbox
}

/** For afterEach: no watcher outlives its test. */
export async function stopWatching(): Promise<void> {
  await Promise.all([...running].map(mailbox => mailbox.stop()))
  running.clear()
}

/** Resolves when `met` is true; rejects after `seconds`, naming what was waited for. */
export async function soon(what: string, met: () => boolean, seconds = 30): Promise<void> {
  const giveUp = performance.now() + seconds * 1000
  while (!met()) {
    if (performance.now() > giveUp) throw new Error(`did not happen within ${seconds} s: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** A small mail; the index is in its subject. */
export const letter = (index: number, bytes = 0) =>
  `From: Erika Muster <erika@post.example>\r\nTo: postfach@kreis.example\r\nSubject: Brief ${index}\r\n\r\nGuten Tag ${index}\r\n${'Zeile mit vierzig Zeichen, ungefaehr so.\r\n'.repeat(Math.ceil(bytes / 42))}`
