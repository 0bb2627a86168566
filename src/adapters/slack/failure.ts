import { beforeSending } from '../../domain/network/beforeSending.ts'
import type { PostFailure } from '../chatTypes.ts'

/** Slack's words for "you cannot write here any more" (docs.slack.dev, chat.postMessage, errors). */
const closed = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'posting_to_general_channel_denied',
  'channel_type_not_supported',
  'messages_tab_disabled',
  'team_access_not_granted',
])

/** Slack's words for a message that can no longer be changed (docs.slack.dev, chat.update, errors). */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

/** Slack's words for "you hear nothing here" (docs.slack.dev, conversations.history, errors). */
export const deafWords: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'missing_scope',
  'no_permission',
])

/** The answer came, but Slack says itself that part of the work may have been done. */
const halfDone = new Set(['internal_error', 'fatal_error', 'request_timeout'])

/** Wrong or withdrawn tokens: nothing heals until a person acts, so we ask seldom. */
const signIn = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
])

/** Blocks that Slack does not take; the plain text still may be taken. */
const badBlocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

/** Seconds to wait when Slack does not say how long. */
const soon = 30
const seldom = 300

/** What a failed call to Slack's Web API means for the one who wanted to post. Reasons are German and hold no content. */
export function postFailure(error: unknown): PostFailure {
  const pause = rateLimitSeconds(error)
  if (pause !== null) return later(pause, 'Slack bittet um eine Pause (429).')
  switch (text(error, 'code')) {
    case 'slack_webapi_platform_error':
      return platformFailure(slackWord(error))
    case 'slack_webapi_http_error': {
      const status = number(error, 'statusCode') ?? 0
      // A gateway that answers 5xx may have passed the request on.
      if (status >= 500) return { kind: 'uncertain', reason: `Slack antwortet mit HTTP ${status}.` }
      return later(seldom, `Slack antwortet mit HTTP ${status}.`)
    }
    case 'slack_webapi_request_error': {
      const cause = networkCode(error)
      if (beforeSending.has(cause)) return later(soon, `Slack ist nicht erreichbar (${cause}).`)
      return { kind: 'uncertain', reason: `Die Verbindung zu Slack ist abgerissen (${cause}).` }
    }
    default:
      return { kind: 'uncertain', reason: 'Unerwarteter Fehler beim Aufruf von Slack.' }
  }
}

function platformFailure(word: string): PostFailure {
  if (closed.has(word)) return { kind: 'channel-closed', reason: `Slack nimmt hier nichts an (${word}).` }
  if (gone.has(word)) return { kind: 'post-gone', reason: `Slack ändert den Beitrag nicht mehr (${word}).` }
  if (halfDone.has(word)) return { kind: 'uncertain', reason: `Slack meldet einen inneren Fehler (${word}).` }
  if (signIn.has(word)) return later(seldom, `Slack lehnt die Anmeldung ab (${word}).`)
  return later(seldom, `Slack lehnt den Beitrag ab (${word}).`)
}

/** True when the same post without blocks may be taken. */
export function blocksRefused(error: unknown): boolean {
  return badBlocks.has(slackWord(error))
}

/** Slack's own word for what is wrong, "" when it said none. */
export function slackWord(error: unknown): string {
  return text(field(error, 'data'), 'error')
}

/** Seconds that Slack asks to wait before the next call, null when this is no rate limit. */
export function rateLimitSeconds(error: unknown): number | null {
  if (text(error, 'code') === 'slack_webapi_rate_limited_error') return number(error, 'retryAfter') ?? soon
  if (['ratelimited', 'rate_limited'].includes(slackWord(error))) return soon
  // A 429 whose Retry-After cannot be read arrives as a plain Error.
  return /Retry header/.test(text(error, 'message')) ? soon : null
}

/** True when Slack refuses the token itself: asking again soon helps nobody. */
export function signInRefused(error: unknown): boolean {
  return signIn.has(slackWord(error))
}

/** Deepest known code of a failed request: undici wraps it as TypeError → cause → AggregateError. */
function networkCode(error: unknown): string {
  let found = ''
  for (let each = field(error, 'original') ?? error; each; each = field(each, 'cause')) {
    const code = text(each, 'code')
    if (code && !code.startsWith('slack_')) found = code
    else if (text(each, 'name') === 'TimeoutError') found ||= 'Zeitüberschreitung'
  }
  return found || 'unbekannt'
}

function later(retryAfterSeconds: number, reason: string): PostFailure {
  return { kind: 'later', retryAfterSeconds, reason }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function text(value: unknown, name: string): string {
  const found = field(value, name)
  return typeof found === 'string' ? found : ''
}

function number(value: unknown, name: string): number | null {
  const found = field(value, name)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}
