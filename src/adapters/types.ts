import type { StoredTimeline } from '../domain/timeline/storedTimeline.ts'

/** A drawn picture. */
export interface Picture {
  png: Uint8Array
  /** Pixels of the file; it is drawn at twice the size at which it is meant to be shown. */
  width: number
  height: number
  /** Says the same in words. */
  alt: string
}

/** Draws a timeline; null when it cannot be drawn, and then the words are shown. Never rejects. */
export type DrawTimeline = (timeline: StoredTimeline, alt: string) => Promise<Picture | null>

/** A letter ready to leave: everything decided, nothing rendered later, so a repeat is byte for byte the same. */
export interface LetterOut {
  messageId: string
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  inReplyTo: string | null
  references: string[]
  headers: Record<string, string>
  /** Files that go with it; absent: none. */
  attachments?: { name: string; contentType: string; content: Buffer }[]
  /** ISO instant of the Date header. */
  date: string
}

export type SendResult =
  | { kind: 'sent'; response: string }
  /** Certainly not accepted; may be tried again. */
  | { kind: 'later'; reason: string }
  /** Certainly refused for good (5xx). `recipientRefused`: it is the recipient, in the server's words (answer to RCPT TO). */
  | { kind: 'refused'; reason: string; recipientRefused?: string }
  /** The last byte left the house, but no answer came: a person decides. */
  | { kind: 'uncertain'; reason: string }

export interface LetterSender {
  /**
   * Hands one letter to the mail server. `beforeFinalByte` is awaited after the whole letter but its end mark
   * was written: until then the server cannot have accepted it, afterwards it might. When it rejects, the letter
   * is not sent and `send` rejects with the same error; otherwise `send` never rejects.
   */
  send(letter: LetterOut, beforeFinalByte: () => Promise<void>): Promise<SendResult>
  /** null when the server can be reached and accepts our sign-in, else one German sentence. */
  check(): Promise<string | null>
}

/** The folder of a mailbox into which copies of sent letters go. */
export interface SentCopies {
  /**
   * Puts a letter there unless one with its Message-ID lies there already; never rejects. 'stored': it is there, once.
   * 'no-folder': the server names none for it. 'later': it is certainly not there. 'uncertain': nobody knows yet.
   * `reason` is German.
   */
  store(
    bytes: Buffer,
    messageId: string,
    at: Date,
  ): Promise<{ kind: 'stored' } | { kind: 'no-folder' } | { kind: 'later' | 'uncertain'; reason: string }>
  stop(): Promise<void>
}

export type ScanResult =
  | { kind: 'clean' }
  /** `finding` is the scanner's own name for what it found. */
  | { kind: 'infected'; finding: string }
  /** The scanner does not take so much. */
  | { kind: 'too-large' }
  /** Not reachable or disturbed: nothing is known, try again. */
  | { kind: 'away'; reason: string }

export interface VirusScanner {
  /** Never rejects. */
  scan(bytes: Uint8Array): Promise<ScanResult>
  /** null when the scanner answers, else one German sentence. */
  check(): Promise<string | null>
}

/** One mail as it lies in a mailbox. */
export interface FetchedMail {
  uid: number
  /** Server's arrival time, ISO instant; null if unknown. */
  arrivedAt: string | null
  /** The bytes as they arrived; of a mail that is too large or unreadable only the headers, or nothing. */
  raw: Buffer
  /** Bytes on the server. */
  size: number
  /** Larger than the limit: `raw` holds at most the first 256 KB of the headers. */
  tooLarge: boolean
  /** true when the server lists the mail, but did not hand it out in several attempts. A case for a person. */
  unreadable?: boolean
}

export interface MailboxFault {
  /** 'sign-in' is not retried quickly: a wrong password must not lock the account. */
  kind: 'sign-in' | 'unreachable' | 'folder' | 'move' | 'other'
  /** One German sentence without secrets. */
  sentence: string
}

/** Up to where a mailbox is stored. */
export interface MailboxCursor {
  uidValidity: bigint
  lastUid: number
  /**
   * After a change of UIDVALIDITY: the highest UID that lay there when the re-listing began. Mails up to it are old
   * ones under new numbers, nobody gets an acknowledgement for them. null: nothing is being re-listed.
   */
  relistingUpTo: number | null
  /** Said once, at the first start: mails up to this UID lay there before and are none of ours. */
  baselineUid?: number
}

/** Called by a mailbox listener. Resolves only when everything is committed. */
export interface MailboxListener {
  /**
   * The cursor that the database holds, read before each sync, and once before the first connection. Who stores
   * `relistingUpTo` gives it back here, and in `begunAt` the instant (ISO 8601) of the very first call.
   */
  cursor(): Promise<{
    uidValidity: bigint | null
    lastUid: number
    relistingUpTo?: number | null
    begunAt?: string | null
  }>
  /** Stores mails in order of UID and moves the cursor, in one transaction. No mails: only the cursor moves. */
  keep(mails: FetchedMail[], cursor: MailboxCursor): Promise<void>
  /** Those of these UIDs that are stored with all their bytes; only they may be moved on the server. Absent: nothing is moved. */
  stored?(uidValidity: bigint, uids: number[]): Promise<number[]>
  /**
   * Everything on the server is stored. Said after each sync that brought something, else every 30 s. `still`: a fault
   * that hinders no fetching and is not over.
   */
  complete(still?: MailboxFault): Promise<void>
  /** Said when a fault begins and when its sentence changes; it is over with the next `complete`. */
  fault(fault: MailboxFault): Promise<void>
}

/**
 * A watched folder as it lies on the server, looked at beside the watching, on connections of their own. Nothing there
 * changes, and the cursor neither.
 */
export interface FolderOnServer {
  /** The name under which the folder stands in the database. */
  mailboxId: string
  /** How logs and news speak of it, without address: "Das Postfach 2 (Ordner Junk-E-Mail)". */
  label: string
  /** Every UID in rising order. Rejects when the list cannot be had whole: a part of it would look like losses. */
  list(): Promise<{ uidValidity: bigint; uids: number[] }>
  /**
   * The mails with these UIDs (rising), some at a time; those that are gone are absent. Rejects when the folder has
   * another UIDVALIDITY meanwhile: the numbers would be those of other mails.
   */
  fetch(uidValidity: bigint, uids: number[]): AsyncIterable<FetchedMail[]>
}

export interface RunningMailbox {
  /** Resolves when the last transaction is over and the connection is closed. */
  stop(): Promise<void>
}

/** What a watched mailbox is doing, for doctor and health checks. */
export interface MailboxState {
  phase: 'connecting' | 'syncing' | 'watching' | 'waiting' | 'stopped'
  /** When everything on the server was last known to be stored, ISO instant. */
  completeAt: string | null
  fault: MailboxFault | null
  /** When the next attempt begins, ISO instant; null unless phase is 'waiting'. */
  retryAt: string | null
}

export interface WatchedMailbox extends RunningMailbox {
  state(): MailboxState
}

/** Why an access token could not be had. */
export interface TokenFault {
  /** 'sign-in': the identity provider refused, and will again. 'unreachable': it passes. */
  kind: 'sign-in' | 'unreachable'
  /** German, part of a sentence, without secrets: "das Client-Secret ist abgelaufen". */
  why: string
  /** Ends the sentence "Bitte prüfen: …". */
  look: string
  /** For the log: "AADSTS7000222", "ECONNREFUSED". */
  code: string | null
}

/** Access tokens of one sign-in by OAuth2, for any number of mailboxes and mail servers. */
export interface TokenSource {
  /**
   * A token that is good for a while yet. `refused` is one that a server has just refused: it is not given out again if
   * another can be had. Rejects with an error that holds a `tokenFault`.
   */
  accessToken(refused?: string): Promise<string>
}
