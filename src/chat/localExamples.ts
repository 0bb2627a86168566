import { Temporal } from 'temporal-polyfill'
import type { Programme } from '../domain/programme/programme.ts'
import type { AnyCommand, Example } from './command.ts'
import { lineOf } from './commandLine.ts'
import { matchCommand } from './grammar.ts'
import { cleanText, wordsOf } from './words.ts'

/** Any day does: examples are only looked at, never carried out. */
const someDay = Temporal.PlainDate.from('2024-04-22')

/**
 * The examples of a command that make sense in a programme: those whose places it knows. When none is left, one with a place of
 * its own; a town of another county helps nobody.
 */
export function localExamples(programme: Programme, command: AnyCommand): readonly Example[] {
  const places = Object.entries(command.args).filter(([, spec]) => spec.kind === 'place')
  if (places.length === 0) return command.examples
  const reading = { programme, today: someDay, asker: null }
  const known = command.examples.filter(
    ({ input }) => matchCommand([command], wordsOf(cleanText(input)), reading)?.read.kind === 'ok',
  )
  const place = programme.profile.orte[0]?.name
  const others = Object.values(command.args).some(spec => spec.required && spec.kind !== 'place')
  if (known.length > 0 || place === undefined || others) return known
  const [key] = places[0]!
  return [{ input: lineOf(command, { [key]: { kind: 'place', name: place } }), shows: place }]
}
