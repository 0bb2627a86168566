import { createSender } from '../adapters/smtp/createSender.ts'
import { smtpOptions } from '../build/mailConnections.ts'
import { openWorld } from '../buildWorld.ts'
import { run } from '../main.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'
import { startAddress } from './startAddress.ts'
import { stopSignal } from './stopSignal.ts'

export const start: CliCommand = {
  usage: '',
  summary: 'startet alles, was die Einstellungen nennen: Postfach, Chat, Aufträge, Web-Seite',
  async run(argv, io) {
    if (argv[0]) throw new WrongUsage(`„${argv[0]}“ verstehe ich hier nicht.`)
    const { settings, log } = settingsFor(io, { warn: true })
    const stopping = stopSignal()
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const sender = settings.smtp ? createSender(smtpOptions(settings.smtp, world.tokens)) : null
        const { operatorSmtp } = settings
        const operatorSender = operatorSmtp ? createSender(smtpOptions(operatorSmtp, world.tokens)) : null
        const running = await run(world, { sender, operatorSender })
        io.stdout.write(
          `${world.programme.profile.name} läuft. Web-Seite (nur von diesem Rechner): ${startAddress(io.stdout, settings.dataDir, running.webUrl)}\n`,
        )
        if (settings.mailboxes.length === 0 && !settings.folderMailbox)
          io.stderr.write(
            'Hinweis: Kein Postfach ist eingestellt. Bitte .env nach dem Muster von .env.example ausfüllen, oder mit „npm run demo“ alles ohne Konto ansehen.\n',
          )
        await stopping
        log.info({}, 'wird beendet')
        await running.stop()
        await sender?.stop()
        await operatorSender?.stop()
        return 0
      },
    )
  },
}
