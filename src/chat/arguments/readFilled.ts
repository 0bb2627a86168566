import { typedLetter } from '../../domain/mail/outgoing/typedLetter.ts'
import type { AnyCommand } from '../command.ts'
import type { Problem } from '../problem.ts'
import { cleanText, longestInput, wordsOf } from '../words.ts'
import type { ArgSpec } from './args.ts'
import { longestClause } from './clauses.ts'
import { type Reading, readAt } from './readArg.ts'
import { isNoDay } from './readDay.ts'
import { nearPlaces } from './readPlace.ts'

/** The value of one field of a form, or what is wrong with it. All of it must be understood. */
export function readFilled(
  command: AnyCommand,
  key: string,
  spec: ArgSpec,
  typed: string,
  reading: Reading,
): { value: unknown } | { problem: Problem } {
  if (spec.kind === 'letter') return { value: typedLetter(typed) }
  const text = cleanText(typed)
  if (text.length > longestInput)
    return { problem: { kind: 'too-long', length: text.length, most: longestInput } }
  if (spec.kind === 'clause') return { value: text.slice(0, longestClause) }
  // Names and titles hold any word; in a field nothing else can stand beside them.
  if (spec.kind === 'text' || spec.kind === 'name' || spec.kind === 'title')
    return { value: text.replace(/[„“”"»«]/g, '') }
  const words = wordsOf(text)
  const read = words.length > 0 ? readAt(spec, words, 0, reading) : null
  if (read && read.length === words.length) return { value: read.value }
  return { problem: faultOf(command, key, spec, text, reading) }
}

function faultOf(command: AnyCommand, key: string, spec: ArgSpec, text: string, reading: Reading): Problem {
  const typed = text.length > 80 ? `${text.slice(0, 79)}…` : text
  if ((spec.kind === 'day' || spec.kind === 'when') && isNoDay({ folded: typed.toLowerCase() }))
    return { kind: 'no-day', command, typed }
  if (spec.kind !== 'place') return { kind: 'wrong', command, typed, spec, near: [] }
  // A button cannot give back what else was filled in, so near names are only said.
  const near = nearPlaces(reading.programme, typed).map(label => ({ label, command: '' }))
  return near.length > 0
    ? { kind: 'wrong', command, typed: `${typed} (vielleicht ${near[0]!.label})`, spec, near: [] }
    : { kind: 'unknown-place', command, key, typed, near: [] }
}
