import type { Logger } from 'pino'

/** Calls whose key Teams has never used here, in a minute: each makes the SDK ask Microsoft for keys. */
const strangersAMinute = 30
/** Keys by which a call was signed rightly; Microsoft uses a handful at a time. */
const mostKeys = 50
const minute = 60_000

/** What stands before the SDK's check of signature, audience, time and service address. */
export interface Doorman {
  /** null: let in to the check, else the status that refuses. */
  refuses(authorization: string | undefined, body: unknown): number | null
  /** How the check went. */
  checked(authorization: string | undefined, status: number): void
}

/**
 * Lets only tokens of the Bot Framework come to the check. The SDK also takes tokens that Entra ID issues for our app, without looking
 * at the service address: any other app of the organisation can get one (client credentials), could send activities in anybody's
 * name, and would be sent our own token by the answer. And a call without service address would not have it checked.
 */
export function doorman(issuer: string, log: Logger, clock: () => number): Doorman {
  const keys = new Set<string>()
  let refused = 0
  let saidAt = Number.NEGATIVE_INFINITY
  let strangers = 0
  let countedFrom = clock()

  function refuse(status: number): number {
    refused++
    // One line a minute: who knocks a thousand times must not fill the disk.
    if (clock() - saidAt >= minute) {
      log.warn({ refused, status }, 'Teams: Aufrufe abgewiesen, sie sind nicht von Teams unterschrieben')
      saidAt = clock()
      refused = 0
    }
    return status
  }

  function tooManyStrangers(): boolean {
    if (clock() - countedFrom >= minute) {
      countedFrom = clock()
      strangers = 0
    }
    return ++strangers > strangersAMinute
  }

  return {
    refuses(authorization, body) {
      const claims = unproven(authorization)
      const serviceUrl = (body as { serviceUrl?: unknown } | null)?.serviceUrl
      if (claims?.issuer !== issuer || typeof serviceUrl !== 'string' || serviceUrl === '') return refuse(401)
      if (!keys.has(claims.key) && tooManyStrangers()) return refuse(429)
      return null
    },
    checked(authorization, status) {
      const key = unproven(authorization)?.key
      if (status === 401) refuse(status)
      else if (key && status < 500 && keys.size < mostKeys) keys.add(key)
    },
  }
}

/** What a token says of itself, believed by nobody yet. */
function unproven(authorization: string | undefined): { issuer: unknown; key: string } | null {
  const [head, claims] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization ?? '')?.slice(1) ?? []
  try {
    const { kid } = JSON.parse(Buffer.from(head ?? '', 'base64url').toString())
    const { iss } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())
    return { issuer: iss, key: String(kid) }
  } catch {
    return null
  }
}
