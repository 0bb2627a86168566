import { Temporal } from 'temporal-polyfill'
import type { DeadlineValue, PlaceValue, TicketValue } from '../arguments/args.ts'
import type { Reading } from '../arguments/readArg.ts'
import { nearPlaces } from '../arguments/readPlace.ts'
import type { AnyCommand, Intent } from '../command.ts'
import { lineOf } from '../commandLine.ts'
import type { HoldReason, Problem, Suggestion } from '../problem.ts'
import type { Word } from '../words.ts'
import { holdReason } from './caution.ts'
import type { Meant } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'

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

/** Intents that change something, or prepare it, whether or not a command for them exists yet. */
export const changing: ReadonlySet<Intent> = new Set([
  'ticket_close',
  'ticket_reopen',
  'ticket_assign',
  'ticket_reply',
  'ticket_reclassify',
  'deadline_done',
  'deadline_move',
  'deadline_reopen',
  'deadline_new',
  'deadline_snooze',
  'deadline_unlock',
  'deadline_drop',
  'deadline_owner',
  'deadline_unset',
  'handover_done',
  'agreement_step_done',
])

/** A sentence is a guess: what only reads is carried out, a change is only offered. `text` is cleaned. */
export function guessed(
  registry: readonly AnyCommand[],
  sentence: Meant,
  found: Features,
  text: string,
  said: readonly Word[],
  reading: Reading,
): Understood {
  const { intent, args } = sentence
  const command = commandFor(registry, intent, args)
  if (changing.has(intent)) {
    const why =
      holdReason(text, said, { exact: false, moving: setsDate.has(intent), told: tellsDone.has(intent) }) ??
      (isSeveral(intent, found) ? 'several' : null) ??
      (isForLater(intent, found, reading) ? 'conditional' : null)
    if (why) return held(registry, intent, args, command, why)
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

/** Two things are named where an order needs one; the other would be lost without a word. */
function isSeveral(
  intent: Intent,
  { tickets, deadlines, functions, twofold, places, words }: Features,
): boolean {
  if (tickets.length + deadlines.length > 1) return true
  if (intent === 'ticket_assign' && (functions.length > 1 || (functions.length === 1 && toMeToo(words))))
    return true
  if (intent === 'deadline_move' && twofold) return true
  if (intent === 'ticket_reclassify' && (twofold || places.length > 1)) return true
  if (
    intent === 'deadline_move' &&
    / (verschieb\w*|verleg\w*|schieb\w*) .*(erledigt|abhaken|abgehakt|fertig) /.test(` ${words.join(' ')} `)
  )
    return true
  return intent.startsWith('ticket_') && intent !== 'ticket_reply' && ordersIn(words) > 1
}

/** "an mich und an das Schulamt". */
const toMeToo = (words: readonly string[]) => / (an mich|ich) (und|oder|sowie) /.test(` ${words.join(' ')} `)

/** How many kinds of orders about a Vorgang are in one sentence: "übernehme ich und schließe ich". */
function ordersIn(words: readonly string[]): number {
  const said = ` ${words.join(' ')} `
  const kinds = [
    /(?<! wieder) (schliess\w*|abschliess\w*|zumachen|beende\w*|mach\w* .*zu) /,
    / (wieder (auf|oeffnen|aufmachen)|wiedereroeffnen|oeffne\w* .*wieder) /,
    / (uebernehmen?|zuweisen|weise|abgeben|weitergeben) /,
  ]
  return kinds.filter(kind => kind.test(said)).length
}

const setsDate: ReadonlySet<Intent> = new Set(['deadline_move', 'deadline_new', 'deadline_snooze'])
const tellsDone: ReadonlySet<Intent> = new Set(['deadline_done', 'agreement_step_done'])

/** "KA-17 morgen schließen": nothing is done now that was asked for another day; nothing was done on a day to come. */
function isForLater(intent: Intent, { range, day }: Features, { today }: Reading): boolean {
  if (tellsDone.has(intent)) {
    const from = day ?? range?.from ?? null
    return from !== null && Temporal.PlainDate.compare(from, today) > 0
  }
  return range !== null && range.name !== 'heute' && /^ticket_(close|reopen|assign)$/.test(intent)
}

/** A doubtful change changes nothing. Asked about a Vorgang, it is shown instead. */
export function held(
  registry: readonly AnyCommand[],
  intent: Intent,
  args: Record<string, unknown>,
  command: AnyCommand | null,
  why: HoldReason,
): Understood {
  const line = why === 'asked' && command && complete(command, args) ? lineOf(command, args) : null
  const problem: Problem = { kind: 'held', why, line, show: showOf(args) }
  const show = registry.find(each => each.intent === 'ticket_show')
  if (why === 'asked' && show && intent.startsWith('ticket_') && args.ticket)
    return { intent: 'ticket_show', args: { ticket: args.ticket }, command: show, problem }
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
