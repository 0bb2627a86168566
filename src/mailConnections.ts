import type { ImapSettings, Security, SmtpSettings } from './settings/mail.ts'

const securityWords = {
  tls: 'tls',
  starttls: 'starttls',
  'unverschluesselt-nur-lokal': 'plain-loopback',
} as const satisfies Record<Security, string>

/** The settings in the words of the adapter. */
export function imapOptions(imap: ImapSettings, maxBytes: number) {
  return {
    host: imap.host,
    port: imap.port,
    security: securityWords[imap.security],
    user: imap.user,
    signIn: { kind: 'password', password: imap.password } as const,
    caFile: imap.caFile ?? undefined,
    folder: imap.folder,
    maxBytes,
    firstStart: imap.firstStart === 'alles' ? ('all' as const) : ('baseline' as const),
    pollSeconds: imap.pollSeconds,
  }
}

export function smtpOptions(smtp: SmtpSettings) {
  return {
    host: smtp.host,
    port: smtp.port,
    security: securityWords[smtp.security],
    signIn: smtp.login && ({ kind: 'password', ...smtp.login } as const),
    caFile: smtp.caFile ?? undefined,
  }
}
