import { handlingNeeds, openHandling } from '../buildHandling.ts'
import { openWorld } from '../buildWorld.ts'
import { quarantinedMails, releaseFromQuarantine } from '../db/quarantine.ts'
import { handleMails } from '../flows/handleMails.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

export const quarantine: CliCommand = {
  usage: '[NUMMER…|alle]',
  summary:
    'listet Briefe in der Quarantäne; mit Nummern (Q-17) oder „alle“ werden sie noch einmal bearbeitet',
  async run(argv, io) {
    const wanted = argv.map(readNumber)
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const lying = await quarantinedMails(world.db, world.programme.id)
        if (wanted.length === 0) {
          if (lying.length === 0) io.stdout.write('Die Quarantäne ist leer.\n')
          for (const mail of lying)
            io.stdout.write(`Q-${mail.id}  ${Math.ceil(mail.size / 1024)} kB  ${mail.reason ?? ''}\n`)
          return 0
        }
        const ids = lying
          .filter(mail => wanted.includes('alle') || wanted.includes(mail.id))
          .map(mail => mail.id)
        if (ids.length === 0) {
          io.stderr.write('Keine dieser Nummern liegt in der Quarantäne.\n')
          return 1
        }
        const handling = await openHandling(world, { live: true })
        try {
          await releaseFromQuarantine(world.db, ids)
          await handleMails(handlingNeeds(world, handling), ids)
        } finally {
          await handling.close()
        }
        const left = (await quarantinedMails(world.db, world.programme.id)).filter(mail =>
          ids.includes(mail.id),
        )
        io.stdout.write(`${ids.length - left.length} von ${ids.length} Briefen sind jetzt bearbeitet.\n`)
        return left.length === 0 ? 0 : 1
      },
    )
  },
}

function readNumber(typed: string): number | 'alle' {
  if (typed === 'alle') return 'alle'
  const match = /^(?:Q-)?(\d{1,15})$/i.exec(typed)
  if (!match) throw new WrongUsage(`„${typed.slice(0, 40)}“ ist keine Nummer der Quarantäne.`)
  return Number(match[1])
}
