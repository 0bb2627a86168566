import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that signs thread tokens: what the settings say, otherwise the one in `dataDir`/secret, which is made
 * at first start. A new key would make the tokens in letters already sent worthless, so it is kept with the
 * data. Only the owner may read it. Two processes that start at once end up with the same key.
 */
export function readSecret(settings: { secret: string | null; dataDir: string }): string {
  if (settings.secret) return settings.secret
  const path = join(settings.dataDir, 'secret')
  return keptSecret(path) ?? newSecret(settings.dataDir, path)
}

function keptSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length < 32)
      throw new Error(
        `Die Datei ${path} ist beschädigt (zu kurz). Bitte aus der Sicherung zurückholen; wird sie gelöscht, entsteht ein neuer Schlüssel, und Antworten auf frühere Briefe werden nicht mehr von selbst zugeordnet.`,
      )
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written whole under another name, then linked: link() fails when the file is there, and never shows half of it. */
function newSecret(dataDir: string, path: string): string {
  // Not closed to others: started as root, the embedded database runs as another user and must get through.
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('hex')
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
    return secret
  } catch (error) {
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? keptSecret(path) : null
    if (other) return other
    throw error
  } finally {
    unlinkSync(draft)
  }
}
