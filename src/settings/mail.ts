import { isLoopback } from '../domain/network/isLoopback.ts'
import type { SettingName, Values } from './fields.ts'
import { isExchangeOnline, oauthGiven } from './oauth.ts'

/** How a connection is protected; the last one only to this machine. */
export type Security = 'tls' | 'starttls' | 'unverschluesselt-nur-lokal'

/** A mailbox that letters come from. */
export interface ImapSettings {
  /** How the names of its settings begin: "KLA_IMAP", or "KLA_IMAP_2" for a further one. */
  group: string
  host: string
  port: number
  security: Security
  user: string
  /** null: signs in by OAuth2 (oauth.ts). */
  password: string | null
  /** The folders that are watched; at least one. */
  folders: string[]
  /** Path of a PEM file with the authority's own root certificate; null: the usual ones. */
  caFile: string | null
  /** What happens with letters that lie there when the mailbox is watched for the first time. */
  firstStart: 'ab-jetzt' | 'alles'
  /** Seconds between two looks beside IDLE. */
  pollSeconds: number
  /** Folder into which letters are moved once they are stored; null: nothing is changed in the mailbox. */
  moveTo: string | null
  /** Folder for copies of sent letters; null: the one that the server names as such. 'aus': no copies. */
  sentFolder: string | null
}

/** Where letters leave. */
export interface SmtpSettings {
  host: string
  port: number
  security: Security
  /** null: the server takes letters without sign-in, as relays inside an authority do. */
  login: { user: string /** null: signs in by OAuth2. */; password: string | null } | null
  caFile: string | null
}

const imapPorts: Record<Security, number> = { tls: 993, starttls: 143, 'unverschluesselt-nur-lokal': 143 }
/** RFC 8314: submission over TLS is 465. */
const smtpPorts: Record<Security, number> = { tls: 465, starttls: 587, 'unverschluesselt-nur-lokal': 25 }

/**
 * Dovecot holds its IDLE notices back for half a second, so looking beside it five times a second sees a letter soonest, for
 * one percent of a core (measured). Exchange Online counts commands and slows down who asks too often.
 */
function usualPollSeconds(host: string): number {
  return isExchangeOnline(host) ? 30 : 0.2
}

export function readImap(values: Values, given: Set<string>, faults: string[]): ImapSettings | null {
  const lines: SettingName[] = ['KLA_IMAP_HOST', 'KLA_IMAP_USER']
  if (!oauthGiven(given)) lines.push('KLA_IMAP_PASSWORD')
  const needed = missing(given, 'KLA_IMAP_', lines, faults)
  const security = values.KLA_IMAP_SECURITY ?? 'tls'
  refusePlainText('KLA_IMAP', values.KLA_IMAP_HOST, security, faults)
  if (needed !== 'complete') return null
  return {
    group: 'KLA_IMAP',
    host: values.KLA_IMAP_HOST ?? '',
    port: values.KLA_IMAP_PORT ?? imapPorts[security],
    security,
    user: values.KLA_IMAP_USER ?? '',
    password: values.KLA_IMAP_PASSWORD,
    folders: values.KLA_IMAP_FOLDER ?? ['INBOX'],
    caFile: values.KLA_IMAP_CA_FILE,
    firstStart: values.KLA_IMAP_FIRST_START ?? 'ab-jetzt',
    pollSeconds: values.KLA_IMAP_POLL_SECONDS ?? usualPollSeconds(values.KLA_IMAP_HOST ?? ''),
    moveTo: values.KLA_IMAP_MOVE_TO,
    sentFolder: values.KLA_IMAP_SENT_FOLDER,
  }
}

/** `signIn` password: OAuth2 is no choice there, as for the way to the operators. */
export function readSmtp(
  values: Values,
  given: Set<string>,
  faults: string[],
  signIn: 'any' | 'password' = 'any',
): SmtpSettings | null {
  const needed = missing(given, 'KLA_SMTP_', ['KLA_SMTP_HOST'], faults)
  const security = values.KLA_SMTP_SECURITY ?? 'tls'
  refusePlainText('KLA_SMTP', values.KLA_SMTP_HOST, security, faults)
  const byToken = oauthGiven(given) && !given.has('KLA_SMTP_PASSWORD')
  if (!byToken && given.has('KLA_SMTP_USER') !== given.has('KLA_SMTP_PASSWORD')) {
    const [there, absent] = given.has('KLA_SMTP_USER') ? ['USER', 'PASSWORD'] : ['PASSWORD', 'USER']
    const otherWay =
      signIn === 'any' && absent === 'PASSWORD'
        ? ' Ohne Passwort geht die Anmeldung mit OAuth 2.0 (KLA_OAUTH_ISSUER).'
        : ''
    faults.push(
      `KLA_SMTP_${there} ist gesetzt, aber KLA_SMTP_${absent} fehlt. Bitte beide setzen, oder keines von beiden, wenn der Server Briefe ohne Anmeldung annimmt.${otherWay}`,
    )
  }
  if (needed !== 'complete') return null
  return {
    host: values.KLA_SMTP_HOST ?? '',
    port: values.KLA_SMTP_PORT ?? smtpPorts[security],
    security,
    login:
      values.KLA_SMTP_USER && (byToken || values.KLA_SMTP_PASSWORD)
        ? { user: values.KLA_SMTP_USER, password: values.KLA_SMTP_PASSWORD }
        : null,
    caFile: values.KLA_SMTP_CA_FILE,
  }
}

/**
 * Half-filled groups are faults, because the program would otherwise start and silently do without the mailbox.
 * One line for all that is missing.
 */
function missing(
  given: Set<string>,
  prefix: string,
  needed: SettingName[],
  faults: string[],
): 'complete' | 'absent' | 'incomplete' {
  const there = [...given].filter(name => name.startsWith(prefix))
  if (there.length === 0) return 'absent'
  const absent = needed.filter(name => !given.has(name))
  if (absent.length === 0) return 'complete'
  const verb = absent.length === 1 ? 'fehlt' : 'fehlen'
  const otherWay = absent.includes('KLA_IMAP_PASSWORD')
    ? ' (ohne Passwort geht die Anmeldung mit OAuth 2.0: KLA_OAUTH_ISSUER)'
    : ''
  faults.push(
    `${there[0]} ist gesetzt, aber ${absent.join(' und ')} ${verb}. Bitte ergänzen${otherWay} oder alle Zeilen mit ${prefix} entfernen.`,
  )
  return 'incomplete'
}

function refusePlainText(group: string, host: string | null, security: Security, faults: string[]): void {
  if (security !== 'unverschluesselt-nur-lokal' || host === null || isLoopback(host)) return
  faults.push(
    `${group}_SECURITY=unverschluesselt-nur-lokal gilt nur für diesen Rechner (localhost), ${group}_HOST ist aber „${host}“. Briefe und Passwort gingen lesbar durch das Netz. Bitte tls oder starttls wählen.`,
  )
}
