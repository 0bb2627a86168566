import { postTargets } from '../build/buildHandling.ts'
import { openWorld } from '../buildWorld.ts'
import type { Database, Queries } from '../db/connect.ts'
import { dayOf, germanDayWithWeekday } from '../domain/time/day.ts'
import { lastMorning } from '../domain/time/morningTime.ts'
import { beginWhatIsDue } from '../flows/processes/changeProcesses.ts'
import { morningNews } from '../flows/reminders/morningNews.ts'
import { renderText } from '../reply/renderText.ts'
import { morningReply } from '../texts/steps/reminders.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

export const remind: CliCommand = {
  usage: '[--json]',
  summary: 'zeigt, woran jetzt erinnert würde und noch nicht wurde; verschickt nichts',
  options: [['--json', 'je Kanal eine JSON-Zeile']],
  async run(argv, io) {
    const unknown = argv.find(arg => arg !== '--json')
    if (unknown) throw new WrongUsage(`„${unknown}“ verstehe ich hier nicht.`)
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const now = world.now()
        const { messages, restsSince } = await withoutTrace(world.db, async db => {
          // What begins by the calendar would begin before the message too.
          await beginWhatIsDue({ ...world, db })
          return morningNews({ ...world, postTargets: postTargets(world) }, db, now, { quietHours: false })
        })
        const { planned } = lastMorning(world.programme.profile.erinnerungen, now)
        for (const { place, message } of messages) {
          const reply = morningReply(message, { now, planned, late: 'no', restsSince, words: true })
          if (argv.includes('--json')) io.stdout.write(`${JSON.stringify({ ...place, reply })}\n`)
          else
            io.stdout.write(
              `${place.platform} #${place.channel}\n${renderText(reply, { actions: 'labels' })}\n\n`,
            )
        }
        if (messages.length === 0 && !argv.includes('--json'))
          io.stdout.write(
            `Am ${germanDayWithWeekday(dayOf(now))} ist nichts zu erinnern, was nicht schon gesagt wurde.\n`,
          )
        return 0
      },
    )
  },
}

/** Looks from inside a transaction that is undone: whoever looks into next year begins none of its Abläufe. */
async function withoutTrace<T>(db: Database, look: (db: Queries) => Promise<T>): Promise<T> {
  let seen: { result: T } | null = null
  const undo = new Error('undone on purpose')
  await db
    .transaction(async tx => {
      seen = { result: await look(tx) }
      throw undo
    })
    .catch(error => {
      if (error !== undo) throw error
    })
  return seen!.result // set, or look has thrown
}
