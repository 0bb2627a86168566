import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { World } from '../buildWorld.ts'
import { eq } from '../db/drizzle.ts'
import { rawMails } from '../db/schema.ts'
import { contentHash } from '../domain/mail/fingerprint.ts'

const folder = fileURLToPath(new URL('../../demo/letters', import.meta.url))

/** Slow enough to read along, quick enough that all letters are there within half a minute. */
const millisecondsBetween = 3000

/** Puts the invented letters into the watched folder one after another and says what became of each. */
export function deliverDemoLetters(world: World, print: (line: string) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = deliver(world, print, stopping.signal).catch(error => {
    if (!stopping.signal.aborted) throw error
  })
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function deliver(world: World, print: (line: string) => void, signal: AbortSignal): Promise<void> {
  const mailbox = world.settings.folderMailbox!
  await mkdir(mailbox, { recursive: true })
  const names = (await readdir(folder)).filter(name => name.endsWith('.eml')).sort()
  for (const [i, name] of names.entries()) {
    await pause(millisecondsBetween, undefined, { signal })
    const source = join(folder, name)
    print(`✉  Brief ${i + 1} von ${names.length} kommt an (${titleOf(name)})`)
    // Under another name first, so that the watcher never sees half a letter.
    await copyFile(source, join(mailbox, `.${name}`))
    await rename(join(mailbox, `.${name}`), join(mailbox, name))
    const { outcome, reason } = await outcomeOf(world, contentHash(await readFile(source)), signal)
    if (outcome === 'automatic') print(`   Kein Vorgang, keine Antwort: ${reason}. Aufbewahrt und gezählt.`)
  }
  await pause(1500, undefined, { signal })
  print('\nAlle Briefe sind da. Jetzt sind Sie dran, zum Beispiel:  /status region Elmshorn')
}

/** "03-traeger-bieterfrage.eml" → "traeger bieterfrage". */
function titleOf(name: string): string {
  return name.replace(/^\d+-|\.eml$/g, '').replaceAll('-', ' ')
}

async function outcomeOf(world: World, hash: string, signal: AbortSignal) {
  for (;;) {
    const [row] = await world.db
      .select({ outcome: rawMails.outcome, reason: rawMails.reason })
      .from(rawMails)
      .where(eq(rawMails.contentHash, hash))
    if (row?.outcome) return row
    await pause(100, undefined, { signal })
  }
}
