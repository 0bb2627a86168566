import { readFileSync } from 'node:fs'
import { type Document, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { roles } from './domain/ticket/visibility.ts'
import type { Person } from './reply/incoming.ts'

/** A channel is a role too, but never a person's: whoever had it would see what channels see, everywhere. */
export const personalRoles = roles.filter(role => role !== 'kanal')

const person = z.strictObject({
  /** "slack:U012AB", "terminal", "web". */
  id: z.string().regex(/^(terminal|web|cli|[a-z][a-z0-9]*:\S+)$/),
  /** A function, "Koordination Jugendamt"; it stands in Vorgänge as their owner. */
  name: z.string().trim().min(1).max(80),
  rollen: z.array(z.enum(personalRoles)).min(1),
})

const expects: Record<string, string> = {
  id: '„id“ muss terminal, web, cli, slack:<Mitglieds-ID> oder teams:<ID> sein',
  name: '„name“ muss die Funktion nennen, zum Beispiel Koordination Jugendamt (höchstens 80 Zeichen)',
  rollen: `„rollen“ muss eine Liste aus diesen Wörtern sein: ${personalRoles.join(', ')}`,
}

export type PeopleResult = { people: Person[] } | { faults: string[] }

/** Reads the list of people that KLA_PEOPLE names. All faults at once, each with file and line. */
export function readPeople(path: string): PeopleResult {
  try {
    return parsePeople(readFileSync(path, 'utf8'), path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unbekannt'
    return {
      faults: [`${path}: Die Liste der Personen (KLA_PEOPLE) ist nicht lesbar (${code}). Bitte Pfad prüfen.`],
    }
  }
}

/** `path` is used in messages only. */
export function parsePeople(yaml: string, path: string): PeopleResult {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  if (document.errors.length > 0)
    return {
      faults: document.errors.map(
        error => `${path}:${lines.linePos(error.pos[0]).line}: kein gültiges YAML (${error.code}).`,
      ),
    }
  const result = z.array(person).safeParse(document.toJS() ?? [])
  const faults = result.success
    ? doubles(result.data).map(index => `${place([index, 'id'])}: Diese id steht schon weiter oben.`)
    : [...new Set(result.error.issues.map(issue => `${place(issue.path)}: ${meaning(issue)}.`))]
  if (faults.length > 0 || !result.success) return { faults }
  return { people: result.data.map(({ id, name, rollen }) => ({ id, name, roles: rollen })) }

  function place(keys: readonly PropertyKey[]): string {
    return `${path}:${lines.linePos(offset(document, keys)).line}`
  }
}

function doubles(people: { id: string }[]): number[] {
  return people.flatMap((each, i) => (people.findIndex(other => other.id === each.id) < i ? [i] : []))
}

function meaning(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map(key => `„${key}“`).join(', ')} kenne ich nicht; erlaubt sind id, name, rollen`
  const key = issue.path[1]
  return (
    (typeof key === 'string' && expects[key]) ||
    'Erwartet wird eine Liste von Einträgen mit id, name und rollen'
  )
}

/** Where in the text the deepest part of the path that exists begins. */
function offset(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length >= 0; length--) {
    const node = document.getIn(keys.slice(0, length), true)
    if (node && typeof node === 'object' && 'range' in node && (isScalar(node) || node.range))
      return (node.range as [number, number, number])[0]
  }
  return 0
}

/** Who this id is; whoever is not on the list is a guest and sees only what is public. */
export function personWithId(people: readonly Person[], id: string): Person {
  return people.find(person => person.id === id) ?? { id, name: 'Gast', roles: ['gast'] }
}

/**
 * Who sits at this machine: the entry of the list, otherwise the coordination of the Jugendamt. The web page, the
 * terminal and the command line can be reached from this machine only, and the database lies open to whoever is there.
 */
export function localPerson(people: readonly Person[], id: 'web' | 'terminal' | 'cli'): Person {
  return (
    people.find(person => person.id === id) ?? {
      id,
      name: 'Koordination Jugendamt',
      roles: ['koordination_jugendamt'],
    }
  )
}
