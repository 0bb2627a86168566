import type { ArgSpec, PersonValue, PlaceValue, RangeValue, TicketValue } from './args.ts'
import type { AnyCommand } from './command.ts'

/** The line a person would type for a command with these values; buttons carry it, and it reads back the same. */
export function lineOf(command: AnyCommand, args: Readonly<Record<string, unknown>>): string {
  const words = [command.name]
  let letter = ''
  for (const [key, spec] of Object.entries(command.args)) {
    const value = args[key]
    if (value === null || value === undefined) continue
    if (spec.kind === 'letter') {
      letter = `: ${value}`
      continue
    }
    const word = wordFor(spec, value)
    words.push(spec.keysOnly && spec.keys?.[0] ? `${spec.keys[0]}:${quotedIfNeeded(word)}` : word)
  }
  return words.join(' ') + letter
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
    case 'text':
    case 'letter':
      return value as string
  }
}

function quotedIfNeeded(word: string): string {
  return word.includes(' ') ? `"${word}"` : word
}

/** The argument that takes a dictated text; null: the command takes none. */
export function letterKey(command: AnyCommand): string | null {
  return Object.entries(command.args).find(([, spec]) => spec.kind === 'letter')?.[0] ?? null
}

/** "vorgang zuweisen <Vorgang> <Zuständig>", optional parts in square brackets. */
export function usageOf(command: AnyCommand): string {
  const parts = Object.values(command.args).map(spec => {
    if (spec.kind === 'letter') return `: <${spec.label}>`
    const part = spec.keysOnly && spec.keys?.[0] ? `${spec.keys[0]}:<${spec.label}>` : `<${spec.label}>`
    return spec.required ? part : `[${part}]`
  })
  return [command.name, ...parts].join(' ').replace(' : <', ': <')
}
