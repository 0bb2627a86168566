import { correspondenceOf, outgoingOf, postTargets } from '../build/buildHandling.ts'
import { calendarUrlOf } from '../build/calendarFeed.ts'
import { platformNotes } from '../build/platformNotes.ts'
import { openWorld, type World } from '../buildWorld.ts'
import type { ChatNeeds } from '../chat/command.ts'
import { askedUsage } from '../chat/commandLine.ts'
import { createAnswer } from '../chat/dispatch.ts'
import { offeredCommands } from '../chat/offeredCommands.ts'
import { roleNames } from '../chat/permission.ts'
import { type ListedPerson, listedWithAccount } from '../domain/people/listedPerson.ts'
import type { EnqueueJobs } from '../flows/needs.ts'
import { type Jobs, openJobs } from '../jobs/queue.ts'
import { localPerson, personalRoles } from '../people.ts'
import { commands } from '../registry.ts'
import type { Person } from '../reply/incoming.ts'
import { renderText } from '../reply/renderText.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

export const ask: CliCommand = {
  usage: '"TEXT" [--as PERSON] [--json]',
  summary: 'beantwortet eine Chat-Eingabe; PERSON ist eine id der Personenliste oder eine Rolle',
  options: [
    ['TEXT', 'die Eingabe, wie sie im Chat stünde'],
    ['--as PERSON', 'fragt als diese Person der Personenliste oder in dieser Rolle'],
    ['--json', 'die Antwort als JSON'],
  ],
  async run(argv, io) {
    const asked = readArguments(argv)
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        const jobs = jobsWhenNeeded(world)
        const needs = {
          ...world,
          enqueue: jobs.enqueue,
          correspondence: correspondenceOf(world),
          calendarUrl: calendarUrlOf(settings),
          platformNotes: platformNotes(settings),
          postTargets: postTargets(world),
          outgoing: settings.smtp ? outgoingOf(world) : null,
          workplaceUrl: settings.workplaceUrl,
        }
        return answerOnce(needs, asked, io).finally(() => jobs.stop())
      },
    )
  },
}

interface Asked {
  text: string
  as: string | null
  json: boolean
}

function readArguments(argv: string[]): Asked {
  const words: string[] = []
  let as: string | null = null
  let json = false
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!
    if (arg === '--json') json = true
    else if (arg === '--as') {
      as = argv[++i] ?? null
      if (!as) throw new WrongUsage('Nach --as fehlt, wer fragt.')
    } else if (arg.startsWith('--as=')) as = arg.slice('--as='.length)
    else if (arg.startsWith('--')) throw new WrongUsage(`„${arg}“ verstehe ich hier nicht.`)
    else words.push(arg)
  }
  if (words.length === 0) throw new WrongUsage('Bitte die Eingabe angeben, zum Beispiel "status".')
  return { text: words.join(' '), as, json }
}

/** Most questions write no job: the queue is opened by the first one that does. */
export function jobsWhenNeeded(world: Pick<World, 'connection' | 'log'>): {
  enqueue: EnqueueJobs
  stop(): Promise<void>
} {
  let opened: Promise<Jobs> | null = null
  return {
    async enqueue(tx, kind, payloads, options) {
      opened ??= openJobs(world.connection.url, error =>
        world.log.error({ err: error }, 'Auftragsliste gestört'),
      )
      await (await opened).enqueue(tx, kind, payloads, options)
    },
    async stop() {
      await (await opened)?.stop()
    },
  }
}

/** Prints the answer. 1 when a command failed, which is also said on standard error. */
export async function answerOnce(
  world: Pick<World, 'people'> & Omit<ChatNeeds, 'commands'>,
  asked: Asked,
  io: Pick<Io, 'stdout' | 'stderr'>,
): Promise<number> {
  let failed = false
  const log: ChatNeeds['log'] = {
    info: (fields, message) => world.log.info(fields, message),
    error(fields, message) {
      failed = true
      world.log.error(fields, message)
    },
  }
  const answer = createAnswer({ ...world, log }, commands)
  const reply = await answer({
    text: asked.text,
    person: personAsking(world.people, asked.as),
    place: { platform: 'cli', shared: false, channel: 'cli', thread: null },
  })
  if (failed) io.stderr.write(`${reply.summary}\n`)
  if (asked.json) io.stdout.write(`${JSON.stringify(reply)}\n`)
  else if (!failed) {
    const offered = offeredCommands(world.programme, commands)
    io.stdout.write(`${renderText(reply, { usage: action => askedUsage(offered, action) })}\n`)
  }
  return failed ? 1 : 0
}

/** Who sits at the machine may ask as anybody on the list, or as a role: the database lies open to them anyway. */
export function personAsking(people: readonly ListedPerson[], as: string | null): Person {
  if (as === null) return localPerson(people, 'cli')
  const listed =
    listedWithAccount(people, as) ?? people.find(each => each.name === as || each.mail === as.toLowerCase())
  if (listed)
    return { id: listed.accounts[0] ?? `cli:${listed.name}`, name: listed.name, roles: listed.roles }
  const role = personalRoles.find(each => each === as)
  if (!role)
    throw new WrongUsage(
      `„${as}“ steht nicht in der Personenliste und ist keine Rolle (${personalRoles.join(', ')}).`,
    )
  return { id: `cli:${role}`, name: roleNames[role], roles: [role] }
}
