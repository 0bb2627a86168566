import type { FolderConnection } from './connection.ts'

/**
 * Waits until the server reports another number of mails (true), or the poll found nothing or `signal` says stop
 * (false). Rejects when the connection is lost or the server no longer answers.
 *
 * IDLE alone is late on Dovecot (0.5 s) and may fall silent without an error behind firewalls; NOOP alone is late
 * everywhere. So IDLE runs, and NOOP breaks it after `pollSeconds`. NOOP is also the proof that the server lives.
 */
export async function nextNews(
  connection: FolderConnection,
  pollSeconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { client, answered } = connection
  if (!connection.news) {
    // Not awaited: it ends when the next command breaks it. A server that refuses it is only polled.
    if (client.capabilities.has('IDLE')) client.idle().catch(() => {})
    await somethingHappens(connection, pollSeconds, signal)
    if (!connection.news && !signal.aborted) await answered(client.noop())
  }
  return connection.news && !signal.aborted
}

/**
 * Resolves at a notice, at the end of the connection, at the poll or when stopped. (Listeners that are taken off
 * again, not Promise.race with a promise that lives as long as the connection: that keeps something of each round.)
 */
async function somethingHappens(
  { client }: FolderConnection,
  seconds: number,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted || !client.usable) return
  const happened = Promise.withResolvers<void>()
  const happens = () => happened.resolve()
  const timer = setTimeout(happens, seconds * 1000)
  client.on('exists', happens)
  client.on('close', happens)
  try {
    await happened.promise
  } finally {
    clearTimeout(timer)
    client.off('exists', happens)
    client.off('close', happens)
  }
}
