import { randomBytes } from 'node:crypto'
import type { Answer } from '../adapters/chatTypes.ts'
import { ticketNumberOfThread } from '../db/chatThreads.ts'
import { isPassingFault } from '../db/connectionFault.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { classifyTalk } from '../domain/talk/classifyTalk.ts'
import type { Incoming } from '../reply/incoming.ts'
import { type Reply, silence } from '../reply/reply.ts'
import { databaseAway, incident, notPermitted, readOnlyHere } from '../texts/notUnderstood.ts'
import { notHere } from '../texts/programmes/notHere.ts'
import { notInChat } from '../texts/talkHints.ts'
import type { AnyCommand, ChatNeeds, Context } from './command.ts'
import { featureElsewhere, featuresOffered } from './featureElsewhere.ts'
import { offeredCommands } from './offeredCommands.ts'
import { understand } from './parse.ts'
import { channelRule, mayRunHere, mayUse, roleNames } from './permission.ts'
import { problemReply } from './problemReply.ts'
import { noteRefusedLook } from './seen/refusedLooks.ts'
import { sightFor } from './seen/sight.ts'
import { longestInput } from './words.ts'

/**
 * Answers one thing a person said, whatever the platform: parse, permission, command. Never throws: what is wrong with
 * the input becomes a sentence, what is wrong with us becomes a number that is also in the log.
 */
export function createAnswer(needs: Omit<ChatNeeds, 'commands'>, registry: readonly AnyCommand[]): Answer {
  const commands = offeredCommands(needs.programme, registry)
  const all: ChatNeeds = { ...needs, commands }
  return async incoming => {
    let command: AnyCommand | null = null
    try {
      const said = understand(commands, needs.programme, incoming.text, {
        now: needs.now(),
        asker: incoming.person.name,
        ticket: await ticketHere(needs, incoming),
        filled: incoming.filled,
      })
      const feature = featureElsewhere(
        registry,
        commands,
        incoming.text,
        said.problem?.kind === 'unknown-command',
      )
      if (feature !== null) return notHere(feature, featuresOffered(commands))
      command = said.command
      if (command && !mayUse(command.permission, incoming.person)) {
        // It stays refused where it cannot be written down.
        await noteRefusedLook(needs, said.args, incoming.person.id).catch(error =>
          needs.log.error(withoutData(error), 'chat: a refused look could not be written down'),
        )
        return refusal(command, incoming)
      }
      if (command && !mayRunHere(command, needs.programme.profile, incoming.place)) return readOnlyHere()
      if (said.problem?.kind === 'unknown-command' && mayBeQuestion(needs, said.problem, incoming))
        return silence
      if (said.problem?.kind === 'unknown-command' && tellsOfDanger(needs.programme, incoming))
        return notInChat('kindeswohl', needs.programme.profile)
      if (said.problem || !command) {
        const reply = problemReply(said.problem ?? { kind: 'empty' }, needs.programme)
        return incoming.filled ? { ...reply, unfinished: true } : reply
      }
      return await command.run(all, said.args, contextOf(incoming))
    } catch (error) {
      return failed(needs, error, command)
    }
  }
}

/** Whoever tells a program of a child in danger must hear whom to call, not that it was not understood. */
function tellsOfDanger(programme: Programme, { text, person }: Incoming): boolean {
  return classifyTalk(programme, text.slice(0, longestInput), person).urgentChildProtection
}

/** In an intake channel who speaks to us and gives no order may be asking the office: the platform lets it be heard. */
function mayBeQuestion(
  { programme }: Pick<ChatNeeds, 'programme'>,
  { near }: { near: readonly unknown[] },
  { place }: Incoming,
): boolean {
  const takesIn = channelRule(programme.profile, place)?.eingang === true
  return takesIn && place.thread === null && near.length === 0
}

/**
 * The Vorgang of the thread in which something is said; null as well where this person may not know of it here, for an answer to
 * anything would name it.
 */
async function ticketHere({ db, programme }: Pick<ChatNeeds, 'db' | 'programme'>, incoming: Incoming) {
  const { platform, channel, thread } = incoming.place
  if (thread === null) return null
  const found = await ticketNumberOfThread(db, { programmeId: programme.id, platform, channel }, thread)
  if (!found || sightFor(contextOf(incoming), found.dataClass) === 'nothing') return null
  const { year, seq, number } = found
  return { year, seq, number }
}

function contextOf({ person, place }: Incoming): Context {
  return { person, place, viewer: { roles: person.roles, inChannel: place.shared } }
}

/** Who may use a command, said to somebody who may not. */
export function refusal(command: AnyCommand, { person }: Incoming): Reply {
  const who = command.permission === 'everyone' ? [] : command.permission.map(role => roleNames[role])
  return notPermitted(
    who,
    person.roles.every(role => role === 'gast'),
  )
}

function failed(needs: Pick<ChatNeeds, 'log'>, error: unknown, command: AnyCommand | null): Reply {
  const number = randomBytes(2).toString('hex').toUpperCase()
  needs.log.error(
    { incident: number, command: command?.name ?? null, ...withoutData(error) },
    'chat: a command failed',
  )
  return isPassingFault(error) ? databaseAway(number) : incident(number)
}

/** Where it happened, not with what: messages of databases quote the values of the query. */
function withoutData(error: unknown): { fault: string; at: string[] } {
  if (!(error instanceof Error)) return { fault: typeof error, at: [] }
  const code = (error.cause as { code?: unknown } | undefined)?.code ?? (error as { code?: unknown }).code
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return {
    fault: typeof code === 'string' ? `${error.name} ${code}` : error.name,
    at: at.slice(0, 8).map(line => line.trim()),
  }
}
