import { readFile } from 'node:fs/promises'
import type { AppDescription } from '../chatTypes.ts'
import { teamsManifest } from './manifest.ts'
import { zipOf } from './zip.ts'

/** What an app has in place of its id before it is registered; Teams refuses it. */
const unregistered = '00000000-0000-0000-0000-000000000000'

/**
 * The app package: a description, two icons (192 and 32 pixels) and all of them as the ZIP file that is uploaded. Without the app's id the
 * files are for looking at only, and there is no ZIP.
 */
export async function appPackage(
  appId: string | null,
  app: AppDescription,
): Promise<{ name: string; content: string | Uint8Array }[]> {
  const files = [
    {
      name: 'manifest.json',
      content: `${JSON.stringify(teamsManifest(appId ?? unregistered, app), null, 2)}\n`,
    },
    { name: 'color.png', content: await icon('color') },
    { name: 'outline.png', content: await icon('outline') },
  ]
  if (appId !== null) return [...files, { name: 'klassenassistenz-teams.zip', content: zipOf(files) }]
  return [
    ...files,
    {
      name: 'BITTE-LESEN.txt',
      content:
        'KLA_TEAMS_APP_ID ist nicht gesetzt, deshalb fehlt die ZIP-Datei für Teams.\nBitte zuerst die App registrieren (docs/betrieb.md, Abschnitt „Microsoft Teams“), KLA_TEAMS_MODE=bot und die Kennungen in .env eintragen und den Befehl noch einmal aufrufen.\n',
    },
  ]
}

function icon(name: 'color' | 'outline'): Promise<Uint8Array> {
  return readFile(new URL(`icons/${name}.png`, import.meta.url))
}
