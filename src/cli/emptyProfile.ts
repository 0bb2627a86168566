import { readFileSync } from 'node:fs'

/** The profile of a new programme: everything explained, nothing asserted. What every programme needs is marked „← ausfüllen“. */
export function emptyProfile(id: string): string {
  const letters = id.replace(/[^a-z]/g, '').toUpperCase()
  return readFileSync(new URL('./profil-vorlage.yaml', import.meta.url), 'utf8')
    .replace('{{profil}}', id)
    .replace('{{praefix}}', letters.slice(0, 3).padEnd(2, 'X'))
}
