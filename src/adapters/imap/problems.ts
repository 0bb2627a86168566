import type { ImapFlowError } from 'imapflow'
import type { MailboxFault } from '../types.ts'

/** What went wrong, in words for the sentence that people read. */
export interface Problem {
  kind: MailboxFault['kind']
  /** "Anmeldung abgelehnt" */
  why: string
}

/** The listener could not store: the mailbox itself is well. */
export function storeProblem(cause: unknown): Error {
  return Object.assign(new Error('the mails could not be stored', { cause }), { code: 'NotStored' })
}

export function signInProblem(message: string, cause: unknown): Error {
  return Object.assign(new Error(message, { cause }), { authenticationFailed: true })
}

/**
 * RFC 5530 section 3: these answers say nothing about the password or the mail asked for. Dovecot sends UNAVAILABLE
 * while its user database is away.
 */
export const passingRefusals = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT'])

/** Names of Node and OpenSSL for a certificate that does not hold. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER|ALTNAME/

export function problemOf(thrown: unknown): Problem {
  const error = thrown as ImapFlowError
  const code = error.code ?? ''
  if (code === 'NotStored') return { kind: 'other', why: 'Briefe konnten nicht gespeichert werden' }
  if (error.authenticationFailed && !passingRefusals.has(error.serverResponseCode ?? ''))
    return { kind: 'sign-in', why: 'Anmeldung abgelehnt' }
  if (error.authenticationFailed) return { kind: 'unreachable', why: 'Anmeldung zurzeit nicht möglich' }
  if (error.mailboxMissing) return { kind: 'folder', why: 'der Ordner fehlt' }
  if (untrusted.test(code))
    return { kind: 'unreachable', why: 'Zertifikat des Servers nicht vertrauenswürdig' }
  if (error.tlsFailed || code.startsWith('ERR_SSL'))
    return { kind: 'unreachable', why: 'keine sichere Verbindung' }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { kind: 'unreachable', why: 'Servername nicht gefunden' }
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return { kind: 'unreachable', why: 'keine Antwort' }
  if (error.responseStatus === 'NO' || error.responseStatus === 'BAD')
    return { kind: 'other', why: 'der Server hat einen Abruf abgelehnt' }
  return { kind: 'unreachable', why: 'keine Verbindung' }
}

const time = new Intl.DateTimeFormat('de-DE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})
const dayAndTime = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})

/** One German sentence or two, without host, user and password. `since` and `now` decide whether the day is said. */
export function faultSentence({ kind, why }: Problem, since: Date, now: Date): string {
  const at = now.getTime() - since.getTime() < 12 * 3_600_000 ? time.format(since) : dayAndTime.format(since)
  if (kind === 'other')
    return `Das Postfach wird seit ${at} nicht vollständig abgeholt (${why}). Briefe gehen nicht verloren; sie liegen weiter im Postfach und werden abgeholt, sobald es wieder gelingt.`
  const until: Record<Exclude<Problem['kind'], 'other'>, string> = {
    'sign-in': 'sobald die Anmeldung wieder gelingt, werden sie abgeholt. Bitte Zugang prüfen: kla doctor.',
    unreachable: 'sobald die Verbindung wieder gelingt, werden sie abgeholt. Genaueres sagt: kla doctor.',
    folder: 'sobald der Ordner da ist, werden sie abgeholt. Bitte KLA_IMAP_FOLDER prüfen: kla doctor.',
  }
  return `Das Postfach ist seit ${at} nicht erreichbar (${why}). Briefe gehen nicht verloren; ${until[kind]}`
}

/** The same for one look on demand: what is wrong and which settings to look at. */
export function checkSentence({ kind, why }: Problem): string {
  const look: Record<Problem['kind'], string> = {
    'sign-in': 'KLA_IMAP_USER und KLA_IMAP_PASSWORD',
    folder: 'KLA_IMAP_FOLDER',
    unreachable: 'KLA_IMAP_HOST, KLA_IMAP_PORT, KLA_IMAP_SECURITY und KLA_IMAP_CA_FILE',
    other: 'KLA_IMAP_FOLDER',
  }
  return `Das Postfach lässt sich nicht öffnen (${why}). Bitte prüfen: ${look[kind]}.`
}
