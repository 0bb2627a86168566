import { beforeSending } from '../../domain/network/beforeSending.ts'
import type { PostFailure } from '../chatTypes.ts'
import { TokenFault } from './tokens.ts'

/** Words of Teams for "you cannot write here any more" (learn.microsoft.com, "Status codes from bot conversational APIs"). */
const closed = new Set([
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'NotEnoughPermissions',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'ForbiddenOperationException',
  'ConversationNotFound',
  'BotConversationNotFound',
])

/** Seconds to wait when Teams does not say how long. */
const soon = 30
const seldom = 300

/** What a failed call to Teams means for the one who wanted to post. Reasons are German and hold no content. */
export function postFailure(error: unknown): PostFailure {
  if (error instanceof TokenFault) return later(error.kind === 'away' ? soon : seldom, error.why)
  const pause = rateLimitSeconds(error)
  if (pause !== null) return later(pause, 'Teams bittet um eine Pause (429).')
  const status = statusOf(error)
  if (status === null) return networkFailure(error)
  const word = teamsWord(error)
  const said = word ? `HTTP ${status}, ${word}` : `HTTP ${status}`
  if (closed.has(word) || status === 403 || status === 404)
    return { kind: 'channel-closed', reason: closedReason(word, said) }
  if (status === 401) return later(seldom, `Teams lehnt die Anmeldung der App ab (${said}).`)
  // A gateway that answers 5xx may have passed the request on. 412 is Teams' own word for "busy with it", safe to repeat.
  if (status >= 500) return { kind: 'uncertain', reason: `Teams meldet einen inneren Fehler (${said}).` }
  return later(status === 412 ? soon : seldom, `Teams lehnt den Beitrag ab (${said}).`)
}

/** The same for a post that is to be changed: when Teams does not know it any more, the channel need not be closed. */
export function updateFailure(error: unknown): PostFailure {
  return statusOf(error) === 404 && !closed.has(teamsWord(error))
    ? { kind: 'post-gone', reason: 'Der Beitrag ist in Teams nicht mehr da (404).' }
    : postFailure(error)
}

function closedReason(word: string, said: string): string {
  return word === 'BotNotInConversationRoster'
    ? 'Die App ist in diesem Team oder Chat von Teams nicht (mehr) hinzugefügt (403).'
    : `Teams nimmt hier nichts an (${said}).`
}

function networkFailure(error: unknown): PostFailure {
  const code = networkCode(error)
  if (beforeSending.has(code)) return later(soon, `Teams ist nicht erreichbar (${code}).`)
  return { kind: 'uncertain', reason: `Die Verbindung zu Teams ist abgerissen (${code || 'unbekannt'}).` }
}

/** True when the same message with less in it may be taken: too large, or a card that is not understood. */
export function contentRefused(error: unknown): boolean {
  const status = statusOf(error)
  return status === 413 || (status === 400 && !closed.has(teamsWord(error)))
}

/** True when a person cannot be written to: no app, blocked, not of this organisation. */
export function notReachable(error: unknown): boolean {
  const status = statusOf(error)
  return status === 403 || status === 404 || status === 400
}

/** The token was refused; another one may be taken. */
export function tokenRefused(error: unknown): boolean {
  return statusOf(error) === 401
}

/** Teams' own word for what is wrong, "" when it said none. */
export function teamsWord(error: unknown): string {
  const code = field(field(field(field(error, 'response'), 'data'), 'error'), 'code')
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : ''
}

/** Seconds that Teams asks to wait before the next call, null when this is no rate limit. */
export function rateLimitSeconds(error: unknown): number | null {
  if (statusOf(error) !== 429) return null
  const header = field(field(field(error, 'response'), 'headers'), 'retry-after')
  const seconds = Number(header)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : soon
}

function statusOf(error: unknown): number | null {
  const status = field(field(error, 'response'), 'status')
  return typeof status === 'number' ? status : null
}

/** Deepest known code: libraries wrap the system's error. */
export function networkCode(error: unknown): string {
  let found = ''
  for (let each: unknown = error; each; each = field(each, 'cause')) {
    const code = field(each, 'code')
    if (typeof code === 'string' && /^[A-Z][A-Z_]+$/.test(code)) found = code
    else if (field(each, 'name') === 'TimeoutError') found ||= 'Zeitüberschreitung'
  }
  return found
}

function later(retryAfterSeconds: number, reason: string): PostFailure {
  return { kind: 'later', retryAfterSeconds, reason }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
