import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { makeCertificate } from './certificate.ts'

/** One letter that the sink has taken responsibility for. */
export interface SinkLetter {
  raw: string
  from: string
  to: string[]
  /** Names in lower case; folded lines are joined, repeated headers by a line feed. */
  headers: Record<string, string>
  /** Who had signed in; null without sign-in. */
  user: string | null
  /** Whether it came over TLS. */
  secure: boolean
}

export type SinkBehaviour =
  | { kind: 'accept' }
  /** Answers `code` (4xx or 5xx) at this stage; 'end' is the answer to the end mark. */
  | { kind: 'refuse'; at: 'connect' | 'mail' | 'rcpt' | 'end'; code: number }
  /** Reads the whole letter with its end mark and says nothing. Not accepted. */
  | { kind: 'hang' }
  /** Accepts the letter, but the line breaks before the answer: the sender cannot know. */
  | { kind: 'cut' }
  /** Accepts after so many milliseconds. */
  | { kind: 'slow'; milliseconds: number }

export interface SinkOptions {
  security?: 'tls' | 'starttls' | 'plain-loopback'
  /** With it, sign-in is required. An access token is accepted when it equals the password. */
  login?: { user: string; password: string } | null
  /** Which access tokens are good besides; not for the sink in a process of its own. */
  acceptsToken?: (token: string) => boolean
  /** Name in its certificate, when it is not the one that is asked. */
  certificateFor?: string
  /** Called with each accepted letter before the sender hears of it: whoever is killed then, it was accepted. */
  onLetter?: (letter: SinkLetter) => void
}

export interface SmtpSink {
  host: string
  port: number
  caFile: string
  letters(): SinkLetter[]
  /** How often a letter with this Message-ID was accepted: more than one is a letter sent twice. */
  timesAccepted(messageId: string): number
  behave(behaviour: SinkBehaviour): Promise<void>
  stop(): Promise<void>
}

/** A mail server of our own in this process that keeps all it gets. */
export async function startSmtpSink(
  options: SinkOptions = {},
): Promise<SmtpSink & { connections(): number }> {
  const { security = 'plain-loopback', login = null } = options
  const directory = mkdtempSync(join(tmpdir(), 'kla-sink-'))
  const { certFile, keyFile } = makeCertificate(directory, options.certificateFor)
  const letters: SinkLetter[] = []
  let behaviour: SinkBehaviour = { kind: 'accept' }
  let connections = 0
  const refusal = (at: string) =>
    behaviour.kind === 'refuse' && behaviour.at === at
      ? Object.assign(new Error('5.7.1 <erika@post.example> refused'), { responseCode: behaviour.code })
      : null

  const server = new SMTPServer({
    secure: security === 'tls',
    cert: readFileSync(certFile),
    key: readFileSync(keyFile),
    authOptional: login === null,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: security === 'plain-loopback',
    disabledCommands: security === 'starttls' ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect(_session, done) {
      connections++
      done(refusal('connect'))
    },
    onAuth({ username, password, accessToken }, _session, done) {
      const good =
        username === login?.user &&
        ((password ?? accessToken) === login?.password ||
          (accessToken !== undefined && options.acceptsToken?.(accessToken) === true))
      if (good) done(null, { user: username })
      else done(Object.assign(new Error('5.7.8 sign-in refused'), { responseCode: 535 }))
    },
    onMailFrom: (_address, _session, done) => done(refusal('mail')),
    onRcptTo: (_address, _session, done) => done(refusal('rcpt')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const refused = refusal('end')
        if (refused) return done(refused)
        if (behaviour.kind === 'hang') return
        const raw = Buffer.concat(chunks).toString('latin1')
        const accept = () => {
          const letter: SinkLetter = {
            raw,
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            headers: headersOf(raw),
            user: session.user ?? null,
            secure: session.secure,
          }
          letters.push(letter)
          options.onLetter?.(letter)
        }
        if (behaviour.kind === 'slow') {
          setTimeout(() => {
            accept()
            done(null, 'accepted')
          }, behaviour.milliseconds)
          return
        }
        accept()
        if (behaviour.kind === 'cut')
          for (const connection of server.connections) connection._socket.destroy()
        else done(null, 'accepted')
      })
    },
  })
  // A client that hangs up is no fault of the sink.
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    host: 'localhost',
    port: address.port,
    caFile: certFile,
    letters: () => letters,
    timesAccepted: messageId => countOf(letters, messageId),
    connections: () => connections,
    async behave(next) {
      behaviour = next
    },
    async stop() {
      await new Promise<void>(resolve => server.close(resolve))
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/**
 * The same in a process of its own, for tests that kill the sender: its journal is written before it answers.
 */
export async function startSmtpSinkProcess(options: Omit<SinkOptions, 'onLetter'> = {}): Promise<SmtpSink> {
  const directory = mkdtempSync(join(tmpdir(), 'kla-sink-journal-'))
  const journal = join(directory, 'letters')
  const child = fork(join(import.meta.dirname, 'smtpSinkProcess.ts'), [journal, JSON.stringify(options)])
  const [port, caFile] = await answerOf<[number, string]>(child)
  const letters = () =>
    existsSync(journal)
      ? readFileSync(journal, 'utf8')
          .split('\n')
          .filter(line => line !== '')
          .map(line => JSON.parse(line) as SinkLetter)
      : []
  return {
    host: 'localhost',
    port,
    caFile,
    letters,
    timesAccepted: messageId => countOf(letters(), messageId),
    async behave(behaviour) {
      child.send(behaviour)
      await answerOf(child)
    },
    async stop() {
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.disconnect()
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', message => resolve(message as T))
    child.once('exit', code => reject(new Error(`the sink ended with ${code}`)))
  })
}

const countOf = (letters: SinkLetter[], messageId: string) =>
  letters.filter(letter => letter.headers['message-id'] === messageId).length

function headersOf(raw: string): Record<string, string> {
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const headers: Record<string, string> = {}
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value
  }
  return headers
}
