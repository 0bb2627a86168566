import { whyRefused } from '../adapters/oidc/whyRefused.ts'
import type { TokenSource } from '../adapters/types.ts'
import type { ImapSettings, Security, SmtpSettings } from '../settings/mail.ts'

const securityWords = {
  tls: 'tls',
  starttls: 'starttls',
  'unverschluesselt-nur-lokal': 'plain-loopback',
} as const satisfies Record<Security, string>

/** The settings of a mailbox in the words of the adapter; watchedFolders.ts adds the folder. */
export function imapOptions(imap: ImapSettings, maxBytes: number, tokens: TokenSource | null) {
  return {
    host: imap.host,
    port: imap.port,
    security: securityWords[imap.security],
    user: imap.user,
    signIn:
      imap.password === null
        ? byToken(tokens, 'imap')
        : ({ kind: 'password', password: imap.password } as const),
    caFile: imap.caFile ?? undefined,
    maxBytes,
    firstStart: imap.firstStart === 'alles' ? ('all' as const) : ('baseline' as const),
    pollSeconds: imap.pollSeconds,
    moveTo: imap.moveTo ?? undefined,
    settingsGroup: imap.group,
  }
}

export function smtpOptions(smtp: SmtpSettings, tokens: TokenSource | null) {
  const { login } = smtp
  return {
    host: smtp.host,
    port: smtp.port,
    security: securityWords[smtp.security],
    signIn:
      login &&
      (login.password === null
        ? { user: login.user, ...byToken(tokens, 'smtp') }
        : ({ kind: 'password', user: login.user, password: login.password } as const)),
    caFile: smtp.caFile ?? undefined,
  }
}

/** Who has no password signs in with an access token; the settings are refused when there is no way to get one. */
function byToken(tokens: TokenSource | null, service: 'imap' | 'smtp') {
  if (tokens === null) throw new Error('neither a password nor OAuth2 is set')
  return {
    kind: 'token',
    accessToken: (refused?: string) => tokens.accessToken(refused),
    whyRefused: (token: string) => whyRefused(token, service),
  } as const
}
