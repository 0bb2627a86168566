import type { Temporal } from 'temporal-polyfill'
import type { Programme } from '../domain/programme/programme.ts'
import type {
  DeadlineValue,
  PersonValue,
  PlaceValue,
  RangeValue,
  ShiftValue,
  TicketValue,
  WhenValue,
} from './arguments/args.ts'
import type { AnyCommand, Intent } from './command.ts'
import { understand } from './parse.ts'
import { changing } from './phrases/changing.ts'

export interface ParsedInput {
  intent: Intent
  args: Record<string, unknown>
}

/** The answer of the contract `kla parse`. Changes nothing. `now` gives "this year" and "diese Woche" their meaning. */
export function parseInput(
  registry: readonly AnyCommand[],
  programme: Programme,
  text: string,
  asked: { now: Temporal.Instant; asker: string | null },
): ParsedInput {
  const { intent, args, command, problem } = understand(registry, programme, text, asked)
  // An order with a word too many is no order: "KA-17 abschließen im Mai".
  const doubtful =
    command &&
    (command.changes || command.intent === 'ticket_reply') &&
    problem?.kind === 'wrong' &&
    problem.spec?.kind !== 'person'
  const numberless =
    command?.args.ticket?.required && !args.ticket && (command.changes || changing.has(intent))
  if (intent === 'help') return { intent, args: {} }
  // The contract has no word for looking at one Frist; asked whether it is done, nothing changes.
  const wondered = intent === 'deadline_show' && problem?.kind === 'held'
  if (intent === 'unknown' || doubtful || numberless || wondered) return { intent: 'unknown', args: {} }
  if (intent === 'status_region' && (args.region as PlaceValue | null)?.kind === 'area')
    return { intent: 'status_overview', args: {} }
  const out: Record<string, unknown> = { ...command?.implies }
  for (const [key, value] of Object.entries(args)) {
    if (ownWords.has(key)) continue
    const word = contractWord(key, value)
    if (word !== undefined) out[key === 'deadline' && isTitle(value) ? 'deadline_text' : key] = word
  }
  if (intent === 'status_region') out.region ??= null
  if (intent === 'deadline_move' && 'shift_days' in out) delete out.to
  else if (intent === 'deadline_move') out.to ??= null
  if (intent.startsWith('ticket_') && intent !== 'ticket_list') out.ticket ??= null
  return { intent, args: out }
}

/** What only the command itself needs: its own words, and the mark that a button carries. */
const ownWords = new Set(['done', 'sure'])

/** The contract's word for a value; undefined for what was not said and is left out. */
function contractWord(key: string, value: unknown): unknown {
  if (value === undefined) return undefined
  if (value === null) return key === 'to' ? null : undefined
  if (key === 'urgent' || key === 'bidder_question') return value !== 'normal'
  if (typeof value !== 'object') return value
  if ('seq' in value) return (value as TicketValue).number
  if ('wann' in value) return (value as WhenValue).wann
  if ('days' in value) return daysOf(value as ShiftValue)
  if (isTitle(value)) return value.text
  if ('from' in value) return (value as RangeValue).name
  const named = value as PlaceValue | PersonValue
  switch (named.kind) {
    case 'me':
      return 'me'
    case 'nobody':
      return 'niemand'
    case 'area':
      return undefined
    default:
      return named.name
  }
}

/** A step named by words of its title: the contract has a key of its own for it. */
function isTitle(value: unknown): value is DeadlineValue & { kind: 'words' } {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'words'
}

/** Months of a shift are counted with 30 days here only: the contract has days. The command itself counts months. */
function daysOf({ days, months }: ShiftValue): number {
  return days + months * 30
}
