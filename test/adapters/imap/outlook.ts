import { readFileSync } from 'node:fs'
import { ImapFlow } from 'imapflow'
import { onTestFinished } from 'vitest'
import type { Dovecot } from '../../peers/dovecot.ts'

/** A colleague's mail program in the same mailbox; it leaves when the test ends. */
export async function outlook(dovecot: Dovecot): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.imapsPort,
    secure: true,
    tls: { ca: readFileSync(dovecot.caFile) },
    auth: { user: dovecot.user, pass: dovecot.password },
    logger: false,
  })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.close())
  return client
}

/** Subjects of the mails in a folder, in order of UID. */
export async function subjectsIn(client: ImapFlow, folder: string): Promise<string[]> {
  await client.mailboxOpen(folder, { readOnly: true })
  if (!client.mailbox || client.mailbox.exists === 0) return []
  const mails = await client.fetchAll('1:*', { envelope: true })
  return mails.map(mail => mail.envelope?.subject ?? '')
}
