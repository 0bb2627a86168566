import type { PostResult } from '../chatTypes.ts'
import { postFailure } from './failure.ts'

/** Seconds to wait when the Workflow does not say how long. */
const soon = 60
const seldom = 600

/**
 * Hands a message to a Workflow ("When a Teams webhook request is received"). 202 says that the request was taken, not that
 * the message stands in the channel. The address is a credential and stands in no reason.
 */
export async function postWorkflow(url: string, message: object): Promise<PostResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    })
    await response.body?.cancel()
    return answered(response)
  } catch (error) {
    return postFailure(error)
  }
}

function answered({ ok, status, headers }: Response): PostResult {
  const said = `HTTP ${status}`
  if (ok) return { kind: 'posted', address: '' }
  if (status === 429)
    return {
      kind: 'later',
      retryAfterSeconds: Math.min(Number(headers.get('retry-after')) || soon, 3600),
      reason: 'Der Workflow bittet um eine Pause (429).',
    }
  if ([401, 403, 404, 410].includes(status))
    return {
      kind: 'channel-closed',
      reason: `Den Workflow hinter dieser Adresse gibt es nicht mehr, oder er ist ausgeschaltet (${said}). Er gehört der Person, die ihn angelegt hat, und endet mit deren Konto.`,
    }
  if (status >= 500)
    return { kind: 'uncertain', reason: `Der Workflow meldet einen inneren Fehler (${said}).` }
  return { kind: 'later', retryAfterSeconds: seldom, reason: `Der Workflow lehnt den Beitrag ab (${said}).` }
}
