import { readFileSync } from 'node:fs'
import { type Document, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type ListedPerson, listedWithAccount } from './domain/people/listedPerson.ts'
import { roles } from './domain/ticket/visibility.ts'
import type { Person } from './reply/incoming.ts'

/** A channel is a role too, but never a person's: whoever had it would see what channels see, everywhere. */
export const personalRoles = roles.filter(role => role !== 'kanal')

/** "slack:U012AB", "terminal", "web". */
const account = z.string().regex(/^(terminal|web|cli|[a-z][a-z0-9]*:\S+)$/)

const person = z.strictObject({
  /** One account; `konten` says the same for several. */
  id: account.optional(),
  konten: z.array(account).min(1).optional(),
  /** Official address: whoever can read mail there may link a chat account to the entry. */
  mail: z.email().max(254).optional(),
  /** A function, "Koordination Jugendamt"; it stands in Vorgänge as their owner. */
  name: z.string().trim().min(1).max(80),
  rollen: z.array(z.enum(personalRoles)).min(1),
})

const accountForm = 'terminal, web, cli oder Plattform und Konto sein, zum Beispiel slack:U012AB3CD'

const expects: Record<string, string> = {
  id: `„id“ muss ${accountForm}`,
  konten: `„konten“ muss eine Liste von Konten sein; jedes muss ${accountForm}`,
  mail: '„mail“ muss eine E-Mail-Adresse sein, zum Beispiel vorname.nachname@kreis.example',
  name: '„name“ muss die Funktion nennen, zum Beispiel Koordination Jugendamt (höchstens 80 Zeichen)',
  rollen: `„rollen“ muss eine Liste aus diesen Wörtern sein: ${personalRoles.join(', ')}`,
}

export type PeopleResult = { people: ListedPerson[] } | { faults: string[] }

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
  const typed: unknown = document.toJS() ?? []
  const line = (keys: readonly PropertyKey[]) => lines.linePos(offset(document, keys)).line
  const result = z.array(person).safeParse(typed)
  const faults = [
    ...(result.success
      ? []
      : result.error.issues.map(issue => `${path}:${line(issue.path)}: ${meaning(issue)}.`)),
    // What a schema cannot see is looked for in faulty lists too, so that all is said at once.
    ...entriesOf(typed).flatMap((entry, i) =>
      entry && !('id' in entry || 'konten' in entry || 'mail' in entry)
        ? [
            `${path}:${line([i])}: „id“, „konten“ oder „mail“ fehlt: Niemand wäre als diese Person zu erkennen.`,
          ]
        : [],
    ),
    ...doubles(typed).map(
      ({ at, first, what }) => `${path}:${line(at)}: ${what} steht schon in Zeile ${line(first)}.`,
    ),
  ]
  if (faults.length > 0 || !result.success) return { faults: [...new Set(faults)] }
  return {
    people: result.data.map(({ id, konten = [], mail, name, rollen }) => ({
      accounts: [...(id === undefined ? [] : [id]), ...konten],
      mail: mail?.toLowerCase() ?? null,
      name,
      roles: rollen,
    })),
  }
}

type Entry = Record<string, unknown>

function entriesOf(typed: unknown): (Entry | null)[] {
  if (!Array.isArray(typed)) return []
  return typed.map(each => (typeof each === 'object' && each !== null && !Array.isArray(each) ? each : null))
}

interface Named {
  at: readonly PropertyKey[]
  /** The same account or address has the same key. */
  key: string
  what: string
}

/** Accounts and addresses that stand in the list twice: nobody could say which entry they are. */
function doubles(typed: unknown): { at: Named['at']; first: Named['at']; what: string }[] {
  const seen = new Map<string, Named['at']>()
  return entriesOf(typed)
    .flatMap((entry, i) => (entry ? namedIn(entry, i) : []))
    .flatMap(({ at, key, what }) => {
      const first = seen.get(key)
      if (first) return [{ at, first, what }]
      seen.set(key, at)
      return []
    })
}

function namedIn({ id, konten, mail }: Entry, i: number): Named[] {
  const accounts: [Named['at'], unknown][] = [
    [[i, 'id'], id],
    ...(Array.isArray(konten)
      ? konten.map((each, n): [Named['at'], unknown] => [[i, 'konten', n], each])
      : []),
  ]
  return [
    ...accounts.flatMap(([at, name]) =>
      typeof name === 'string' ? [{ at, key: `konto ${name}`, what: `Das Konto „${name}“` }] : [],
    ),
    ...(typeof mail === 'string'
      ? [{ at: [i, 'mail'], key: `mail ${mail.toLowerCase()}`, what: 'Diese Adresse' }]
      : []),
  ]
}

function meaning(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map(key => `„${key}“`).join(', ')} kenne ich nicht; erlaubt sind ${Object.keys(expects).join(', ')}`
  const key = issue.path[1]
  return (
    (typeof key === 'string' && expects[key]) ||
    'Erwartet wird eine Liste von Einträgen mit id, konten oder mail, und mit name und rollen'
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

/**
 * Who sits at this machine: the entry of the list, otherwise the coordination of the Jugendamt. The web page, the
 * terminal and the command line can be reached from this machine only, and the database lies open to whoever is there.
 */
export function localPerson(people: readonly ListedPerson[], id: 'web' | 'terminal' | 'cli'): Person {
  const listed = listedWithAccount(people, id)
  return listed
    ? { id, name: listed.name, roles: listed.roles }
    : { id, name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] }
}
