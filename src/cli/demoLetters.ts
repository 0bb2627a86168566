import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { LetterOut } from '../adapters/types.ts'
import type { World } from '../buildWorld.ts'
import { whatBecameOf } from '../db/whatBecameOf.ts'
import { contentHash } from '../domain/mail/fingerprint.ts'
import { sightOf } from '../domain/ticket/visibility.ts'
import { ticketWords } from '../texts/figures.ts'

const folder = fileURLToPath(new URL('../../demo/letters', import.meta.url))

/** The invented letters in the order in which they come, and what the viewer is told of each. */
export const demoLetters = [
  { file: '01-schule-zeitplan.eml', title: 'Eine Schule fragt nach dem Start' },
  { file: '02-eltern-einzelfall.eml', title: 'Eltern fragen nach der Begleitung ihres Kindes' },
  { file: '03-traeger-bieterfrage.eml', title: 'Ein Träger fragt zur Ausschreibung' },
  { file: '04-schultraeger-raeume.eml', title: 'Eine Stadt fragt nach Räumen für die Teamleitungen' },
  { file: '05-abwesenheit.eml', title: 'Eine Abwesenheitsnotiz' },
  { file: '06-bewerbung.eml', title: 'Jemand bewirbt sich' },
  { file: '07-presse.eml', title: 'Eine Zeitung fragt nach den Gründen' },
  { file: '08-quickborn-fragt.eml', title: 'Eine Schule aus Quickborn fragt, wann sie dran ist' },
] as const

/** Slow enough to read along, quick enough that all letters are there within half a minute. */
const millisecondsBetween = 3000

export interface Delivery {
  /** To be told of every letter that leaves; printed when its Vorgang has been announced. */
  sent(letter: LetterOut): void
  start(): void
  stop(): Promise<void>
}

/**
 * Puts the invented letters into the watched folder one after another and says what became of each. Jobs run side by
 * side; here they are told in the order in which a person thinks of them: letter, announcement, acknowledgement.
 */
export function deliverDemoLetters(world: World, print: (line: string) => void): Delivery {
  const stopping = new AbortController()
  const { signal } = stopping
  let held: string[] | null = []
  let done: Promise<void> = Promise.resolve()

  async function deliver(): Promise<void> {
    const mailbox = world.settings.folderMailbox!
    await mkdir(mailbox, { recursive: true })
    for (const [i, { file, title }] of demoLetters.entries()) {
      await pause(i === 0 ? millisecondsBetween / 3 : millisecondsBetween, undefined, { signal })
      const source = join(folder, file)
      print(`\n✉  Brief ${i + 1} von ${demoLetters.length}: ${title}`)
      // Under another name first, so that the watcher never sees half a letter.
      await copyFile(source, join(mailbox, `.${file}`))
      await rename(join(mailbox, `.${file}`), join(mailbox, file))
      const became = await settled(world, contentHash(await readFile(source)), signal)
      for (const line of [...consequences(became), ...(held?.splice(0).sort() ?? [])]) print(`   ${line}`)
    }
    await pause(1500, undefined, { signal })
    held = null
    print('\nAlle Briefe sind da. Jetzt sind Sie dran, zum Beispiel:  /status region Elmshorn\n')
  }

  return {
    sent(letter) {
      const line = sentence(letter)
      if (held) held.push(line)
      else print(`   ${line}`)
    },
    start() {
      done = deliver().catch(error => {
        if (!signal.aborted) throw error
      })
    },
    async stop() {
      stopping.abort()
      await done
    },
  }
}

function sentence(letter: LetterOut): string {
  const automatic = letter.headers['Auto-Submitted']
  if (!automatic) return `✔ Antwort ist raus: ${letter.subject}`
  return automatic === 'auto-replied'
    ? `✔ Eingangsbestätigung ist raus: ${letter.subject}`
    : `✔ Stiller Hinweis nur an die zuständige Stelle: ${letter.subject}`
}

type Became = NonNullable<Awaited<ReturnType<typeof whatBecameOf>>>

/** Whoever runs the demonstration also learns what a channel is not told. */
function consequences({ outcome, reason, ticket }: Became): string[] {
  if (outcome === 'automatic') return [`Kein Vorgang, keine Antwort: ${reason}. Aufbewahrt und gezählt.`]
  if (!ticket) return []
  switch (sightOf('kanal', ticket.dataClass)) {
    case 'reduced':
      return [`Erkannt, aber geschützt: ${ticketWords(ticket)}`]
    case 'nothing':
      return [`${ticket.number} steht in keinem Kanal. Erkannt: ${ticketWords(ticket)}`]
    default:
      return []
  }
}

/** What became of a letter, when everything that it caused has left. */
async function settled(world: World, hash: string, signal: AbortSignal): Promise<Became> {
  for (;;) {
    const became = await whatBecameOf(world.db, world.programme.id, hash)
    if (became?.settled) return became
    await pause(100, undefined, { signal })
  }
}
