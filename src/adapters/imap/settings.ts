/** One mailbox: where its server is and how one signs in. */
export interface AccountSettings {
  host: string
  port: number
  /** 'plain-loopback' sends the password unencrypted and is refused unless `host` is this machine. */
  security: 'tls' | 'starttls' | 'plain-loopback'
  user: string
  signIn: SignIn
  /** PEM file with the only authority to trust; undefined: those that Node trusts. */
  caFile?: string | undefined
  /** How the names of these settings begin where an operator reads them, "KLA_IMAP_2". Default "KLA_IMAP". */
  settingsGroup?: string | undefined
  /** Seconds without a byte from the server, while it owes an answer, until it counts as gone. Default 30. */
  answerSeconds?: number | undefined
}

/** One folder of a mailbox. */
export interface FolderSettings extends AccountSettings {
  folder: string
  /** How sentences speak of it. Default "Das Postfach". */
  label?: string | undefined
}

/** What one watched folder needs. */
export interface MailboxSettings extends FolderSettings {
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
  /** Folder into which stored mails are moved, made when missing; undefined: the folder is open for reading only. */
  moveTo?: string | undefined
  /** Seconds between two looks that trust no notice of the server. Default 30. */
  heartbeatSeconds?: number | undefined
}

/** A password, or OAuth2 (XOAUTH2, or OAUTHBEARER where only that is offered) with a token asked for at each sign-in. */
export type SignIn =
  | { kind: 'password'; password: string }
  | {
      kind: 'token'
      /** `refused`: the server has just refused this one. Rejects with an error that holds a `tokenFault` (adapters/types.ts). */
      accessToken: (refused?: string) => Promise<string>
      /** What to say when a fresh token is refused too: German, part of a sentence. */
      whyRefused?: (token: string) => string
    }
