import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { settingNames } from './fields.ts'
import { numberedNames } from './groups.ts'

const names = [...settingNames, ...numberedNames].filter(name => name.endsWith('_CA_FILE'))

/**
 * Files with root certificates that cannot be used, one German line each. Looked at when the settings are read: later it would
 * look like a mail server that is away.
 */
export function certificateFileFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  return names.flatMap(name => {
    const path = env[name]?.trim()
    if (!path) return []
    const text = contentOf(path)
    if (text === null) return [`${name} „${path}“ ist nicht lesbar. Bitte Pfad und Rechte prüfen.`]
    return isPem(text)
      ? []
      : [
          `${name} „${path}“ enthält kein Zertifikat im Format PEM (es beginnt mit -----BEGIN CERTIFICATE-----). Bitte die Datei prüfen oder umwandeln.`,
        ]
  })
}

/** null: missing, a folder, or not ours to read. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}

/** A file may hold several; each of them must be whole. */
function isPem(text: string): boolean {
  const blocks = text.match(
    /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g,
  )
  if (!blocks) return false
  try {
    for (const block of blocks) new X509Certificate(block)
    return true
  } catch {
    return false
  }
}
