import { randomInt } from 'node:crypto'
import { mailsIn } from '../adapters/folder/mailsIn.ts'
import { type OpenHandling, openHandling } from '../build/buildHandling.ts'
import { openWorld, type World } from '../buildWorld.ts'
import { isConnectionFault } from '../db/connectionFault.ts'
import { type ImportResult, importResults } from '../db/importResults.ts'
import { keepMails } from '../flows/intake/keepMails.ts'
import { followupsInWords, ticketsInWords } from '../texts/ledgerLine.ts'
import { lettersInWords } from '../texts/letters/outgoingNames.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { handleUntilSettled } from './handleUntilSettled.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

const mailbox = 'import'
/** Mails are taken in by groups of this many, or of this many bytes, whichever comes first. */
const groupMails = 50
const groupBytes = 8 * 1_048_576

export const importMails: CliCommand = {
  usage: 'PFAD… [--json] [--live]',
  summary:
    'nimmt .eml-Dateien, mbox-Dateien, Maildirs oder Ordner davon auf (ohne --live wird nichts verschickt)',
  options: [
    ['PFAD', 'eine .eml-Datei, mbox-Datei, ein Maildir oder ein Ordner davon'],
    ['--json', 'je Brief eine JSON-Zeile statt der Zusammenfassung'],
    ['--live', 'Eingangsbestätigungen und Meldungen gehen hinaus wie bei neuen Briefen'],
  ],
  async run(argv, io) {
    const flags = argv.filter(arg => arg.startsWith('--'))
    const unknown = flags.find(flag => flag !== '--json' && flag !== '--live')
    if (unknown) throw new WrongUsage(`„${unknown}“ verstehe ich hier nicht.`)
    const paths = argv.filter(arg => !arg.startsWith('--'))
    if (paths.length === 0) throw new WrongUsage('Bitte mindestens eine Datei oder einen Ordner angeben.')
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const live = flags.includes('--live')
        const handling = await openHandling(world, { live })
        try {
          return await takeIn(world, handling, { paths, live, json: flags.includes('--json') }, io)
        } finally {
          await handling.close()
        }
      },
    )
  },
}

interface Item {
  source: string
  raw: Buffer
}

async function takeIn(
  world: World,
  handling: OpenHandling,
  options: { paths: string[]; live: boolean; json: boolean },
  io: Io,
): Promise<number> {
  // One number for this run: a mail that is imported again counts as arrived again, and as a duplicate.
  const uidValidity = BigInt(randomInt(2 ** 47))
  const counts = new Map<string, number>()
  let uid = 0
  let failures = 0
  let group: Item[] = []

  async function flush(): Promise<void> {
    const items = group
    group = []
    if (items.length === 0) return
    const first = uid + 1
    uid += items.length
    for (const { item, result } of await keepAndHandle(
      world,
      handling,
      options.live,
      uidValidity,
      first,
      items,
    )) {
      if (result?.outcome) {
        counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1)
        if (options.json) io.stdout.write(`${JSON.stringify(line(item.source, result))}\n`)
      } else {
        failures++
        io.stderr.write(`${item.source}: Dieser Brief konnte nicht gespeichert werden.\n`)
      }
    }
  }

  const { maxMailBytes, dataDir } = world.settings
  let bytes = 0
  for await (const mail of mailsIn(options.paths, { maxBytes: maxMailBytes, except: dataDir })) {
    if ('problem' in mail) {
      failures++
      io.stderr.write(`${mail.source}: ${mail.problem}\n`)
      continue
    }
    group.push(mail)
    bytes += mail.raw.length
    if (group.length < groupMails && bytes < groupBytes) continue
    bytes = 0
    await flush()
  }
  await flush()
  if (!options.json) io.stdout.write(`${inWords(counts)}\n`)
  return failures === 0 ? 0 : 1
}

/** Keeps and handles a group; if the group cannot be kept together, each mail is tried alone. */
async function keepAndHandle(
  world: World,
  handling: OpenHandling,
  live: boolean,
  uidValidity: bigint,
  first: number,
  items: Item[],
): Promise<{ item: Item; result: ImportResult | null }[]> {
  const needs = { ...handling, db: world.db, now: world.now, programmeId: world.programme.id }
  try {
    const mails = items.map(({ raw }, i) => ({
      uid: first + i,
      raw,
      size: raw.length,
      arrivedAt: null,
      tooLarge: false,
    }))
    const fresh = await keepMails(needs, { mailboxId: mailbox, uidValidity, isLive: () => live }, mails, null)
    void handling.bytes.remember(fresh)
    await handleUntilSettled(
      world,
      handling,
      fresh.map(mail => mail.id),
    )
  } catch (error) {
    if (isConnectionFault(error)) throw error
    if (items.length === 1) return [{ item: items[0]!, result: null }]
    const alone = []
    for (const [i, item] of items.entries())
      alone.push(...(await keepAndHandle(world, handling, live, uidValidity, first + i, [item])))
    return alone
  }
  const uids = items.map((_, i) => first + i)
  const results = await importResults(world.db, world.programme.id, mailbox, uidValidity, uids)
  return items.map((item, i) => ({ item, result: results.get(first + i) ?? null }))
}

function line(source: string, result: ImportResult) {
  const automatic = result.outcome === 'automatic'
  return {
    source,
    message_id: result.messageId,
    outcome: result.outcome,
    ticket: result.ticket,
    stakeholder: automatic ? 'automatisch' : result.stakeholder,
    topic: automatic ? 'sonstiges' : result.topic,
    region: result.region,
    flags: result.flags,
    reason: result.reason,
  }
}

function inWords(counts: Map<string, number>): string {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const n = (key: string) => counts.get(key) ?? 0
  return `${lettersInWords(total)} aufgenommen: ${ticketsInWords(n('ticket'))}, ${followupsInWords(n('followup'))}, ${n('automatic')} automatisch, ${n('duplicate')} doppelt, ${n('quarantined')} in Quarantäne.`
}
