/** What one watched folder needs. */
export interface MailboxSettings {
  host: string
  port: number
  /** 'plain-loopback' sends the password unencrypted and is refused unless `host` is this machine. */
  security: 'tls' | 'starttls' | 'plain-loopback'
  user: string
  signIn: SignIn
  /** PEM file with the only authority to trust; undefined: those that Node trusts. */
  caFile?: string | undefined
  folder: string
  /** Mails above this size are not downloaded, only their headers. */
  maxBytes: number
  /** What becomes of mails that lie there when the folder is watched for the first time. */
  firstStart: 'baseline' | 'all'
  /**
   * Seconds between two looks beside IDLE, 0.05 or more. A look costs one round trip more than IDLE itself (DONE,
   * NOOP and IDLE travel together) and bounds how late a letter is seen where the server holds its notices back:
   * Dovecot does for 0.5 s.
   */
  pollSeconds: number
  /** Seconds without a byte from the server, while it owes an answer, until it counts as gone. Default 30. */
  answerSeconds?: number | undefined
}

/** A password, or OAuth2 (XOAUTH2, OAUTHBEARER) with a token asked for at each sign-in. */
export type SignIn =
  | { kind: 'password'; password: string }
  | { kind: 'token'; accessToken: () => Promise<string> }
