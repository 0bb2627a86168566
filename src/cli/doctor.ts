import { openWorld, type World } from '../buildWorld.ts'
import { checks } from '../checks/checks.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

const signs = { good: '✔ gut    ', open: '○ offen  ', bad: '✘ Fehler ' } as const

export const doctor: CliCommand = {
  usage: '[--json]',
  summary: 'prüft Einstellungen, Datenbank, Postfach, Mailserver, Chat und Profil',
  options: [['--json', 'je Zeile ein JSON-Objekt']],
  async run(argv, io) {
    const unknown = argv.find(arg => arg !== '--json')
    if (unknown) throw new WrongUsage(`„${unknown}“ verstehe ich hier nicht.`)
    const { settings, log } = settingsFor(io, { warn: !argv.includes('--json') })
    return withWorld(
      () => openWorld(settings, log),
      async (world: World) => {
        let failed = 0
        for (const check of checks) {
          for (const finding of await check(world)) {
            if (finding.kind === 'bad') failed++
            io.stdout.write(
              argv.includes('--json')
                ? `${JSON.stringify(finding)}\n`
                : `${signs[finding.kind]} ${finding.what}: ${finding.sentence}\n`,
            )
          }
        }
        return failed === 0 ? 0 : 1
      },
    )
  },
}
