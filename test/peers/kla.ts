import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dovecot } from './dovecot.ts'
import type { SlackPeer } from './slack.ts'
import type { SmtpSink } from './smtpSink.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The world around a process of ours. */
export interface Surroundings {
  databaseUrl: string
  dovecot?: Dovecot
  sink?: Pick<SmtpSink, 'port'>
  slack?: Pick<SlackPeer, 'apiUrl'>
}

export interface KlaProcess {
  child: ChildProcess
  /** What it wrote to standard output and standard error so far. */
  output(): string
  /** Address of its web page. */
  webUrl: string
  /** Resolves with the exit status or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
  /** SIGTERM, and waits. */
  stop(): Promise<number | NodeJS.Signals>
}

/** Settings of a process that uses these peers: one Slack channel C0KLA for everything. */
export function settingsFor(around: Surroundings, dataDir: string): Record<string, string> {
  const { dovecot, sink, slack } = around
  return {
    DATABASE_URL: around.databaseUrl,
    KLA_DATA_DIR: dataDir,
    KLA_SECRET: 'nur-fuer-tests-0123456789-abcdefghij',
    KLA_WEB_PORT: '0',
    ...(dovecot && {
      KLA_IMAP_HOST: dovecot.host,
      KLA_IMAP_PORT: String(dovecot.imapPort),
      KLA_IMAP_SECURITY: 'unverschluesselt-nur-lokal',
      KLA_IMAP_USER: dovecot.user,
      KLA_IMAP_PASSWORD: dovecot.password,
      KLA_IMAP_FIRST_START: 'alles',
    }),
    ...(sink && {
      KLA_SMTP_HOST: '127.0.0.1',
      KLA_SMTP_PORT: String(sink.port),
      KLA_SMTP_SECURITY: 'unverschluesselt-nur-lokal',
      KLA_ALARM_MAIL: 'bereitschaft@kreis.example',
      // Walks and benches get more alike letters in an hour than a county in a year; the gate has tests of its own.
      KLA_MAIL_CAP_ADDRESS_DAY: '0',
      KLA_MAIL_CAP_DOMAIN_HOUR: '0',
      KLA_MAIL_CAP_HOUR: '0',
      KLA_MAIL_CAP_HOUSE_HOUR: '0',
    }),
    ...(slack && {
      KLA_SLACK_MODE: 'socket',
      KLA_SLACK_BOT_TOKEN: 'xoxb-nur-fuer-tests',
      KLA_SLACK_APP_TOKEN: 'xapp-nur-fuer-tests',
      KLA_SLACK_CHANNELS: 'koordination=C0KLA',
      KLA_SLACK_API_URL: slack.apiUrl,
      // One post a second would make every walk as long as it has posts; the pace has tests of its own.
      KLA_SLACK_PACE: '0',
    }),
  }
}

/** Starts `kla start` as a process of its own and waits until it runs. `preload` is loaded before the program. */
export async function startKla(
  around: Surroundings,
  options: { preload?: string; env?: Record<string, string> } = {},
): Promise<KlaProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kla-walk-'))
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(KLA_|DATABASE_URL|VITEST|NODE_OPTIONS)/.test(name)),
  )
  const child = spawn(
    process.execPath,
    [...(options.preload ? ['--import', options.preload] : []), join(root, 'src/kla.mjs'), 'start'],
    {
      cwd: dataDir,
      env: { ...inherited, ...settingsFor(around, dataDir), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk))
  const ended = once(child, 'exit').then(([code, signal]) => {
    rmSync(dataDir, { recursive: true, force: true })
    return (code ?? signal) as number | NodeJS.Signals
  })
  const webUrl = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      // The address holds the access token, so it stands in a file and not in the output.
      const file = /läuft\..* steht in (\S+)\.\n/.exec(text)?.[1]
      if (file) resolve(readFileSync(file, 'utf8').trim())
    })
    ended.then(how => reject(new Error(`kla ended with ${how}:\n${text}`)), reject)
  })
  return {
    child,
    output: () => text,
    webUrl,
    ended,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
