import { Temporal } from 'temporal-polyfill'
import { openWorld } from '../buildWorld.ts'
import { type LedgerLine, ledger as readLedger } from '../db/ledger.ts'
import { germanDayWithWeekday } from '../domain/time/day.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

export const ledger: CliCommand = {
  usage: '[--json]',
  summary: 'Nachweis: was in jedem Postfach ankam und was daraus wurde',
  async run(argv, io) {
    const unknown = argv.find(arg => arg !== '--json')
    if (unknown) throw new WrongUsage(`„${unknown}“ verstehe ich hier nicht.`)
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const lines = await readLedger(world.db, world.programme.id)
        if (argv.includes('--json')) for (const line of lines) io.stdout.write(`${JSON.stringify(line)}\n`)
        else
          io.stdout.write(lines.length === 0 ? 'Noch ist nichts angekommen.\n' : lines.map(inWords).join(''))
        const wrong = lines.filter(line => !addsUp(line))
        if (wrong.length === 0) return 0
        io.stderr.write(
          `Der Nachweis geht in ${wrong.length} Zeilen nicht auf. Bitte die Administration verständigen.\n`,
        )
        return 1
      },
    )
  },
}

function addsUp(line: LedgerLine): boolean {
  return (
    line.arrived ===
    line.ticket + line.followup + line.automatic + line.duplicate + line.quarantined + line.waiting
  )
}

function inWords(line: LedgerLine): string {
  const day = germanDayWithWeekday(Temporal.PlainDate.from(line.day))
  const waiting = line.waiting > 0 ? ` + ${line.waiting} noch nicht bearbeitet` : ''
  return `${day}  ${line.mailbox}: ${line.arrived} angekommen = ${line.ticket} Vorgänge + ${line.followup} Folgen + ${line.automatic} automatisch + ${line.duplicate} doppelt + ${line.quarantined} in Quarantäne${waiting}\n`
}
