/**
 * Codes that say: the database is away, ask again later.
 *
 * postgres.js: its README, "Connection timeout" and "Error codes". Node: the names of POSIX and of
 * getaddrinfo. Five characters: SQLSTATE, PostgreSQL documentation, appendix A.
 */
const faultCodes = new Set([
  // postgres.js
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // Node
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL: it is stopping, crashed, starting, or full
  '57P01',
  '57P02',
  '57P03',
  '53300',
  // The server behind this address became a standby: a fail-over is under way.
  '25006',
])

/**
 * Codes that say: at this moment it did not work, and nothing is wrong with the statement. SQLSTATE: serialization_failure,
 * deadlock_detected, lock_not_available (lock_timeout of connect.ts), query_canceled.
 */
const momentaryCodes = new Set(['40001', '40P01', '55P03', '57014'])

/** node-postgres, which pg-boss uses, has these without a code. */
const faultWords =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/

/**
 * Whether an error means that the database cannot be reached at present, so that the same work is worth
 * another try later and says nothing against the letter at hand. False for every error of the statement
 * itself, and for a pool that we closed ourselves (CONNECTION_ENDED).
 */
export function isConnectionFault(error: unknown): boolean {
  return comesFrom(error, isFaultCode)
}

/**
 * Whether the same work is worth another try later: the database cannot be reached, or others stood in the way in this moment.
 * Says nothing against the letter at hand.
 */
export function isPassingFault(error: unknown): boolean {
  return comesFrom(error, code => isFaultCode(code) || momentaryCodes.has(code))
}

// Class 08: connection exception.
const isFaultCode = (code: string) => faultCodes.has(code) || /^08[0-9A-Z]{3}$/.test(code)

function comesFrom(error: unknown, isMeant: (code: string) => boolean): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string' && isMeant(code)) return true
    if (faultWords.test(at.message)) return true
    // A name with several addresses, all refused.
    if (at instanceof AggregateError && at.errors.length > 0)
      return at.errors.every(each => comesFrom(each, isMeant))
  }
  return false
}
