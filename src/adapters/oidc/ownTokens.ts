import type { TokenSource } from '../types.ts'
import { askedOnce } from './askedOnce.ts'
import type { ProviderSettings } from './settings.ts'
import { tokenEndpoint } from './tokenEndpoint.ts'

/** Tokens of the program for itself: client credentials, RFC 6749 section 4.4. Nothing outlives the process. */
export function ownTokens(settings: ProviderSettings): TokenSource {
  const endpoint = tokenEndpoint(settings)
  return askedOnce(() => endpoint.byClientCredentials())
}
