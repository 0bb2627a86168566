import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { folderSender } from '../adapters/folder/folderSender.ts'
import { startTerminal } from '../adapters/terminal/startTerminal.ts'
import { openWorld, type World } from '../buildWorld.ts'
import { askedUsage } from '../chat/commandLine.ts'
import { offeredCommands } from '../chat/offeredCommands.ts'
import { claimMorning } from '../db/remindersSent.ts'
import { dayOf } from '../domain/time/day.ts'
import { openLog } from '../log.ts'
import { type Running, run } from '../main.ts'
import { localPerson } from '../people.ts'
import { commands } from '../registry.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { CliCommand, Io } from './command.ts'
import { deliverDemoLetters } from './demoLetters.ts'
import { withWorld } from './settingsFor.ts'
import { stopSignal } from './stopSignal.ts'

/** The morning on which the demonstration plays: four weeks after the letter that the profile is made from. */
const morning = Temporal.Instant.from('2024-04-22T09:00:00+02:00')

export const demo: CliCommand = {
  usage: '',
  summary: 'zeigt alles ohne Konto: erfundene Briefe kommen an, Chat hier und auf einer lokalen Web-Seite',
  async run(_argv, io) {
    const directory = await mkdtemp(join(tmpdir(), 'kla-demo-'))
    const stopping = stopSignal()
    try {
      const settings = demoSettings(directory, io)
      const begun = performance.now()
      const now = () => morning.add({ milliseconds: Math.round(performance.now() - begun) })
      const log = openLog({ level: 'error' })
      return await withWorld(
        () => openWorld(settings, log, { durable: false, now }),
        world => play(world, directory, io, stopping),
      )
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
}

async function play(world: World, directory: string, io: Io, stopping: Promise<void>): Promise<number> {
  const ended = Promise.withResolvers<void>()
  const started = Promise.withResolvers<Running>()
  let asked = 0
  const offered = offeredCommands(world.programme, commands)
  const terminal = startTerminal({
    input: io.stdin,
    output: io.stdout,
    core: {
      async answer(incoming) {
        asked++
        return (await started.promise).answer(incoming)
      },
    },
    usage: action => askedUsage(offered, action),
    person: localPerson(world.people, 'terminal'),
    // Started in the background there is no input at all; then the web page is what the person looks at.
    onEnd: () => {
      if (asked > 0 || process.stdin.isTTY) ended.resolve()
    },
  })
  const letters = deliverDemoLetters(world, line => terminal.print(line))
  const sender = folderSender(join(directory, 'ausgang'), letters.sent)
  await spokenOnFriday(world)
  const running = await run(world, { sender, extraPlatform: terminal.platform })
  started.resolve(running)
  terminal.print(
    [
      '',
      `${world.programme.profile.name}: Vorführung mit erfundenen Briefen. Es ist Montag, der 22.04.2024.`,
      '',
      `  Im Browser:  ${running.webUrl}`,
      '  Hier:        /status region Elmshorn  ·  vorgang liste  ·  hilfe',
      '  Beenden:     Strg-C',
    ].join('\n'),
  )
  letters.start()
  await Promise.race([stopping, ended.promise])
  await letters.stop()
  terminal.stop()
  await running.stop()
  io.stdout.write('\nAuf Wiedersehen. Die Vorführung hat nichts auf diesem Rechner hinterlassen.\n')
  return 0
}

/** An office that has used the program for a while: so Monday's message with its Fristen comes at once. */
async function spokenOnFriday({ db, programme }: World): Promise<void> {
  const now = morning.subtract({ hours: 3 * 24 })
  const friday = dayOf(now)
  await claimMorning(db, programme.id, friday, { quiet: false, now, today: friday })
}

function demoSettings(directory: string, io: Io): Settings {
  const read = readSettings({
    KLA_DATA_DIR: directory,
    KLA_FOLDER_MAILBOX: join(directory, 'postfach'),
    // Any free port: a demonstration must not fail because another program has 8080.
    KLA_WEB_PORT: io.env.KLA_WEB_PORT ?? '0',
  })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return { ...read.settings, procurementRecipients: ['vergabestelle@kreis.example'] }
}
