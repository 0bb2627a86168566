import { nearestNames } from '../../domain/programme/spelling.ts'
import type { AnyCommand } from '../command.ts'
import { lineOf } from '../commandLine.ts'
import type { Problem, Suggestion } from '../problem.ts'
import { fillers, fillersOfOrders, fold, type Word } from '../words.ts'
import type { ArgSpec, PersonValue } from './args.ts'
import { type Reading, readAt } from './readArg.ts'
import { isNoDay } from './readDay.ts'
import { nearFunctions } from './readPerson.ts'
import { nearPlaces } from './readPlace.ts'

/** No command needs more; what stands behind is not understood, so that nothing is read for seconds. */
const mostWords = 40

type Found = Record<string, unknown>

export type ArgsRead = { kind: 'ok'; args: Found } | { kind: 'problem'; problem: Problem; args: Found }

/**
 * Reads the words behind a command's name. Each word goes to the first argument that understands it, so the
 * order only matters where two would; `schlüssel:wert` says it outright. Every word must find a place or be
 * a filler: what is not understood is never ignored.
 */
export function readArgs(command: AnyCommand, typed: readonly Word[], reading: Reading): ArgsRead {
  const specs = Object.entries(command.args)
  const words = specs.some(([, spec]) => spec.kind === 'text') ? typed : typed.slice(0, mostWords)
  const found: Found = clausesOf(specs, reading)
  const left: Word[] = []
  for (let i = 0; i < words.length; ) {
    const taken = keyed(specs, found, words, i, reading) ?? placed(specs, found, words, i, reading)
    if (taken) {
      found[taken.key] = taken.value
      i += taken.length
    } else {
      if (words[i]!.quoted || !isIdle(command, words[i]!.folded)) left.push(words[i]!)
      i++
    }
  }
  left.push(...typed.slice(words.length))
  fromThread(specs, found, reading)
  const args = { ...Object.fromEntries(specs.map(([key]) => [key, null])), ...found }
  if (left.length > 0) return { kind: 'problem', problem: notUnderstood(command, found, left, reading), args }
  for (const [key, spec] of specs)
    if (spec.required && found[key] === undefined) {
      // "gremium termin Steuergruppe 30.02.": the words went to the name, but a day was said.
      const noDay = spec.kind === 'day' || spec.kind === 'when' ? noDayIn(words) : null
      const problem: Problem = noDay
        ? { kind: 'no-day', command, typed: noDay }
        : { kind: 'missing', command, key, spec }
      return { kind: 'problem', problem, args }
    }
  return { kind: 'ok', args }
}

/** In the thread of a Vorgang its number need not be said: the first Vorgang that a command cannot do without is that one. */
function fromThread(specs: [string, ArgSpec][], found: Found, { ticket }: Reading): void {
  const first = specs.find(([, spec]) => spec.kind === 'ticket' && spec.required)
  if (ticket && first && found[first[0]] === undefined) found[first[0]] = ticket
}

/** What stood behind "grund:" and the like; it was set apart before the words were read. */
function clausesOf(specs: [string, ArgSpec][], { clauses }: Reading): Found {
  const found: Found = {}
  for (const [key, spec] of specs) {
    if (spec.kind !== 'clause') continue
    const name = spec.keys.find(each => clauses?.has(fold(each)))
    if (name !== undefined) found[key] = clauses?.get(fold(name))
  }
  return found
}

/** A filler, or in a question a mistyped key: "status regoin Elmshorn". */
function isIdle(command: AnyCommand, word: string): boolean {
  if (command.changes) return fillersOfOrders.has(word)
  const keys = Object.values(command.args).flatMap(spec => (spec.keys ?? []).filter(key => key.length > 4))
  return fillers.has(word) || nearestNames(word, keys, 1).length > 0
}

interface Taken {
  key: string
  value: unknown
  length: number
}

/** "ort:Elmshorn", "ort: Elmshorn", "ort Elmshorn". */
function keyed(
  specs: [string, ArgSpec][],
  found: Found,
  words: readonly Word[],
  at: number,
  reading: Reading,
): Taken | null {
  const word = words[at]!
  const colon = word.text.indexOf(':')
  const name = fold(colon < 0 ? word.text : word.text.slice(0, colon))
  const entry = specs.find(
    ([key, spec]) => found[key] === undefined && spec.keys?.some(k => fold(k) === name),
  )
  if (!entry || word.quoted) return null
  const [key, spec] = entry
  if (colon < 0) {
    const next = readAt(spec, words, at + 1, reading)
    return next && { key, value: next.value, length: next.length + 1 }
  }
  const rest = word.text.slice(colon + 1)
  // schule:"Grundschule am Beispielweg" is closed by its quotation marks.
  if (spec.kind === 'name' && rest.includes(' ')) return { key, value: rest, length: 1 }
  const parts = rest.split(' ').map(text => ({ text, folded: fold(text), quoted: false }))
  const read = readAt(spec, [...parts, ...words.slice(at + 1)], 0, reading)
  // The words before the colon and its first value are one Word; every further one counts.
  return read && { key, value: read.value, length: Math.max(1, read.length - parts.length + 1) }
}

function placed(
  specs: [string, ArgSpec][],
  found: Found,
  words: readonly Word[],
  at: number,
  reading: Reading,
): Taken | null {
  for (const [key, spec] of specs) {
    if (found[key] !== undefined || spec.keysOnly) continue
    const read = readAt(spec, words, at, reading)
    if (read) return { key, ...read }
  }
  return null
}

/** Points at the word at fault, with what was probably meant. */
function notUnderstood(command: AnyCommand, found: Found, left: Word[], reading: Reading): Problem {
  const specs = Object.entries(command.args)
  const open = specs.filter(([key, spec]) => found[key] === undefined && !spec.keysOnly)
  const typed = shortened(withoutKey(left, specs))
  const noDay = noDayIn(left)
  if (noDay && specs.some(([, spec]) => ['day', 'when', 'range'].includes(spec.kind)))
    return { kind: 'no-day', command, typed: noDay }
  const suggest = (key: string, names: { label: string; value: unknown }[]): Suggestion[] =>
    names.map(({ label, value }) => ({ label, command: lineOf(command, { ...found, [key]: value }) }))

  for (const [key, spec] of open)
    if (spec.kind === 'choice') {
      const near = nearChoices(spec.choices, typed)
      if (near.length > 0) return { kind: 'wrong', command, typed, spec, near: suggest(key, near) }
    }
  // "ort:Quatsch" was meant as a place, also where a place has no place of its own in the line.
  const keyed = specs.find(([key, { kind, keys }]) => {
    const said = fold(left[0]?.text.split(':')[0] ?? '')
    return kind === 'place' && found[key] === undefined && keys?.some(each => fold(each) === said)
  })
  const range = open.find(([, spec]) => spec.kind === 'range')
  if (range && !/\p{L}/u.test(typed)) return { kind: 'wrong', command, typed, spec: range[1], near: [] }
  const place = keyed ?? open.find(([, spec]) => spec.kind === 'place')
  const person = specs.find(([, spec]) => spec.kind === 'person' && !spec.keysOnly)
  if (person) {
    // "Koordnation Schulamt": the second word alone was understood, the whole was meant.
    const taken = found[person[0]] as PersonValue | undefined
    const whole = taken?.kind === 'named' ? `${typed} ${taken.name}` : typed
    const near = taken && taken.kind !== 'named' ? [] : nearFunctions(reading.programme.profile, whole)
    const names = near.map(name => ({ label: name, value: { kind: 'named', name } }))
    if (near.length > 0 || (!taken && !place))
      return { kind: 'wrong', command, typed: whole, spec: person[1], near: suggest(person[0], names) }
  }
  if (place) {
    const [key] = place
    const names = nearPlaces(reading.programme, typed).map(name => ({
      label: name,
      value: { kind: 'place', name },
    }))
    return { kind: 'unknown-place', command, key, typed, near: suggest(key, names) }
  }
  return { kind: 'wrong', command, typed, spec: open[0]?.[1] ?? null, near: [] }
}

/** A date that no calendar has, as typed, also behind a key: "start:30.02.2025". */
function noDayIn(words: readonly Word[]): string | null {
  const values = words.map(({ text }) => text.slice(text.indexOf(':') + 1))
  return values.find(text => isNoDay({ folded: fold(text) })) ?? null
}

/** Enough to recognise one's own words in the answer. */
function shortened(typed: string): string {
  return typed.length > 80 ? `${typed.slice(0, 79)}…` : typed
}

/** "ort:Elmshron" → "Elmshron"; several words → as typed. */
function withoutKey(left: Word[], specs: [string, ArgSpec][]): string {
  const keys = new Set(specs.flatMap(([, spec]) => (spec.keys ?? []).map(fold)))
  return left
    .filter((word, i) => !(i === 0 && left.length > 1 && keys.has(word.folded)))
    .map(word => {
      const colon = word.text.indexOf(':')
      return colon > 0 && keys.has(fold(word.text.slice(0, colon))) ? word.text.slice(colon + 1) : word.text
    })
    .join(' ')
}

function nearChoices(choices: Readonly<Record<string, readonly string[]>>, typed: string) {
  const words = Object.entries(choices).flatMap(([value, aliases]) =>
    [value, ...aliases].map(word => ({ word, value })),
  )
  const near = nearestNames(typed, [...new Set(words.map(each => each.word))])
  const values = [...new Set(near.map(word => words.find(each => each.word === word)!.value))]
  return values.map(value => ({ label: choices[value]![0] ?? value, value }))
}
