/*
 * A process that signs in with a refresh token and writes the access token to its standard output, once it may be used.
 * Tests kill it. Settings come as JSON in its first argument.
 */
import { delegatedTokens } from '../../src/adapters/oidc/delegatedTokens.ts'
import type { ProviderSettings } from '../../src/adapters/oidc/settings.ts'
import type { TokenFault, TokenSource } from '../../src/adapters/types.ts'
import { connect, type Database } from '../../src/db/connect.ts'
import { renewTokens } from '../../src/db/oauthTokens.ts'

export interface RenewerSettings {
  databaseUrl: string
  provider: ProviderSettings & { refreshToken: string }
}

export const renewerKey = {
  programmeId: 'pinneberg',
  name: 'refresh-token',
  secret: 'nur-fuer-tests-0123456789-abcdefghij',
}

/** The token source of a process on this database. */
export function renewingSource(db: Database, provider: RenewerSettings['provider']): TokenSource {
  return delegatedTokens(provider, {
    renewed: renew => renewTokens(db, renewerKey, renew, () => new Date().toISOString()),
  })
}

if (process.argv[1] === import.meta.filename) {
  const { databaseUrl, provider } = JSON.parse(process.argv[2] ?? '{}') as RenewerSettings
  const connection = connect(databaseUrl)
  try {
    console.log(await renewingSource(connection.db, provider).accessToken())
  } catch (error) {
    const { tokenFault } = error as { tokenFault?: TokenFault }
    console.log(`FAULT ${tokenFault?.why}`)
  }
  await connection.close()
}
