/** Why Microsoft gave no token. `why` is German and holds no secret. */
export class TokenFault extends Error {
  override name = 'TokenFault'
  /** 'refused' stays so until a person acts. */
  kind: 'refused' | 'away'
  why: string

  constructor(kind: 'refused' | 'away', why: string) {
    super(why)
    this.kind = kind
    this.why = why
  }
}

export interface TokenSettings {
  /** "https://login.microsoftonline.com". */
  loginUrl: string
  tenantId: string
  appId: string
  secret: string
}

export interface Tokens {
  /** Rejects with TokenFault. */
  token(): Promise<string>
  /** The one we hold was refused. */
  drop(): void
}

const scope = 'https://api.botframework.com/.default'
/** A token is renewed this long before its end, in milliseconds. */
const ahead = 5 * 60_000

/** What to look at, by number of Microsoft's error (learn.microsoft.com, "Microsoft Entra authentication error codes"). */
const advice: Record<string, string> = {
  AADSTS7000215: 'KLA_TEAMS_APP_SECRET ist nicht der Wert eines geheimen Clientschlüssels dieser App',
  AADSTS7000222: 'der geheime Clientschlüssel in KLA_TEAMS_APP_SECRET ist abgelaufen',
  AADSTS700016: 'die App KLA_TEAMS_APP_ID gibt es in diesem Verzeichnis nicht',
  AADSTS90002: 'das Verzeichnis KLA_TEAMS_TENANT_ID gibt es nicht',
}

/**
 * Access tokens by which we call Teams: OAuth 2.0 client credentials (RFC 6749 section 4.4) of a single-tenant app. Our own and not the
 * SDK's, because of its libraries only the internet can be asked, and they say why in English only.
 */
export function botTokens(settings: TokenSettings, clock: () => number = Date.now): Tokens {
  let held: { token: string; until: number } | null = null
  let asked: Promise<string> | null = null

  async function ask(): Promise<string> {
    const { token, seconds } = await requested(settings)
    held = { token, until: clock() + seconds * 1000 - ahead }
    return token
  }

  return {
    async token() {
      if (held && clock() < held.until) return held.token
      asked ??= ask().finally(() => {
        asked = null
      })
      return asked
    },
    drop() {
      held = null
    },
  }
}

async function requested(settings: TokenSettings): Promise<{ token: string; seconds: number }> {
  const { loginUrl, tenantId, appId, secret } = settings
  const url = `${loginUrl.replace(/\/+$/, '')}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: secret,
      scope,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  }).catch(() => {
    throw new TokenFault('away', `Die Anmeldung bei Microsoft (${new URL(url).host}) ist nicht erreichbar.`)
  })
  const answer = (await response.json().catch(() => null)) as {
    access_token?: unknown
    expires_in?: unknown
    error_description?: unknown
  } | null
  if (response.ok && typeof answer?.access_token === 'string')
    return { token: answer.access_token, seconds: Number(answer.expires_in) || 3600 }
  if (response.status >= 500 || response.status === 429)
    throw new TokenFault('away', `Die Anmeldung bei Microsoft ist gestört (HTTP ${response.status}).`)
  const number = /AADSTS\d+/.exec(String(answer?.error_description ?? ''))?.[0]
  const look = number && advice[number] ? `: ${advice[number]}` : ''
  throw new TokenFault(
    'refused',
    `Microsoft lehnt die Anmeldung der App ab (${number ?? `HTTP ${response.status}`})${look}.`,
  )
}
