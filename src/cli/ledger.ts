import { Temporal } from 'temporal-polyfill'
import { foldersOnServer } from '../build/buildFolders.ts'
import { openWorld, type World } from '../buildWorld.ts'
import { type LedgerLine, ledgerSum, ledger as readLedger } from '../db/ledger.ts'
import { lastComparisons } from '../db/serverComparisons.ts'
import { germanDayWithWeekday } from '../domain/time/day.ts'
import { followupsInWords, ledgerLine, ticketsInWords } from '../texts/ledgerLine.ts'
import { faultLines } from '../texts/proofNews.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { compareNow, soundness } from './compareNow.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

const flags = ['--json', '--vergleich', '--nachholen']

export const ledger: CliCommand = {
  usage: '[--json] [--vergleich [--nachholen]]',
  summary:
    'Nachweis: was in jedem Postfach ankam und was daraus wurde; --vergleich fragt jetzt beim Mailserver nach',
  options: [
    ['--json', 'je Postfach und Tag eine JSON-Zeile'],
    ['--vergleich', 'vergleicht jetzt mit dem Mailserver und holt nach, was fehlt (höchstens 500 Briefe)'],
    ['--nachholen', 'holt auch mehr als 500 nach; nur mit --vergleich'],
  ],
  async run(argv, io) {
    const unknown = argv.find(arg => !flags.includes(arg))
    if (unknown) throw new WrongUsage(`„${unknown}“ verstehe ich hier nicht.`)
    if (argv.includes('--nachholen') && !argv.includes('--vergleich'))
      throw new WrongUsage('--nachholen gehört zu --vergleich.')
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const equal = argv.includes('--vergleich')
          ? await compareNow(world, io, { fetchAll: argv.includes('--nachholen') })
          : true
        const lines = await readLedger(world.db, world.programme.id)
        if (argv.includes('--json')) for (const line of lines) io.stdout.write(`${JSON.stringify(line)}\n`)
        else await inWords(world, lines, io)
        const sound = await addsUp(world, lines, io)
        return equal && sound ? 0 : 1
      },
    )
  },
}

async function inWords(world: World, lines: LedgerLine[], io: Io): Promise<void> {
  if (lines.length === 0) io.stdout.write('Noch ist nichts angekommen.\n')
  for (const line of lines) io.stdout.write(`${lineInWords(line)}\n`)
  const { arrived, quarantined, waiting, waitingSince } = await ledgerSum(world.db, world.programme.id)
  const since = waitingSince ? Temporal.Instant.from(waitingSince) : null
  const compared = await comparedFigures(world)
  io.stdout.write(
    `${ledgerLine({ arrived, quarantined, waiting, waitingSince: since }, compared, world.now())}\n`,
  )
}

async function comparedFigures(world: World) {
  const watched = new Set(foldersOnServer(world).map(folder => folder.mailboxId))
  const last = (await lastComparisons(world.db, world.programme.id)).filter(row => watched.has(row.mailboxId))
  const oldest =
    last.length < watched.size ? null : last.map(row => row.at).reduce(older, last[0]?.at ?? null)
  return {
    mailboxes: watched.size,
    at: oldest ? Temporal.Instant.from(oldest) : null,
    missing: last.reduce((sum, row) => sum + row.missing, 0),
  }
}

/** Never is older than any time. Instants of one form compare as text. */
const older = (one: string | null, other: string | null) =>
  one === null || other === null ? null : one < other ? one : other

async function addsUp(world: World, lines: LedgerLine[], io: Io): Promise<boolean> {
  const wrong = lines.filter(
    line =>
      line.arrived !==
      line.ticket + line.followup + line.automatic + line.duplicate + line.quarantined + line.waiting,
  )
  const faults = faultLines(await soundness(world))
  if (wrong.length > 0)
    faults.unshift(
      wrong.length === 1
        ? '1 Zeile, deren Summe nicht stimmt'
        : `${wrong.length} Zeilen, deren Summe nicht stimmt`,
    )
  if (faults.length === 0) return true
  io.stderr.write(
    `Der Nachweis geht nicht auf: ${faults.join('; ')}. Bitte die Administration verständigen.\n`,
  )
  return false
}

function lineInWords(line: LedgerLine): string {
  const day = germanDayWithWeekday(Temporal.PlainDate.from(line.day))
  const waiting = line.waiting > 0 ? ` + ${line.waiting} noch nicht bearbeitet` : ''
  return `${day}  ${line.mailbox}: ${line.arrived} angekommen = ${ticketsInWords(line.ticket)} + ${followupsInWords(line.followup)} + ${line.automatic} automatisch + ${line.duplicate} doppelt + ${line.quarantined} in Quarantäne${waiting}`
}
