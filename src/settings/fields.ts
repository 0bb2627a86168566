import {
  atLeast,
  channelMap,
  dayOrNotNeeded,
  host,
  instant,
  type Kind,
  mailAddress,
  mailAddresses,
  number,
  oneOf,
  port,
  postgresUrl,
  startsWith,
  webUrl,
  words,
} from './kinds.ts'

/** How a connection is protected. The last one is refused for every host but this machine. */
const security = ['tls', 'starttls', 'unverschluesselt-nur-lokal'] as const

/** The value of a secret is never repeated in a message, not even a wrong one. */
const secret = <T>(kind: Kind<T>): Kind<T> & { secret: true } => ({ ...kind, secret: true })

/**
 * Every setting there is. `.env.example` explains each of them; a test compares the two in both directions.
 * Defaults stand in the files that put the groups together, because some depend on other settings.
 */
export const fields = {
  DATABASE_URL: secret(postgresUrl),
  KLA_DATA_DIR: words,
  KLA_PROGRAMME: words,
  KLA_PEOPLE: words,
  KLA_NOW: instant,
  KLA_LOG_LEVEL: oneOf(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
  KLA_SECRET: secret(atLeast(32)),

  KLA_IMAP_HOST: host,
  KLA_IMAP_PORT: port(993),
  KLA_IMAP_SECURITY: oneOf(security),
  KLA_IMAP_USER: words,
  KLA_IMAP_PASSWORD: secret(words),
  KLA_IMAP_FOLDER: words,
  KLA_IMAP_CA_FILE: words,
  KLA_IMAP_FIRST_START: oneOf(['ab-jetzt', 'alles']),
  KLA_IMAP_POLL_SECONDS: number(0.05, 3600, 'Sekunden', false),
  KLA_FOLDER_MAILBOX: words,
  KLA_MAX_MAIL_MB: number(1, 500, 'Megabyte'),

  KLA_SMTP_HOST: host,
  KLA_SMTP_PORT: port(465),
  KLA_SMTP_SECURITY: oneOf(security),
  KLA_SMTP_USER: words,
  KLA_SMTP_PASSWORD: secret(words),
  KLA_SMTP_CA_FILE: words,
  KLA_MAIL_FROM: mailAddress,
  KLA_MAIL_FROM_NAME: words,
  KLA_MAIL_ALIASES: mailAddresses,
  KLA_ALARM_MAIL: mailAddresses,
  KLA_VERGABE_MAIL: mailAddresses,

  KLA_SLACK_MODE: oneOf(['aus', 'socket', 'http']),
  KLA_SLACK_BOT_TOKEN: secret(
    startsWith('xoxb-', 'api.slack.com/apps, OAuth & Permissions, Bot User OAuth Token'),
  ),
  KLA_SLACK_APP_TOKEN: secret(
    startsWith('xapp-', 'api.slack.com/apps, Basic Information, App-Level Tokens, Recht connections:write'),
  ),
  KLA_SLACK_SIGNING_SECRET: secret(atLeast(16)),
  KLA_SLACK_COMMAND: words,
  KLA_SLACK_CHANNELS: channelMap,
  KLA_SLACK_LEVEL: oneOf(['metadaten', 'auszug', 'voll']),
  KLA_SLACK_AVV: dayOrNotNeeded,
  KLA_SLACK_ANZEIGE_80: dayOrNotNeeded,
  KLA_SLACK_REGION: oneOf(['eu', 'ewr', 'schweiz', 'angemessenheitsbeschluss']),
  KLA_SLACK_API_URL: webUrl,

  KLA_WEB_HOST: host,
  KLA_WEB_PORT: port(8080, 0),
} satisfies Record<string, Kind<unknown> & { secret?: true }>

export type SettingName = keyof typeof fields
type ValueOf<K> = K extends Kind<infer T> ? T : never
/** What was said; null where nothing was, or where it was faulty. */
export type Values = { [K in SettingName]: ValueOf<(typeof fields)[K]> | null }

export const settingNames = Object.keys(fields) as SettingName[]
