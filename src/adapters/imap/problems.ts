import type { ImapFlowError } from 'imapflow'
import type { MailboxFault, TokenFault } from '../types.ts'
import type { FolderSettings } from './settings.ts'

/** What went wrong, in words for the sentence that people read. */
export interface Problem {
  kind: Exclude<MailboxFault['kind'], 'move'>
  /** "Anmeldung abgelehnt" */
  why: string
  /** What to look at, where the kind alone does not say it. */
  look?: string | null | undefined
}

/** The listener could not store: the mailbox itself is well. */
export function storeProblem(cause: unknown): Error {
  return Object.assign(new Error('the mails could not be stored', { cause }), { code: 'NotStored' })
}

/** No access token could be had, or the server takes none of them. */
export function tokenProblem(
  problem: Pick<TokenFault, 'kind' | 'why'> & { look: string | null },
  cause: unknown,
): Error {
  const { kind, why, look } = problem
  return Object.assign(new Error('sign-in by token failed', { cause }), { problem: { kind, why, look } })
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
  const { problem } = thrown as { problem?: Problem }
  if (problem) return problem
  if (error.message === 'Unsupported authentication mechanism')
    return { kind: 'sign-in', why: 'der Server bietet keine Anmeldung mit OAuth 2.0 an' }
  if (code === 'NotStored') return { kind: 'other', why: 'Briefe konnten nicht gespeichert werden' }
  if (error.authenticationFailed && !passingRefusals.has(error.serverResponseCode ?? ''))
    return { kind: 'sign-in', why: 'Anmeldung abgelehnt' }
  if (error.authenticationFailed) return { kind: 'unreachable', why: 'Anmeldung zurzeit nicht möglich' }
  if (error.mailboxMissing || code === 'NotFound') return { kind: 'folder', why: 'der Ordner fehlt' }
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

/** How sentences call a mailbox and its settings. */
type Spoken = Pick<FolderSettings, 'label' | 'settingsGroup'>

/** One German sentence or two, without host, user and password. `since` and `now` decide whether the day is said. */
export function faultSentence(
  { kind, why }: Problem,
  since: Date,
  now: Date,
  { label = 'Das Postfach', settingsGroup = 'KLA_IMAP' }: Spoken = {},
): string {
  const at = now.getTime() - since.getTime() < 12 * 3_600_000 ? time.format(since) : dayAndTime.format(since)
  if (kind === 'other')
    return `${label} wird seit ${at} nicht vollständig abgeholt (${why}). Briefe gehen nicht verloren; sie liegen weiter im Postfach und werden abgeholt, sobald es wieder gelingt.`
  const until: Record<Exclude<Problem['kind'], 'other'>, string> = {
    'sign-in': 'sobald die Anmeldung wieder gelingt, werden sie abgeholt. Bitte Zugang prüfen: kla doctor.',
    unreachable: 'sobald die Verbindung wieder gelingt, werden sie abgeholt. Genaueres sagt: kla doctor.',
    folder: `sobald der Ordner da ist, werden sie abgeholt. Bitte ${settingsGroup}_FOLDER prüfen: kla doctor.`,
  }
  return `${label} ist seit ${at} nicht erreichbar (${why}). Briefe gehen nicht verloren; ${until[kind]}`
}

/** The same for one look on demand: what is wrong and which settings to look at. */
export function checkSentence(
  { kind, why, look }: Problem,
  { label = 'Das Postfach', settingsGroup = 'KLA_IMAP' }: Spoken = {},
): string {
  const usual: Record<Problem['kind'], string> = {
    'sign-in': 'KLA_IMAP_USER und KLA_IMAP_PASSWORD',
    folder: 'KLA_IMAP_FOLDER',
    unreachable: 'KLA_IMAP_HOST, KLA_IMAP_PORT, KLA_IMAP_SECURITY und KLA_IMAP_CA_FILE',
    other: 'KLA_IMAP_FOLDER',
  }
  const where = (look ?? usual[kind]).replaceAll(/KLA_IMAP(?=_)/g, settingsGroup)
  return `${label} lässt sich nicht öffnen (${why}). Bitte prüfen: ${where}.`
}

/**
 * Why moving broke off, German. Only two sentences, so that a server that fails now this way and now that is not news each
 * time.
 */
export function brokeOff(thrown: unknown): string {
  return problemOf(thrown).kind === 'unreachable'
    ? 'der Mailserver bricht dabei ab'
    : 'der Mailserver lehnt das ab'
}

/** Letters are fetched, but do not get to where they shall be moved. */
export function moveFault(
  why: string,
  target: string,
  { label = 'Das Postfach', settingsGroup = 'KLA_IMAP' }: Spoken,
): MailboxFault {
  return {
    kind: 'move',
    sentence: `${label} wird abgeholt, aber Briefe werden danach nicht in den Ordner ${target} verschoben (${why}). Sie bleiben liegen, wo sie sind; es geht keiner verloren. Bitte ${settingsGroup}_MOVE_TO prüfen: kla doctor.`,
  }
}
