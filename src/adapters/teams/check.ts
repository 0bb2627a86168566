import { TokenFault, type Tokens } from './tokens.ts'

/** Where the keys lie by which calls of Teams are checked, beside the description of its issuer. */
export function keysUrl(metadataUrl: string): string {
  return metadataUrl.replace(/\/openidconfiguration$/, '/keys')
}

/** null when Microsoft lets our app in and shows the keys of Teams, else one German sentence. */
export async function reachable(tokens: Tokens, metadataUrl: string): Promise<string | null> {
  try {
    await tokens.token()
  } catch (error) {
    return error instanceof TokenFault ? error.why : 'Die Anmeldung bei Microsoft ist gescheitert.'
  }
  return (await keysThere(keysUrl(metadataUrl)))
    ? null
    : `Die Schlüssel, mit denen Teams unterschreibt, sind nicht erreichbar (${new URL(metadataUrl).host}). Ohne sie wird jeder Aufruf von Teams abgewiesen; bitte die Firewall prüfen.`
}

async function keysThere(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(15_000) })
    const found = (await response.json()) as { keys?: unknown }
    return response.ok && Array.isArray(found.keys) && found.keys.length > 0
  } catch {
    return false
  }
}
