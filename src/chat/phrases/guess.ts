import type { DeadlineValue, PlaceValue, TicketValue } from '../arguments/args.ts'
import type { Reading } from '../arguments/readArg.ts'
import { nearPlaces } from '../arguments/readPlace.ts'
import type { AnyCommand, Intent } from '../command.ts'
import { lineOf } from '../commandLine.ts'
import type { HoldReason, Problem, Suggestion } from '../problem.ts'
import { fold } from '../words.ts'
import { changing } from './changing.ts'
import { orderDoubt } from './orderDoubt.ts'
import type { Meant } from './phraseRule.ts'
import type { Sentence } from './sentence.ts'

/** What an input asks for. */
export interface Understood {
  intent: Intent
  /** Values under the contract's names; null for what was not said. */
  args: Record<string, unknown>
  /** The command that does it; null when no command has this intent. */
  command: AnyCommand | null
  /** Why it cannot be carried out as it stands; null: run it. */
  problem: Problem | null
}

/** A sentence is a guess: what only reads is carried out, a change is only offered. */
export function guessed(
  registry: readonly AnyCommand[],
  { meant, found, text, words }: Sentence,
  reading: Reading,
): Understood {
  const { intent } = meant
  const args = withClauses(registry, meant, reading)
  const command = commandFor(registry, intent, args)
  if (changing.has(intent)) {
    const why = orderDoubt(meant, found, text, words, reading)
    if (why && !(why === 'strange' && found.noDay)) return held(registry, intent, args, command, why)
    if (found.noDay)
      return { intent, args, command, problem: { kind: 'no-day', command, typed: found.noDay } }
    if (!command) return { intent, args, command, problem: { kind: 'not-yet', near: instead(intent, args) } }
    // What only prepares something is confirmed by a command of its own.
    if (command.changes || !complete(command, args)) {
      const line = complete(command, args) ? lineOf(command, args) : null
      return { intent, args, command, problem: { kind: 'held', why: 'unsure', line, show: showOf(args) } }
    }
  }
  if (!command) return { intent, args, command, problem: { kind: 'not-yet', near: instead(intent, args) } }
  const full = { ...Object.fromEntries(Object.keys(command.args).map(key => [key, null])), ...args }
  const typed = args.region_raw
  const problem = typeof typed === 'string' ? unknownPlace(command, args, typed, reading) : null
  return { intent, args: full, command, problem }
}

/** A doubtful change changes nothing. Asked whether it is so, the Vorgang or Frist is shown instead. */
export function held(
  registry: readonly AnyCommand[],
  intent: Intent,
  args: Record<string, unknown>,
  command: AnyCommand | null,
  why: HoldReason,
): Understood {
  const offered = why === 'asked' || why === 'weighed' || why === 'strange'
  const line = offered && command && complete(command, args) ? lineOf(command, args) : null
  const problem: Problem = { kind: 'held', why, line, show: showOf(args) }
  const looks = (shown: Intent, key: string): Understood | null => {
    const show = registry.find(each => each.intent === shown)
    return show && args[key] ? { intent: shown, args: { [key]: args[key] }, command: show, problem } : null
  }
  const shown =
    why !== 'asked'
      ? null
      : intent.startsWith('ticket_')
        ? looks('ticket_show', 'ticket')
        : looks('deadline_show', 'deadline')
  if (shown) return shown
  return { intent: 'unknown', args: {}, command: null, problem }
}

/** What shows the same thing as long as an intent has no command of its own. */
function instead(intent: Intent, args: Record<string, unknown>): Suggestion[] {
  const place = args.region as PlaceValue | null | undefined
  const where = place && place.kind !== 'area' ? ` region ${place.name}` : ''
  if (intent.startsWith('agreement_')) return [{ label: 'Stand zeigen', command: `status${where}` }]
  if (intent.startsWith('deadline_')) return [{ label: 'Fristen zeigen', command: 'fristen' }]
  return intent.startsWith('ticket_') && args.ticket
    ? [{ label: 'Vorgang zeigen', command: `vorgang zeige ${numberOf(args)}` }]
    : []
}

/** "… an das Schulamt grund: …": what was said behind keys belongs to the order of that intent which takes it. */
function withClauses(
  registry: readonly AnyCommand[],
  { intent, args }: Meant,
  { clauses }: Reading,
): Record<string, unknown> {
  if (!clauses || clauses.size === 0) return args
  const specs = registry
    .filter(command => command.intent === intent)
    .flatMap(command => Object.entries(command.args))
    .flatMap(([key, spec]) =>
      spec.kind === 'clause' ? spec.keys.map(name => [key, clauses.get(fold(name))]) : [],
    )
  return { ...args, ...Object.fromEntries(specs.filter(([, value]) => value !== undefined)) }
}

/** The command of an intent that takes the most of these arguments. */
function commandFor(registry: readonly AnyCommand[], intent: Intent, args: Record<string, unknown>) {
  const keys = Object.keys(args)
  const taken = (command: AnyCommand) => keys.filter(key => key in command.args).length
  const candidates = registry.filter(command => command.intent === intent)
  return candidates.sort((a, b) => taken(b) - taken(a))[0] ?? null
}

function complete(command: AnyCommand, args: Record<string, unknown>): boolean {
  return Object.entries(command.args).every(
    ([key, spec]) => !spec.required || (args[key] !== null && args[key] !== undefined),
  )
}

function numberOf(args: Record<string, unknown>): string | null {
  return (args.ticket as TicketValue | null | undefined)?.number ?? null
}

/** The Vorgang or Frist that an order is about, to be looked at instead. */
function showOf(args: Record<string, unknown>): Suggestion | null {
  const ticket = numberOf(args)
  if (ticket) return { label: `${ticket} zeigen`, command: `vorgang zeige ${ticket}` }
  const deadline = args.deadline as DeadlineValue | null | undefined
  if (deadline?.kind !== 'number') return null
  return { label: `${deadline.number} zeigen`, command: `frist zeigen ${deadline.number}` }
}

function unknownPlace(
  command: AnyCommand,
  args: Record<string, unknown>,
  typed: string,
  reading: Reading,
): Problem {
  const near = nearPlaces(reading.programme, typed).map(name => ({
    label: name,
    command: lineOf(command, { ...args, region: { kind: 'place', name } }),
  }))
  return { kind: 'unknown-place', command, key: 'region', typed, near }
}
