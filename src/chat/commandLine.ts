import type { Action } from '../reply/reply.ts'
import type {
  ArgSpec,
  DeadlineValue,
  PersonValue,
  PlaceValue,
  RangeValue,
  ShiftValue,
  TicketValue,
  WhenValue,
} from './arguments/args.ts'
import type { AnyCommand } from './command.ts'
import { fold } from './words.ts'

/** The line a person would type for a command with these values; buttons carry it, and it reads back the same. */
export function lineOf(
  command: Pick<AnyCommand, 'name' | 'args'>,
  args: Readonly<Record<string, unknown>>,
): string {
  const words = [command.name]
  let letter = ''
  const clauses: string[] = []
  for (const [key, spec] of Object.entries(command.args)) {
    const value = args[key]
    if (value === null || value === undefined) continue
    if (spec.kind === 'letter') {
      letter = `: ${value}`
      continue
    }
    if (spec.kind === 'clause') {
      clauses.push(`${spec.keys[0]}: ${value}`)
      continue
    }
    const word = wordFor(spec, value)
    words.push(spec.keysOnly && spec.keys?.[0] ? keyed(spec, spec.keys[0], word) : word)
  }
  return [...words, ...clauses].join(' ') + letter
}

/** "ort:Elmshorn"; before a date, as people say it: "bis 2024-05-03". */
function keyed({ kind }: ArgSpec, key: string, word: string): string {
  return kind === 'day' || kind === 'when' ? `${key} ${word}` : `${key}:${quotedIfNeeded(word)}`
}

function wordFor(spec: ArgSpec, value: unknown): string {
  switch (spec.kind) {
    case 'place': {
      const place = value as PlaceValue
      return place.kind === 'area' ? 'alle' : place.name
    }
    case 'ticket':
      return (value as TicketValue).number
    case 'person': {
      const person = value as PersonValue
      return person.kind === 'me' ? 'ich' : person.kind === 'nobody' ? 'niemand' : person.name
    }
    case 'choice':
      return spec.choices[value as string]?.[0] ?? (value as string)
    case 'range':
      return (value as RangeValue).name
    case 'when': {
      const { wann, tentative } = value as WhenValue
      return tentative ? `voraussichtlich ${wann}` : wann
    }
    case 'shift': {
      const { days, months } = value as ShiftValue
      const [n, unit] = months === 0 ? [days, 'Tage'] : [months, 'Monate']
      return `um ${Math.abs(n)} ${unit}${n < 0 ? ' früher' : ''}`
    }
    case 'deadline': {
      const deadline = value as DeadlineValue
      return deadline.kind === 'number' ? deadline.number : quoted(deadline.text)
    }
    case 'title':
    case 'name':
      return quoted(value as string)
    case 'number':
    case 'money':
      return String(value)
    case 'day':
    case 'code':
    case 'mail':
    case 'text':
    case 'letter':
    case 'clause':
      return value as string
  }
}

function quotedIfNeeded(word: string): string {
  return word.includes(' ') ? `"${word}"` : word
}

/** One word that is no number needs no marks: M5. */
function quoted(text: string): string {
  return /^[\p{L}\d]+$/u.test(text) ? text : `„${text.replace(/[„“”"]/g, '')}“`
}

/** The argument that takes a dictated text; null: the command takes none. */
export function letterKey(command: AnyCommand): string | null {
  return Object.entries(command.args).find(([, spec]) => spec.kind === 'letter')?.[0] ?? null
}

/** "vorgang zuweisen <Vorgang> <Zuständig>", optional parts in square brackets. */
export function usageOf(command: AnyCommand): string {
  return [command.name, ...Object.values(command.args).map(usagePart)].join(' ').replace(' : <', ': <')
}

/**
 * What a button with `asks` would need as a typed line: "vorgang abgeben KA-2024-0017 <Stelle> grund: <Grund>". As it is, with "…" behind
 * it, when no command begins so.
 */
export function askedUsage(
  commands: readonly AnyCommand[],
  { command: line, asks = [] }: Pick<Action, 'command' | 'asks'>,
): string {
  const typed = `${fold(line)} `
  const named = commands
    .flatMap(command => [command.name, ...command.aliases].map(name => ({ command, name: `${fold(name)} ` })))
    .filter(({ name }) => typed.startsWith(name))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  const parts = asks.flatMap(key => {
    const spec = named?.command.args[key]
    return spec ? [usagePart(spec)] : []
  })
  return parts.length === 0 ? `${line} …` : [line, ...parts].join(' ').replace(' : <', ': <')
}

function usagePart(spec: ArgSpec): string {
  if (spec.kind === 'letter') return `: <${spec.label}>`
  if (spec.kind === 'clause') {
    const clause = `${spec.keys[0]}: <${spec.label}>`
    return spec.required ? clause : `[${clause}]`
  }
  const part = spec.keysOnly && spec.keys?.[0] ? `${spec.keys[0]}:<${spec.label}>` : `<${spec.label}>`
  return spec.required ? part : `[${part}]`
}
