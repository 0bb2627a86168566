import type { Temporal } from 'temporal-polyfill'
import { isLoopback } from './domain/network/isLoopback.ts'
import { nearestNames, spellingDistance } from './domain/programme/spelling.ts'
import { fields, type SettingName, settingNames, type Values } from './settings/fields.ts'
import { type ImapSettings, readImap, readSmtp, type SmtpSettings } from './settings/mail.ts'
import { readSlack, type SlackSettings } from './settings/slack.ts'

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** Everything that an operator chooses. A group that is null is switched off. */
export interface Settings {
  /** null: the embedded database under `dataDir`. */
  databaseUrl: string | null
  /** Folder for the embedded database, its secret and files; relative to the working directory. */
  dataDir: string
  /** Name of a profile in profiles/, or path of a profile file. */
  programme: string
  /** Path of the list of people; null: nobody but the person at the terminal of this machine. */
  peopleFile: string | null
  /** The clock stands still at this instant; null: the real clock. */
  now: Temporal.Instant | null
  logLevel: LogLevel
  /** Key of the signed thread tokens; null: made once and kept under `dataDir` (secret.ts). */
  secret: string | null
  imap: ImapSettings | null
  /** A folder that is watched in place of a mailbox; never set together with `imap`. */
  folderMailbox: string | null
  /** Larger mails stay on the server, only their headers are stored. */
  maxMailBytes: number
  smtp: SmtpSettings | null
  /** null: the profile's mailbox and name. */
  mailFrom: { address: string | null; name: string | null }
  /** Other addresses and mailing lists that lead to the mailbox; lower case. */
  mailAliases: string[]
  /** Who gets the child-protection alarm by mail, inside the authority; empty: only the sender's own mailbox. */
  alarmRecipients: string[]
  /** Who hears by mail of letters to a running tender, inside the authority; empty: nobody. */
  procurementRecipients: string[]
  slack: SlackSettings | null
  web: { host: string; port: number }
}

/** `warnings` are German sentences for the operator; the program may start all the same. */
export type SettingsResult = { settings: Settings; warnings: string[] } | { faults: string[] }

/**
 * Reads the settings from environment variables; an empty value counts as not set. All faults are found at
 * once, each one German line that names the setting, what is wrong and what to do. No line holds a secret.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsResult {
  const faults = unknownNames(env)
  const warnings: string[] = []
  const { values, given } = readValues(env, faults)
  const settings: Settings = {
    databaseUrl: values.DATABASE_URL,
    dataDir: values.KLA_DATA_DIR ?? './data',
    programme: values.KLA_PROGRAMME ?? 'pinneberg',
    peopleFile: values.KLA_PEOPLE,
    now: values.KLA_NOW,
    logLevel: values.KLA_LOG_LEVEL ?? 'info',
    secret: values.KLA_SECRET,
    imap: readImap(values, given, faults),
    folderMailbox: values.KLA_FOLDER_MAILBOX,
    maxMailBytes: (values.KLA_MAX_MAIL_MB ?? 50) * 1024 * 1024,
    smtp: readSmtp(values, given, faults),
    mailFrom: { address: values.KLA_MAIL_FROM, name: values.KLA_MAIL_FROM_NAME },
    mailAliases: values.KLA_MAIL_ALIASES ?? [],
    alarmRecipients: values.KLA_ALARM_MAIL ?? [],
    procurementRecipients: values.KLA_VERGABE_MAIL ?? [],
    slack: readSlack(values, given, faults, warnings),
    web: { host: values.KLA_WEB_HOST ?? '127.0.0.1', port: values.KLA_WEB_PORT ?? 8080 },
  }
  checkTogether(settings, given, faults, warnings)
  if (env.DATABASE_URL === undefined) warnings.push(...likeDatabaseUrl(env))
  return faults.length > 0 ? { faults } : { settings, warnings }
}

function readValues(env: Readonly<Record<string, string | undefined>>, faults: string[]) {
  const given = new Set<string>()
  const values: Record<string, unknown> = {}
  for (const name of settingNames) {
    const text = env[name]?.trim()
    values[name] = null
    if (!text) continue
    given.add(name)
    const field: (typeof fields)[SettingName] & { secret?: true } = fields[name]
    const result = field.schema.safeParse(text)
    if (result.success) values[name] = result.data
    else
      faults.push(`${name}${field.secret ? '' : ` „${text}“`} ist ungültig: erwartet wird ${field.expects}.`)
  }
  return { values: values as Values, given }
}

/** A mistyped name would otherwise be a setting that silently does nothing. KLA_TEST_… belongs to the tests. */
function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env)
    .filter(name => /^kla_(?!test_)/i.test(name) && !(name in fields))
    .sort()
    .map(name => {
      const near = nearestNames(name, settingNames)[0]
      return `${name} ist keine bekannte Einstellung. ${near ? `Meinten Sie ${near}?` : 'Alle Einstellungen stehen in .env.example; bitte die Zeile entfernen.'}`
    })
}

/** Other programs may well use DATABASE_URI, so this is a warning and no fault. */
function likeDatabaseUrl(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env)
    .filter(name => spellingDistance(name, 'DATABASE_URL') <= 2)
    .map(name => `${name} ist gesetzt, DATABASE_URL nicht: Es wird die eingebettete Datenbank benutzt.`)
}

function checkTogether(settings: Settings, given: Set<string>, faults: string[], warnings: string[]): void {
  if (settings.folderMailbox && given.has('KLA_IMAP_HOST'))
    faults.push(
      'KLA_FOLDER_MAILBOX und KLA_IMAP_HOST sind beide gesetzt. Bitte eines entfernen: Es wird entweder ein Ordner oder ein Postfach beobachtet.',
    )
  // One access token for all tells nobody apart; at another address everyone who has it would be the same person.
  if (!isLoopback(settings.web.host))
    faults.push(
      `KLA_WEB_HOST „${settings.web.host}“ ist noch nicht erlaubt: Die Web-Seite kennt ein Zugangswort, aber noch keine Anmeldung einzelner Personen, und darf nur von diesem Rechner erreichbar sein. Bitte 127.0.0.1 setzen oder die Zeile entfernen.`,
    )
  if (settings.databaseUrl && overOpenNet(settings.databaseUrl))
    warnings.push(
      'DATABASE_URL verbindet unverschlüsselt mit einem anderen Rechner. Bitte ?sslmode=verify-full anhängen, wenn der Weg nicht anders geschützt ist.',
    )
  // An alarm that silently goes nowhere is worse than none.
  for (const name of ['KLA_ALARM_MAIL', 'KLA_VERGABE_MAIL'])
    if (given.has(name) && !given.has('KLA_SMTP_HOST'))
      faults.push(
        `${name} ist gesetzt, aber KLA_SMTP_HOST fehlt: Die Nachricht könnte nicht verschickt werden. Bitte den Mail-Server ergänzen oder die Zeile entfernen.`,
      )
  if (settings.imap && !settings.smtp)
    warnings.push(
      'KLA_SMTP_HOST fehlt: Briefe werden zu Vorgängen, aber niemand bekommt eine Eingangsbestätigung.',
    )
  if (settings.imap && !given.has('KLA_ALARM_MAIL'))
    warnings.push(
      'KLA_ALARM_MAIL fehlt: Ein Hinweis auf die Gefährdung eines Kindes wird nur an die eigene Absenderadresse gemeldet, nicht an den ASD.',
    )
}

function overOpenNet(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl')
  return hostname !== '' && !isLoopback(hostname) && (mode === null || mode === 'disable' || mode === 'false')
}
