import { createHash } from 'node:crypto'
import type { TokenSource } from '../types.ts'
import { askedOnce, isGood } from './askedOnce.ts'
import { type SeenEnd, seenEnd } from './fixedEnd.ts'
import type { ProviderSettings } from './settings.ts'
import { tokenEndpoint } from './tokenEndpoint.ts'

/** What is kept of a delegated sign-in, for all processes together. */
export interface KeptTokens {
  /** From which first refresh token these descend: another one in the settings begins anew. */
  origin: string
  refreshToken: string
  accessToken: string
  /** ISO instant. */
  accessUntil: string
  /** null: no end was named. */
  end: SeenEnd | null
}

export interface TokenStore {
  /**
   * Hands out what is kept, to one process at a time, and keeps what `renew` returns before it resolves with it. `endsAt` is
   * when a person has to sign in again; null: not known, or never while the program runs.
   */
  renewed(
    renew: (kept: KeptTokens | null) => Promise<{ tokens: KeptTokens; endsAt: string | null }>,
  ): Promise<KeptTokens>
}

/**
 * Tokens in the name of the person who signed in once: RFC 6749 section 6. Each renewal may bring another refresh token and
 * make the former worthless, so it is kept for good before the new access token is used; and two processes never
 * renew with the same one. The access token is kept beside it: a process that waited for another takes what that one got.
 */
export function delegatedTokens(
  settings: ProviderSettings & { refreshToken: string },
  store: TokenStore,
): TokenSource {
  const endpoint = tokenEndpoint(settings)
  const origin = originOf(settings)
  /** Came, but could not be kept: with the one it replaces. Asking again would spend a token that is spent. */
  let unkept: { replaces: string; tokens: KeptTokens; endsAt: string | null } | null = null

  async function renewed(refused: string | undefined): Promise<KeptTokens> {
    let refusal: unknown = null
    const renewing = store.renewed(async kept => {
      const ours = kept?.origin === origin ? kept : null
      if (ours && ours.accessToken !== refused && isGood(ours))
        return { tokens: ours, endsAt: fixedEnd(ours) }
      const spent = ours?.refreshToken ?? settings.refreshToken
      if (unkept?.replaces === spent) return unkept
      const fresh = await endpoint.byRefreshToken(spent).catch(error => {
        refusal = error
        throw error
      })
      const tokens = {
        origin,
        refreshToken: fresh.refreshToken ?? spent,
        accessToken: fresh.accessToken,
        accessUntil: fresh.accessUntil,
        end: seenEnd(ours?.end ?? null, new Date().toISOString(), fresh.refreshEndsAt),
      }
      unkept = { replaces: spent, tokens, endsAt: fixedEnd(tokens) }
      return unkept
    })
    const tokens = await renewing.catch(error => {
      throw (
        refusal ?? Object.assign(new Error('the tokens were not kept', { cause: error }), { code: 'NotKept' })
      )
    })
    unkept = null
    return tokens
  }

  return askedOnce(async refused => {
    // Nothing that can wait is done under the lock.
    await endpoint.find()
    return renewed(refused)
  })
}

const fixedEnd = ({ end }: KeptTokens) => (end?.fixed ? end.endsAt : null)

function originOf({
  issuer,
  clientId,
  refreshToken,
}: {
  issuer: string
  clientId: string
  refreshToken: string
}) {
  return createHash('sha256')
    .update(JSON.stringify([issuer, clientId, refreshToken]))
    .digest('base64url')
}
