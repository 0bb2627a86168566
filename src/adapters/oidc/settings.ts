/** Where access tokens come from. */
export interface ProviderSettings {
  /** Base address of the identity provider; over TLS, or this machine. */
  issuer: string
  clientId: string
  /** null: a public client. */
  clientSecret: string | null
  /** null: none is sent. */
  scope: string | null
  /** PEM file with the only authority to trust; undefined: those that Node trusts. */
  caFile?: string | undefined
  /** Seconds for each answer of the identity provider. Default 20. */
  answerSeconds?: number | undefined
}

/** What one answer of the token endpoint brought. */
export interface Tokens {
  accessToken: string
  /** Instant from which a new one is asked for, a little before its end; ISO. */
  accessUntil: string
  /** null: none came; the one that was used stays good (RFC 6749 section 6). */
  refreshToken: string | null
  /** End of the refresh token where the answer names it (an extension of several providers); ISO. */
  refreshEndsAt: string | null
}
