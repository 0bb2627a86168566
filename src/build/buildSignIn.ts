import type { Temporal } from 'temporal-polyfill'
import { delegatedTokens } from '../adapters/oidc/delegatedTokens.ts'
import { ownTokens } from '../adapters/oidc/ownTokens.ts'
import type { TokenSource } from '../adapters/types.ts'
import type { Database } from '../db/connect.ts'
import { renewTokens } from '../db/oauthTokens.ts'
import type { Settings } from '../settings.ts'
import type { SignInPart } from '../texts/signInEnd.ts'

/** Name of the row in the table oauth_tokens. */
const refreshTokenRow: SignInPart = 'refresh-token'

/**
 * Where this process gets access tokens from, for every mailbox and mail server without a password; null when none is
 * set up. One source for all of them, so that one request serves all.
 */
export function signInTokens(world: {
  settings: Pick<Settings, 'oauth'>
  programme: { id: string }
  /** Seals what is kept. */
  secret: string
  db: Database
  now(): Temporal.Instant
}): TokenSource | null {
  const { oauth } = world.settings
  if (!oauth) return null
  const provider = { ...oauth, caFile: oauth.caFile ?? undefined }
  const { refreshToken } = oauth
  if (refreshToken === null) return ownTokens(provider)
  const key = { programmeId: world.programme.id, name: refreshTokenRow, secret: world.secret }
  return delegatedTokens(
    { ...provider, refreshToken },
    { renewed: renew => renewTokens(world.db, key, renew, () => world.now().toString()) },
  )
}

/** What of the sign-in can end, and when the settings say that the secret does. */
export function signInParts({ settings: { oauth } }: { settings: Pick<Settings, 'oauth'> }): {
  parts: SignInPart[]
  secretEnds: string | null
} {
  return {
    parts: [
      ...(oauth?.clientSecret ? ['client-secret' as const] : []),
      ...(oauth?.refreshToken ? [refreshTokenRow] : []),
    ],
    secretEnds: oauth?.secretEnds ?? null,
  }
}
