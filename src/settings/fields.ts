import type { PlatformModule } from '../adapters/chatTypes.ts'
import { platforms } from '../platforms.ts'
import {
  atLeast,
  day,
  folderNames,
  host,
  instant,
  issuerUrl,
  type Kind,
  mailAddress,
  mailAddresses,
  nameServers,
  number,
  oneOf,
  port,
  postgresUrl,
  secureUrl,
  serverNames,
  words,
} from './kinds.ts'
import { type Field, fieldsOf } from './platforms.ts'

/** How a connection is protected. The last one is refused for every host but this machine. */
const security = ['tls', 'starttls', 'unverschluesselt-nur-lokal'] as const

/** The value of a secret is never repeated in a message, not even a wrong one. */
const secret = <T>(kind: Kind<T>): Kind<T> & { secret: true } => ({ ...kind, secret: true })

/**
 * Every setting but those of the chat platforms. `.env.example` explains each of them; a test compares the two in both directions.
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
  KLA_IMAP_FOLDER: folderNames,
  KLA_IMAP_CA_FILE: words,
  KLA_IMAP_FIRST_START: oneOf(['ab-jetzt', 'alles']),
  KLA_IMAP_POLL_SECONDS: number(0.05, 3600, 'Sekunden', false),
  KLA_IMAP_MOVE_TO: words,
  KLA_IMAP_SENT_FOLDER: words,
  KLA_MAILBOX_ALARM_MINUTES: number(0.05, 1440, 'Minuten', false),
  KLA_FOLDER_MAILBOX: words,
  KLA_MAX_MAIL_MB: number(1, 500, 'Megabyte'),

  KLA_OAUTH_ISSUER: issuerUrl,
  KLA_OAUTH_CLIENT_ID: words,
  KLA_OAUTH_CLIENT_SECRET: secret(words),
  KLA_OAUTH_SECRET_ENDS: day,
  KLA_OAUTH_REFRESH_TOKEN: secret(words),
  KLA_OAUTH_SCOPE: words,
  KLA_OAUTH_CA_FILE: words,

  KLA_SMTP_HOST: host,
  KLA_SMTP_PORT: port(465),
  KLA_SMTP_SECURITY: oneOf(security),
  KLA_SMTP_USER: words,
  KLA_SMTP_PASSWORD: secret(words),
  KLA_SMTP_CA_FILE: words,
  KLA_MAIL_FROM: mailAddress,
  KLA_MAIL_FROM_NAME: words,
  KLA_MAIL_ALIASES: mailAddresses,
  KLA_SENDER_CHECK: oneOf(['authserv', 'dns', 'aus']),
  KLA_AUTHSERV_ID: serverNames,
  KLA_OWN_MX: serverNames,
  KLA_DNS_SERVERS: nameServers,
  KLA_MAIL_CAP_ADDRESS_DAY: number(0, 100_000, 'Briefe, 0 hebt die Grenze auf'),
  KLA_MAIL_CAP_DOMAIN_HOUR: number(0, 100_000, 'Briefe, 0 hebt die Grenze auf'),
  KLA_MAIL_CAP_HOUR: number(0, 100_000, 'Briefe, 0 hebt die Grenze auf'),
  KLA_MAIL_CAP_HOUSE_HOUR: number(0, 100_000, 'Hinweise, 0 hebt die Grenze auf'),
  KLA_ALARM_MAIL: mailAddresses,
  KLA_VERGABE_MAIL: mailAddresses,

  KLA_CLAMD_SOCKET: words,
  KLA_CLAMD_HOST: host,
  KLA_CLAMD_PORT: port(3310),
  KLA_BETRIEB_MAIL: mailAddresses,
  KLA_BETRIEB_SMTP_HOST: host,
  KLA_BETRIEB_SMTP_PORT: port(465),
  KLA_BETRIEB_SMTP_SECURITY: oneOf(security),
  KLA_BETRIEB_SMTP_USER: words,
  KLA_BETRIEB_SMTP_PASSWORD: secret(words),
  KLA_BETRIEB_SMTP_CA_FILE: words,

  KLA_WEB_HOST: host,
  KLA_WEB_PORT: port(8080, 0),
  KLA_KALENDER_URL: secureUrl,
  KLA_WORKPLACE_URL: secureUrl,
  KLA_PUBLIC_URL: secureUrl,
} satisfies Record<string, Kind<unknown> & { secret?: true }>

export type SettingName = keyof typeof fields
type ValueOf<K> = K extends Kind<infer T> ? T : never
/** What was said; null where nothing was, or where it was faulty. */
export type Values = { [K in SettingName]: ValueOf<(typeof fields)[K]> | null }

/** Every setting there is where these chat platforms are. */
export function fieldsWith(modules: readonly PlatformModule[]): Readonly<Record<string, Field>> {
  return { ...fields, ...fieldsOf(modules) }
}

export const allFields = fieldsWith(platforms)
export const settingNames: readonly string[] = Object.keys(allFields)
export const ownSettingNames = Object.keys(fields) as SettingName[]
