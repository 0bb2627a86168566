import type { Temporal } from 'temporal-polyfill'
import type { PlatformConfig, PlatformModule } from './adapters/chatTypes.ts'
import { type MailCaps, usualCaps } from './domain/mail/outgoing/outgoingGate.ts'
import { isLoopback } from './domain/network/isLoopback.ts'
import { nearestNames, spellingDistance } from './domain/programme/spelling.ts'
import { platforms } from './platforms.ts'
import { certificateFileFaults } from './settings/certificateFiles.ts'
import { type ClamdSettings, readClamd } from './settings/clamd.ts'
import { allFields, fieldsWith, type Values } from './settings/fields.ts'
import { numberedNames, readMailboxes, readOperatorSmtp } from './settings/groups.ts'
import { type ImapSettings, readSmtp, type SmtpSettings } from './settings/mail.ts'
import { checkOneSignIn, type OAuthSettings, readOAuth } from './settings/oauth.ts'
import { readPlatforms } from './settings/platforms.ts'
import { readSenderCheck, type SenderCheckSettings } from './settings/senderCheck.ts'

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
  /** The mailboxes whose folders are watched; empty: none. */
  mailboxes: ImapSettings[]
  /** Minutes after which a mailbox that was not fetched completely is an alarm. */
  mailboxAlarmMinutes: number
  /** How mailboxes and mail server without a password are signed in to; null: not needed. */
  oauth: OAuthSettings | null
  /** A folder that is watched in place of a mailbox; never set together with `mailboxes`. */
  folderMailbox: string | null
  /** Larger mails stay on the server, only their headers are stored. */
  maxMailBytes: number
  smtp: SmtpSettings | null
  /** null: the profile's mailbox and name. */
  mailFrom: { address: string | null; name: string | null }
  /** What the gate for outgoing mail lets through. */
  mailCaps: MailCaps
  /** Other addresses and mailing lists that lead to the mailbox; lower case. */
  mailAliases: string[]
  /** How it is found out whether a letter is from whom it says; null: not at all. */
  senderCheck: SenderCheckSettings | null
  /** Who gets the child-protection alarm by mail, inside the authority; empty: only the sender's own mailbox. */
  alarmRecipients: string[]
  /** Who hears by mail of letters to a running tender, inside the authority; empty: nobody. */
  procurementRecipients: string[]
  /** Virus scanner for attachments; null: none. */
  clamd: ClamdSettings | null
  /** Who runs the program and hears by mail what it cannot mend itself; empty: only the channel. */
  operatorRecipients: string[]
  /** Another mail server for them, so that news of a failed one reach them; null: `smtp`. */
  operatorSmtp: SmtpSettings | null
  /** The chat platforms that are switched on, by name. */
  platforms: Readonly<Record<string, PlatformConfig>>
  web: { host: string; port: number }
  /** Where calendar programs reach us; null: this machine only. */
  calendarUrl: string | null
  /** Where people of the house open the workplace; null: chat posts lead nowhere. */
  workplaceUrl: string | null
  /** Where cloud platforms that call us reach us; null: none does. */
  publicUrl: string | null
}

/** `warnings` are German sentences for the operator; the program may start all the same. */
export type SettingsResult = { settings: Settings; warnings: string[] } | { faults: string[] }

/**
 * Reads the settings from environment variables; an empty value counts as not set. All faults are found at
 * once, each one German line that names the setting, what is wrong and what to do. No line holds a secret.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  modules: readonly PlatformModule[] = platforms,
): SettingsResult {
  const known = modules === platforms ? allFields : fieldsWith(modules)
  const faults = unknownNames(env, Object.keys(known))
  const warnings: string[] = []
  const { values, given } = readValues(env, Object.keys(known), faults, known)
  const settings: Settings = {
    databaseUrl: values.DATABASE_URL,
    dataDir: values.KLA_DATA_DIR ?? './data',
    programme: values.KLA_PROGRAMME ?? 'pinneberg',
    peopleFile: values.KLA_PEOPLE,
    now: values.KLA_NOW,
    logLevel: values.KLA_LOG_LEVEL ?? 'info',
    secret: values.KLA_SECRET,
    mailboxes: readMailboxes(env, { values, given }, readValues, faults),
    mailboxAlarmMinutes: values.KLA_MAILBOX_ALARM_MINUTES ?? 15,
    oauth: readOAuth(values, given, faults, warnings),
    folderMailbox: values.KLA_FOLDER_MAILBOX,
    maxMailBytes: (values.KLA_MAX_MAIL_MB ?? 50) * 1024 * 1024,
    smtp: readSmtp(values, given, faults),
    mailFrom: { address: values.KLA_MAIL_FROM, name: values.KLA_MAIL_FROM_NAME },
    mailCaps: {
      addressPerDay: values.KLA_MAIL_CAP_ADDRESS_DAY ?? usualCaps.addressPerDay,
      alikePerHour: values.KLA_MAIL_CAP_DOMAIN_HOUR ?? usualCaps.alikePerHour,
      perHour: values.KLA_MAIL_CAP_HOUR ?? usualCaps.perHour,
      housePerHour: values.KLA_MAIL_CAP_HOUSE_HOUR ?? usualCaps.housePerHour,
    },
    mailAliases: values.KLA_MAIL_ALIASES ?? [],
    senderCheck: readSenderCheck(values, given, faults),
    alarmRecipients: values.KLA_ALARM_MAIL ?? [],
    procurementRecipients: values.KLA_VERGABE_MAIL ?? [],
    clamd: readClamd(values, given, faults, warnings),
    operatorRecipients: values.KLA_BETRIEB_MAIL ?? [],
    operatorSmtp: readOperatorSmtp({ values, given }, faults),
    platforms: readPlatforms(modules, { values, given }, faults, warnings),
    web: { host: values.KLA_WEB_HOST ?? '127.0.0.1', port: values.KLA_WEB_PORT ?? 8080 },
    calendarUrl: values.KLA_KALENDER_URL,
    workplaceUrl: values.KLA_WORKPLACE_URL,
    publicUrl: values.KLA_PUBLIC_URL,
  }
  faults.push(...certificateFileFaults(env))
  checkTogether(settings, given, faults, warnings)
  if (env.DATABASE_URL === undefined) warnings.push(...likeDatabaseUrl(env))
  return faults.length > 0 ? { faults } : { settings, warnings }
}

function readValues(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
  faults: string[],
  known = allFields,
) {
  const given = new Set<string>()
  const values: Record<string, unknown> = {}
  for (const name of names) {
    const text = env[name]?.trim()
    values[name] = null
    if (!text) continue
    given.add(name)
    const field = known[name]!
    const result = field.schema.safeParse(text)
    if (result.success) values[name] = result.data
    else
      faults.push(`${name}${field.secret ? '' : ` „${text}“`} ist ungültig: erwartet wird ${field.expects}.`)
  }
  return { values: values as Values, given }
}

/** A mistyped name would otherwise be a setting that silently does nothing. KLA_TEST_… belongs to the tests. */
function unknownNames(env: Readonly<Record<string, string | undefined>>, known: readonly string[]): string[] {
  return Object.keys(env)
    .filter(name => /^kla_(?!test_)/i.test(name) && !known.includes(name) && !numberedNames.has(name))
    .sort()
    .map(name => {
      const near = nearestNames(name, [...known, ...numberedNames])[0]
      if (/^kla_imap_(?:[01]|\d{2,})_/i.test(name))
        return `${name} ist keine bekannte Einstellung. Weitere Postfächer haben die Zahlen 2 bis 9.`
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
  checkOneSignIn(given, connectionsOf(settings), faults)
  const [imap] = settings.mailboxes
  if (settings.folderMailbox && imap)
    faults.push(
      `KLA_FOLDER_MAILBOX und ${imap.group}_HOST sind beide gesetzt. Bitte eines entfernen: Es wird entweder ein Ordner oder ein Postfach beobachtet.`,
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
        `${name} ist gesetzt, aber KLA_SMTP_HOST fehlt: Die Nachricht könnte nicht verschickt werden. Bitte den Mailserver ergänzen oder die Zeile entfernen.`,
      )
  if (given.has('KLA_BETRIEB_MAIL') && !given.has('KLA_SMTP_HOST') && !given.has('KLA_BETRIEB_SMTP_HOST'))
    faults.push(
      'KLA_BETRIEB_MAIL ist gesetzt, aber weder KLA_BETRIEB_SMTP_HOST noch KLA_SMTP_HOST: Die Nachricht könnte nicht verschickt werden. Bitte einen Mailserver ergänzen oder die Zeile entfernen.',
    )
  if (given.has('KLA_BETRIEB_SMTP_HOST') && !given.has('KLA_BETRIEB_MAIL'))
    faults.push(
      'KLA_BETRIEB_SMTP_HOST ist gesetzt, aber KLA_BETRIEB_MAIL fehlt: Niemand bekäme darüber eine Nachricht. Bitte die Adressen ergänzen oder alle Zeilen mit KLA_BETRIEB_SMTP_ entfernen.',
    )
  if (imap && !hasSecondWay(settings)) warnings.push(noSecondWay)
  if (imap && !settings.smtp)
    warnings.push(
      'KLA_SMTP_HOST fehlt: Briefe werden zu Vorgängen, aber niemand bekommt eine Eingangsbestätigung.',
    )
  if (imap && !given.has('KLA_ALARM_MAIL'))
    warnings.push(
      'KLA_ALARM_MAIL fehlt: Ein Hinweis auf die Gefährdung eines Kindes wird nur an das eigene Postfach (KLA_MAIL_FROM) gemeldet, nicht an den ASD.',
    )
}

/** Whether a failed mailbox can be told by another way than the mail servers that may have failed with it. */
export const hasSecondWay = ({ platforms, operatorSmtp }: Pick<Settings, 'platforms' | 'operatorSmtp'>) =>
  Object.keys(platforms).length > 0 || operatorSmtp !== null

/** What `kla start` and `kla doctor` say where there is none. */
export const noSecondWay =
  'Keine zweite Meldestelle: Wenn Postfach und Mailserver zusammen ausfallen, erfährt es niemand, der nicht auf die Web-Seite sieht. Bitte KLA_BETRIEB_MAIL mit einem anderen Mailserver (KLA_BETRIEB_SMTP_HOST) setzen oder eine Chat-Plattform einrichten.'

/** Everything that signs in somewhere. */
function connectionsOf({ mailboxes, smtp }: Settings) {
  return [
    ...mailboxes,
    ...(smtp?.login ? [{ group: 'KLA_SMTP', host: smtp.host, password: smtp.login.password }] : []),
  ]
}

function overOpenNet(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl')
  return hostname !== '' && !isLoopback(hostname) && (mode === null || mode === 'disable' || mode === 'false')
}
