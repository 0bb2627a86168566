import type { SettingName, Values } from './fields.ts'

/**
 * Sign-in by OAuth2 at every mailbox and mail server that has a user and no password. With a refresh token the program
 * signs in for the person who gave it; without one it signs in for itself (client credentials).
 */
export interface OAuthSettings {
  /** Base address of the identity provider, as it names itself; discovery starts here. */
  issuer: string
  clientId: string
  /** null: a public client, which has a refresh token and no secret. */
  clientSecret: string | null
  /** The first one only: each renewal may bring another, which the database keeps. */
  refreshToken: string | null
  /** null: none is sent, the identity provider has its own. */
  scope: string | null
  /** Day on which the client secret ends, ISO; null: not said, and no interface tells it. */
  secretEnds: string | null
  caFile: string | null
}

/** App-only access to Exchange Online, IMAP and SMTP alike: all that was granted to the registered application. */
const exchangeScope = 'https://outlook.office365.com/.default'

/** The identity provider of Exchange Online; it issues no token without a scope. */
export const isMicrosoftIssuer = (issuer: string) => new URL(issuer).hostname === 'login.microsoftonline.com'

/** Mail servers of Exchange Online, which take no passwords. */
export const isExchangeOnline = (host: string) => /(^|\.)(office365|outlook)\.com$/i.test(host)

/** Whether sign-in by OAuth2 is chosen at all, complete or not. */
export const oauthGiven = (given: ReadonlySet<string>) =>
  [...given].some(name => name.startsWith('KLA_OAUTH_'))

/** null when no line of the group is set, or when it is faulty. */
export function readOAuth(
  values: Values,
  given: Set<string>,
  faults: string[],
  warnings: string[],
): OAuthSettings | null {
  const there = [...given].filter(name => name.startsWith('KLA_OAUTH_'))
  if (there.length === 0) return null
  const absent: SettingName[] = (['KLA_OAUTH_ISSUER', 'KLA_OAUTH_CLIENT_ID'] as const).filter(
    name => !given.has(name),
  )
  // A public client has a refresh token alone, an application of its own has its secret.
  if (!given.has('KLA_OAUTH_CLIENT_SECRET') && !given.has('KLA_OAUTH_REFRESH_TOKEN'))
    absent.push('KLA_OAUTH_CLIENT_SECRET')
  if (absent.length > 0)
    faults.push(
      `${there[0]} ist gesetzt, aber ${absent.join(' und ')} ${absent.length === 1 ? 'fehlt' : 'fehlen'}. Bitte ergänzen oder alle Zeilen mit KLA_OAUTH_ entfernen.`,
    )
  const issuer = values.KLA_OAUTH_ISSUER
  if (issuer !== null) checkIssuer(issuer, faults)
  if (given.has('KLA_OAUTH_SECRET_ENDS') && !given.has('KLA_OAUTH_CLIENT_SECRET'))
    faults.push(
      'KLA_OAUTH_SECRET_ENDS ist gesetzt, aber KLA_OAUTH_CLIENT_SECRET fehlt. Bitte ergänzen oder die Zeile entfernen.',
    )
  if (given.has('KLA_OAUTH_CLIENT_SECRET') && !given.has('KLA_OAUTH_SECRET_ENDS'))
    warnings.push(
      'KLA_OAUTH_SECRET_ENDS fehlt: Vor dem Ablauf des Client-Secrets kann niemand gewarnt werden. Das Datum steht dort, wo das Secret erzeugt wurde.',
    )
  if (absent.length > 0 || issuer === null || values.KLA_OAUTH_CLIENT_ID === null) return null
  return {
    issuer,
    clientId: values.KLA_OAUTH_CLIENT_ID,
    clientSecret: values.KLA_OAUTH_CLIENT_SECRET,
    refreshToken: values.KLA_OAUTH_REFRESH_TOKEN,
    scope:
      values.KLA_OAUTH_SCOPE ??
      (isMicrosoftIssuer(issuer) && values.KLA_OAUTH_REFRESH_TOKEN === null ? exchangeScope : null),
    secretEnds: values.KLA_OAUTH_SECRET_ENDS,
    caFile: values.KLA_OAUTH_CA_FILE,
  }
}

function checkIssuer(issuer: string, faults: string[]): void {
  // These addresses stand for any tenant at all; an application signs in to exactly one.
  if (
    isMicrosoftIssuer(issuer) &&
    !/^\/(?!common|organizations|consumers)[^/]+\/v2\.0\/?$/.test(new URL(issuer).pathname)
  )
    faults.push(
      `KLA_OAUTH_ISSUER „${issuer}“ nennt keinen Mandanten. Erwartet wird https://login.microsoftonline.com/<Verzeichnis-ID>/v2.0; die Verzeichnis-ID (Mandant) steht in der Übersicht der App-Registrierung.`,
    )
}

/** What the rules below need of a mailbox or mail server. */
export interface Connecting {
  /** "KLA_IMAP", the beginning of its settings. */
  group: string
  host: string
  /** null: signs in by OAuth2. */
  password: string | null
}

/** Each connection has one way to sign in; `connections` are those that have a user. */
export function checkOneSignIn(
  given: ReadonlySet<string>,
  connections: readonly Connecting[],
  faults: string[],
): void {
  if (!oauthGiven(given)) return
  const both = connections.filter(each => each.password !== null && isExchangeOnline(each.host))
  for (const { group } of both)
    faults.push(
      `${group}_PASSWORD und KLA_OAUTH_… sind zugleich gesetzt. Exchange Online nimmt keine Passwörter; bitte ${group}_PASSWORD entfernen.`,
    )
  const users = connections.filter(each => each.password === null)
  if (users.length > 0 || both.length > 0) return
  // An incomplete mailbox was named already; it would be none here.
  if (connections.length === 0 && faults.length > 0) return
  const names = connections.map(({ group }) => `${group}_PASSWORD`)
  faults.push(
    names.length === 0
      ? 'KLA_OAUTH_… ist gesetzt, aber kein Postfach und kein Mailserver mit Benutzer. Bitte KLA_IMAP_HOST und KLA_IMAP_USER ergänzen oder alle Zeilen mit KLA_OAUTH_ entfernen.'
      : `${names.join(' und ')} und KLA_OAUTH_… sind zugleich gesetzt. Bitte das Passwort dort entfernen, wo die Anmeldung mit OAuth 2.0 gehen soll, oder alle Zeilen mit KLA_OAUTH_ entfernen.`,
  )
}
