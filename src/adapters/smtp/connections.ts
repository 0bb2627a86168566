import { readFileSync } from 'node:fs'
import type { NodemailerError } from 'nodemailer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { isLoopback } from '../../domain/network/isLoopback.ts'
import type { SenderSettings } from './settings.ts'
import { offeredMechanism, signInWithToken, withToken } from './tokenSignIn.ts'

/** One signed-in connection to the mail server. */
export interface OpenConnection {
  smtp: SMTPConnection
  /** Letters it has carried. */
  used: number
}

/** Connects, checks the certificate and signs in. Rejects with a NodemailerError; nothing stays open then. */
export function openConnection(settings: SenderSettings): Promise<OpenConnection> {
  const { signIn } = settings
  if (signIn === null) return connected(settings, null)
  if (signIn.kind === 'token') return withToken(signIn, token => connected(settings, { ...signIn, token }))
  return connected(settings, signIn)
}

type Credentials =
  | { kind: 'password'; user: string; password: string }
  | { kind: 'token'; user: string; token: string }

async function connected(settings: SenderSettings, credentials: Credentials | null): Promise<OpenConnection> {
  const { host, port, security, caFile } = settings
  if (security === 'plain-loopback' && !isLoopback(host))
    throw new Error('plain text is refused: the host is not this machine')
  const milliseconds = (settings.answerSeconds ?? 60) * 1000
  const smtp = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain-loopback',
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(caFile ? { ca: readFileSync(caFile) } : {}),
    },
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      smtp.once('error', reject)
      smtp.once('end', () => reject(failure('connection closed', 'ECONNECTION')))
      smtp.connect(error => (error ? reject(error) : resolve()))
    })
    // The end mark is a tiny packet after the letter: held back for the acknowledgement of the former it would cost
    // 40 ms a letter.
    if (smtp._socket) smtp._socket.setNoDelay(true)
    if (credentials) await signInto(smtp, credentials)
  } catch (error) {
    smtp.close()
    throw error
  }
  // From here on failures come back through send(); an 'error' nobody listens to would end the process.
  smtp.on('error', () => {})
  return { smtp, used: 0 }
}

async function signInto(smtp: SMTPConnection, credentials: Credentials): Promise<void> {
  const { user } = credentials
  if (!smtp.allowsAuth) throw failure('the server offers no sign-in', 'EAUTH')
  if (credentials.kind === 'token') {
    const method = offeredMechanism(smtp)
    if (!method) throw failure('the server takes no tokens', 'EAUTH')
    return signInWithToken(smtp, method, user, credentials.token)
  }
  const auth = { user, credentials: { user, pass: credentials.password } }
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject)
    smtp.once('end', () => reject(failure('connection closed', 'ECONNECTION')))
    smtp.login(auth, error => (error ? reject(error) : resolve()))
  })
}

const failure = (message: string, code: string): NodemailerError =>
  Object.assign(new Error(message), { code })

/** Says QUIT and hangs up, at the latest after a second: a server that is slow to say goodbye keeps nobody waiting. */
export function quit(smtp: SMTPConnection): void {
  smtp.quit()
  setTimeout(() => smtp.close(), 1000).unref()
}
