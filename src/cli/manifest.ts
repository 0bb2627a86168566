import { slackManifest } from '../adapters/slack/manifest.ts'
import { programmeNamed } from '../buildWorld.ts'
import { commands } from '../registry.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor } from './settingsFor.ts'

export const manifest: CliCommand = {
  usage: 'slack',
  summary: 'gibt das App-Manifest für Slack aus (einfügen unter api.slack.com/apps)',
  options: [['slack', 'die Beschreibung der App für Slack']],
  async run(argv, io) {
    if (argv.length !== 1 || argv[0] !== 'slack') throw new WrongUsage('Bitte die Plattform nennen: slack.')
    const { settings } = settingsFor(io)
    const { slack } = settings
    const made = slackManifest({
      appName: programmeNamed(settings.programme).profile.name,
      command: `/${slack?.command ?? 'kla'}`,
      commands,
      publicUrl: null,
    })
    io.stdout.write(`${JSON.stringify(made, null, 2)}\n`)
    return 0
  },
}
