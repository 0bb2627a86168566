import { Temporal } from 'temporal-polyfill'
import { nearestNames } from '../../programme/spelling.ts'
import { faultOfCase } from './caseFaults.ts'
import {
  type dayInputs,
  dispatchWays,
  flagInputs,
  inputNames,
  momentInputs,
  type PeriodCase,
  procedures,
  proceduresOf,
  regimes,
} from './inputs.ts'
import { dayIn, momentIn } from './readMoment.ts'
import type { RuleSets } from './ruleSet.ts'
import { lands } from './workCalendar.ts'

/** A case as it is typed, e.g. a line of `kla fristen`. */
export interface TypedCase {
  land?: unknown
  regime?: unknown
  procedure?: unknown
  inputs: Readonly<Record<string, unknown>>
}

type Read<T> = { value: T } | { problem: string }

/** A case that can be counted, or the one German sentence that says what is wrong with it. */
export function readCase(typed: TypedCase, rules: RuleSets): { case: PeriodCase } | { problem: string } {
  const land = oneOf('Land', 'Das Land', typed.land, lands)
  if ('problem' in land) return land
  const regime = oneOf('Regime', 'Das Regime', typed.regime, regimes)
  if ('problem' in regime) return regime
  const procedure = oneOf('Verfahren', 'Das Verfahren', procedureName(typed.procedure), procedures)
  if ('problem' in procedure) return procedure
  const possible = proceduresOf(regime.value)
  if (!possible.includes(procedure.value))
    return {
      problem: `Das Verfahren „${procedure.value}“ gibt es im Regime ${regime.value} nicht. Möglich sind: ${possible.join(', ')}.`,
    }
  const inputs: Record<string, unknown> = {}
  for (const [name, said] of Object.entries(typed.inputs)) {
    const read = readInput(name, said)
    if ('problem' in read) return read
    Object.assign(inputs, read.value)
  }
  // The loop above lets only known names with values of their kind through.
  const one = { land: land.value, regime: regime.value, procedure: procedure.value, inputs } as PeriodCase
  const problem = faultOfCase(one, rules)
  return problem === null ? { case: one } : { problem }
}

/** "…_mit_tnw" and "…_mit_teilnahmewettbewerb" are one, whichever of them the list has. */
function procedureName(said: unknown): unknown {
  if (typeof said !== 'string') return said
  const short = said.replace(/_teilnahmewettbewerb$/, '_tnw')
  const long = said.replace(/_tnw$/, '_teilnahmewettbewerb')
  return procedures.find(each => each === short || each === long) ?? said
}

export function isInputName(name: string): boolean {
  return inputNames.some(each => each === name)
}

/** The German sentence on a name that no input has, with the nearest one. */
export function unknownInput(name: string): string {
  const hint = nearestNames(name, inputNames, 1).map(nearest => ` Meinten Sie „${nearest}“?`)
  return `Die Angabe „${printable(name)}“ kenne ich nicht.${hint.join('')}`
}

function readInput(name: string, said: unknown): Read<Record<string, unknown>> {
  const known = oneOf('Angabe', 'Die Angabe', name, inputNames)
  if ('problem' in known) return known
  if (said === null || said === undefined) return { value: {} }
  const input = known.value
  if (isNameIn(flagInputs, input))
    return typeof said === 'boolean'
      ? { value: { [input]: said } }
      : { problem: `„${input}“ muss true (ja) oder false (nein) sein.` }
  if (input === 'versandweg') {
    const way = oneOf('Versandweg', 'Den Versandweg', said, dispatchWays)
    return 'problem' in way ? way : { value: { versandweg: way.value } }
  }
  if (input === 'einvernehmliche_frist_tage')
    return typeof said === 'number' && Number.isInteger(said) && said >= 1 && said <= 366
      ? { value: { [input]: said } }
      : { problem: `„${input}“ muss eine ganze Zahl von 1 bis 366 sein.` }
  // Whoever says that there was none says no more than somebody who leaves it out, but for what depends on it.
  if (said === false)
    return { value: input === 'vorinformation_uebermittelt' ? { vorinformation: false } : {} }
  if (isNameIn(momentInputs, input)) return named(input, momentIn(input, said))
  return input === 'auftragsbekanntmachung_abgesendet' && Array.isArray(said)
    ? listOfDays(input, said)
    : named(input, dayIn(input, said))
}

function isNameIn<Names extends object>(names: Names, name: PropertyKey): name is keyof Names {
  return Object.hasOwn(names, name)
}

function named(input: string, read: Read<unknown>): Read<Record<string, unknown>> {
  return 'problem' in read ? read : { value: { [input]: read.value } }
}

/** More than anybody compares; a longer list is a mistake or an attack. */
const mostDays = 100

function listOfDays(input: keyof typeof dayInputs, said: readonly unknown[]): Read<Record<string, unknown>> {
  if (said.length === 0) return { problem: `„${input}“ ist eine leere Liste.` }
  if (said.length > mostDays) return { problem: `„${input}“ hat mehr als ${mostDays} Tage.` }
  const days = new Map<string, Temporal.PlainDate>()
  for (const each of said) {
    const read = dayIn(input, each)
    if ('problem' in read) return read
    days.set(read.value.toString(), read.value)
  }
  return { value: { [input]: [...days.values()].sort(Temporal.PlainDate.compare) } }
}

/** A stranger's word for one line of a log: no line breaks, not without end. */
function printable(said: string): string {
  return said.slice(0, 60).replace(/\p{C}/gu, '\ufffd')
}

/** One of the known words, or a sentence with the nearest of them. */
function oneOf<Word extends string>(
  what: string,
  whatWithArticle: string,
  said: unknown,
  words: readonly Word[],
): Read<Word> {
  const found = words.find(each => each === said)
  if (found !== undefined) return { value: found }
  if (typeof said !== 'string' || said === '')
    return { problem: `${what} fehlt. Möglich sind: ${words.join(', ')}.` }
  const [nearest] = nearestNames(said, words, 1)
  const hint = nearest ? `Meinten Sie „${nearest}“?` : `Möglich sind: ${words.join(', ')}.`
  return { problem: `${whatWithArticle} „${printable(said)}“ kenne ich nicht. ${hint}` }
}
