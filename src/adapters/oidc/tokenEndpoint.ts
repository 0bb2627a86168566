import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clientCredentialsGrant,
  customFetch,
  discovery,
  None,
  refreshTokenGrant,
  type TokenEndpointResponse,
} from 'openid-client'
import type { ProviderSettings, Tokens } from './settings.ts'
import { trustedFetch } from './trustedFetch.ts'

/** The identity provider, found by discovery. All rejections are openid-client's own; faults.ts explains them. */
export interface TokenEndpoint {
  /** Finds it, if that was not done yet: what else would be done under a lock. */
  find(): Promise<void>
  byClientCredentials(): Promise<Tokens>
  byRefreshToken(refreshToken: string): Promise<Tokens>
}

/** Seconds of a token's life at whose end it is no longer used: answers and clocks take their time. */
const longestMargin = 300
/** Assumed where the answer names no life, which RFC 6749 section 5.1 only recommends. */
const usualLife = 300

export function tokenEndpoint(settings: ProviderSettings): TokenEndpoint {
  let found: Promise<Configuration> | null = null

  function configuration(): Promise<Configuration> {
    found ??= discover(settings)
    // Looked for again after a failure: an address may have been mended meanwhile.
    found.catch(() => {
      found = null
    })
    return found
  }

  async function granted(
    ask: (at: Configuration, parameters: Record<string, string>) => Promise<TokenEndpointResponse>,
  ): Promise<Tokens> {
    const at = await configuration()
    // Before the request: a token does not live longer than counted from here.
    const asked = Date.now()
    try {
      return tokensOf(await ask(at, settings.scope === null ? {} : { scope: settings.scope }), asked)
    } catch (error) {
      found = null
      throw error
    }
  }

  return {
    async find() {
      await configuration()
    },
    byClientCredentials: () => granted(clientCredentialsGrant),
    byRefreshToken: refreshToken =>
      granted((at, parameters) => refreshTokenGrant(at, refreshToken, parameters)),
  }
}

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer)
  return discovery(issuer, settings.clientId, undefined, clientAuthentication(settings.clientSecret), {
    [customFetch]: trustedFetch(settings.caFile),
    timeout: settings.answerSeconds ?? 20,
    // Plain text goes to this machine at most: trustedFetch refuses every other host.
    execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
  })
}

/** In the body where the provider allows it, as most expect; otherwise as RFC 6749 section 2.3.1 wants it by default. */
function clientAuthentication(secret: string | null): ClientAuth {
  if (secret === null) return None()
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported
    const inBody = methods === undefined || methods.includes('client_secret_post')
    return (inBody ? ClientSecretPost : ClientSecretBasic)(secret)(server, client, body, headers)
  }
}

function tokensOf(answer: TokenEndpointResponse, asked: number): Tokens {
  const life = answer.expires_in ?? usualLife
  const instant = (seconds: number) => new Date(asked + seconds * 1000).toISOString()
  // Names of Google and Salesforce, and of Keycloak; 0 is Keycloak's word for "has no end".
  const refreshLife = Number(answer.refresh_token_expires_in ?? answer.refresh_expires_in ?? 0)
  return {
    accessToken: answer.access_token,
    accessUntil: instant(life - Math.min(longestMargin, life * 0.2)),
    refreshToken: answer.refresh_token ?? null,
    refreshEndsAt: refreshLife > 0 && refreshLife < 1e9 ? instant(refreshLife) : null,
  }
}
