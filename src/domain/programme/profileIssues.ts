import type { z } from 'zod'
import type { Path, ProfileFault } from './profileFault.ts'
import { nearestNames } from './spelling.ts'

type Issue = z.core.$ZodIssue

const kinds: Record<string, string> = {
  string: 'Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: '„true“ (ja) oder „false“ (nein)',
  array: 'eine Liste (Zeilen mit „- “ davor)',
  object: 'ein Block mit eingerückten Zeilen',
  record: 'ein Block mit eingerückten Zeilen',
}

const formats: Record<string, string> = {
  email: 'ist keine E-Mail-Adresse',
  url: 'ist keine Internetadresse (https://…)',
  date: 'ist kein Datum wie 2024-03-22',
  regex: 'hat nicht die erwartete Form',
}

/** What zod found, as German sentences that say what to do. Names every unknown key with the nearest known one. */
export function germanIssues(issues: readonly Issue[], schema: z.ZodType): ProfileFault[] {
  return issues.flatMap(issue => {
    const path = issue.path as Path
    if (issue.code === 'invalid_union') return ofUnion(issue, schema)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({
        path: [...path, key],
        sentence: unknownKey(key, keysAt(schema, path)),
        atKey: true,
      }))
    return [{ path, sentence: sentenceOf(issue) }]
  })
}

/**
 * What is wrong with something that may look in several ways: measured against the way whose keys it has. With a key that no way
 * has, that key is the fault.
 */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>, schema: z.ZodType): ProfileFault[] {
  const path = issue.path as Path
  const ways = issue.errors.filter(
    way =>
      !way.some(
        each => each.code === 'unrecognized_keys' || (each.path.length === 0 && each.code === 'invalid_type'),
      ),
  )
  const fitting = ways.find(way => way.every(each => each.path.length > 0 || each.code === 'custom'))
  if (fitting)
    return germanIssues(
      fitting.map(each => ({ ...each, path: [...path, ...each.path] })),
      schema,
    )
  const known = keysAt(schema, path)
  const typed = issue.input
  const word = issue.errors.flat().find(each => each.code === 'invalid_value')
  if (word?.code === 'invalid_value' && word.path.length === 0 && typeof typed === 'string')
    return [{ path, sentence: sentenceOf({ ...word, path: [...path], input: typed }) }]
  const keys = typeof typed === 'object' && typed !== null ? Object.keys(typed) : []
  const strange = keys.filter(key => !known.includes(key))
  if (strange.length > 0)
    return strange.map(key => ({ path: [...path, key], sentence: unknownKey(key, known), atKey: true }))
  if (known.length > 0 && keys.length === 0) {
    const name = path.filter(step => typeof step === 'string').at(-1)
    return [
      { path, sentence: `„${name}“ braucht eine Angabe mit einem dieser Schlüssel: ${known.join(', ')}.` },
    ]
  }
  return [{ path, sentence: sentenceOf(issue) }]
}

function unknownKey(key: string, known: readonly string[]): string {
  const [nearest] = nearestNames(key, known, 1)
  return nearest
    ? `„${key}“ kenne ich nicht. Meinten Sie „${nearest}“?`
    : `„${key}“ kenne ich nicht. Bekannt sind hier: ${known.join(', ')}.`
}

function sentenceOf(issue: Issue): string {
  const what =
    issue.path.length > 0 ? `„${issue.path.filter(step => typeof step === 'string').at(-1)}“` : 'Das Profil'
  const typed = typeof issue.input === 'string' && issue.input.length < 60 ? ` („${issue.input}“)` : ''
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `${what} fehlt.`
      if (issue.expected === 'string' && typeof issue.input === 'number')
        return `${what} muss in Anführungszeichen stehen, sonst wird es als Zahl gelesen.`
      if (issue.input === null)
        return `${what} ist leer. Erwartet wird ${kinds[issue.expected] ?? issue.expected}.`
      return `${what} muss ${kinds[issue.expected] ?? issue.expected} sein.`
    case 'invalid_value':
      return choice(what, typed, issue.input, issue.values.map(String))
    case 'invalid_format':
      return `${what}${typed} ${formats[issue.format] ?? 'hat nicht die erwartete Form'}.`
    case 'too_small':
      if (issue.origin === 'array')
        return `${what} braucht mindestens ${issue.minimum === 1 ? 'einen Eintrag' : `${issue.minimum} Einträge`}.`
      return issue.origin === 'string' ? `${what} darf nicht leer sein.` : `${what} ist zu klein.`
    case 'too_big':
      if (issue.origin === 'array') return `${what} hat höchstens ${issue.maximum} Einträge.`
      return `${what} ist zu groß.`
    case 'custom':
      return `${what}${typed} ${issue.message}.`
    default:
      return `${what}${typed} hat nicht die erwartete Form.`
  }
}

function choice(what: string, typed: string, input: unknown, values: readonly string[]): string {
  if (input === undefined || input === null)
    return `${what} ${input === null ? 'ist leer' : 'fehlt'}. Möglich sind: ${values.join(', ')}.`
  const [nearest] = typeof input === 'string' ? nearestNames(input, values, 1) : []
  const hint = nearest ? `Meinten Sie „${nearest}“?` : `Möglich sind: ${values.join(', ')}.`
  return `${what}${typed} hat einen Wert, den ich nicht kenne. ${hint}`
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at = schema as unknown as Shape
  for (const step of path) at = inside(unwrapped(at), step) ?? {}
  return keysOf(unwrapped(at))
}

/** Of something that may look in several ways, the keys of all of them. */
function keysOf({ shape, options }: Shape): string[] {
  if (options) return [...new Set(options.flatMap(option => keysOf(unwrapped(option))))]
  return Object.keys(shape ?? {})
}

interface Shape {
  shape?: Record<string, Shape>
  element?: Shape
  options?: readonly Shape[]
  unwrap?: () => Shape
}

function unwrapped(schema: Shape): Shape {
  let at = schema
  while (!at.shape && !at.element && at.unwrap) at = at.unwrap()
  return at
}

function inside(schema: Shape, step: string | number): Shape | undefined {
  return typeof step === 'number' ? schema.element : schema.shape?.[step]
}
