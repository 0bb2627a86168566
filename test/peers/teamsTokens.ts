import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** Bot Framework's issuer; tokens of its connector name it. */
export const botFramework = 'https://api.botframework.com'

export interface TeamsIssuer {
  /** As it lies at the keys address. */
  jwks: { keys: object[] }
  /** A token as Teams puts it beside an activity. Times are seconds from now. */
  token(claims: {
    audience: string
    serviceUrl: string | null
    issuer?: string
    validFrom?: number
    validUntil?: number
    /** Signs with a key of its own under the id of ours. */
    forged?: true
    /** Names a key that nobody published. */
    keyId?: string
  }): string
}

/** Signs as Teams does, with RS256, from keys that we publish ourselves. */
export function teamsIssuer(): TeamsIssuer {
  const real = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = 'kennung-1'
  return {
    jwks: {
      keys: [{ ...real.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }],
    },
    token(of) {
      const now = Math.floor(Date.now() / 1000)
      const claims = {
        iss: of.issuer ?? botFramework,
        aud: of.audience,
        nbf: now + (of.validFrom ?? -60),
        exp: now + (of.validUntil ?? 3600),
        ...(of.serviceUrl === null ? {} : { serviceurl: of.serviceUrl }),
      }
      return signed(
        { alg: 'RS256', typ: 'JWT', kid: of.keyId ?? kid },
        claims,
        (of.forged ? wrong : real).privateKey,
      )
    },
  }
}

function signed(head: object, claims: object, key: KeyObject): string {
  const text = [head, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}
