import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { ProfileFault } from './profileFault.ts'
import { germanIssues } from './profileIssues.ts'

/** What a kind of file looks like. */
export interface YamlKind<T> {
  schema: z.ZodType<T>
  /** What the schema alone cannot see, e.g. names that lead nowhere. */
  furtherFaults(data: T): ProfileFault[]
  /** German sentence for a file that holds no block of keys at all. */
  empty: string
}

export type ReadYaml<T> = { data: T } | { faults: string[] }

/** Bytes of text; the largest real profile has a tenth of that. */
const longest = 1_000_000

/**
 * Reads a file that an office may write itself. All faults at once, each a German sentence with file and line, in the order of
 * the file. Nothing of YAML that could surprise an office or hurt the program is taken: no anchors and
 * aliases (a few lines of them unfold to gigabytes), no tags, one document only.
 */
export function readYaml<T>(kind: YamlKind<T>, yamlText: string, fileName: string): ReadYaml<T> {
  if (yamlText.length > longest)
    return { faults: [`${fileName}: Die Datei ist zu groß (mehr als 1 MB Text).`] }
  const lines = new LineCounter()
  const document = parseDocument(yamlText, {
    lineCounter: lines,
    version: '1.2',
    merge: false,
    prettyErrors: false,
  })
  const faults = faultsOfYaml(document, kind.empty)
  if (faults.length > 0) return { faults: sentences(fileName, lines, faults) }

  const data: unknown = document.toJS({ maxAliasCount: 0 })
  const checked = kind.schema.safeParse(data, { reportInput: true })
  const found = checked.success
    ? kind.furtherFaults(checked.data)
    : [...germanIssues(checked.error.issues, kind.schema), ...faultsBeside(kind, data, checked.error.issues)]
  if (found.length === 0 && checked.success) return { data: checked.data }
  return {
    faults: sentences(
      fileName,
      lines,
      found.map(each => ({ offset: offsetOf(document, each), sentence: each.sentence })),
    ),
  }
}

/**
 * What else is wrong beside the faults that the schema found, so that nobody puts right one after the other: the rest is looked at
 * with the faulty values taken out, where it can do without them. A list is never shortened: the lines of its other entries
 * would be wrong.
 */
function faultsBeside<T>(
  kind: YamlKind<T>,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
): ProfileFault[] {
  const rest = structuredClone(data)
  for (const issue of issues) {
    const keys =
      issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path]
    for (const path of keys) {
      const last = path.at(-1)
      // What a whole block of the file was meant as is not known: half of its names would seem to lead nowhere.
      if (path.length < 2 || typeof last !== 'string') return []
      const parent = path
        .slice(0, -1)
        .reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], rest)
      if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[last]
    }
  }
  const checked = kind.schema.safeParse(rest)
  return checked.success ? kind.furtherFaults(checked.data) : []
}

interface Located {
  /** Position in the text. */
  offset: number
  sentence: string
}

function sentences(fileName: string, lines: LineCounter, faults: readonly Located[]): string[] {
  const inOrder = [...faults].sort((a, b) => a.offset - b.offset)
  return [
    ...new Set(
      inOrder.map(each => `${fileName}, Zeile ${lines.linePos(each.offset).line}: ${each.sentence}`),
    ),
  ]
}

const yamlFaults: Record<string, string> = {
  DUPLICATE_KEY: 'Dieser Schlüssel steht hier schon einmal.',
  TAB_AS_INDENT: 'Die Zeile ist mit einem Tabulator eingerückt. Bitte Leerzeichen verwenden.',
  BAD_INDENT: 'Die Einrückung passt nicht zur Zeile darüber.',
  MISSING_CHAR:
    'Hier fehlt ein Zeichen, oft ein schließendes Anführungszeichen, eine Klammer oder ein Komma.',
  MULTIPLE_DOCS: 'Die Datei enthält mehrere Dokumente (---). Bitte nur eines.',
  TAG_RESOLVE_FAILED:
    'Angaben mit Ausrufezeichen (!…) werden nicht gelesen. Bitte den Text in Anführungszeichen setzen.',
  MULTILINE_IMPLICIT_KEY: 'Diese Zeile ist nicht lesbar. Fehlt ein Doppelpunkt mit Leerzeichen dahinter?',
  BLOCK_AS_IMPLICIT_KEY:
    'In dieser Zeile steht ein zweiter Doppelpunkt. Bitte den Text in Anführungszeichen setzen.',
}

function faultsOfYaml(document: Document, empty: string): Located[] {
  const faults: Located[] = [...document.errors, ...document.warnings].map(error => ({
    offset: error.pos[0],
    sentence:
      yamlFaults[error.code] ??
      'Diese Zeile ist kein gültiges YAML. Fehlt ein Anführungszeichen oder ein Leerzeichen nach dem Doppelpunkt?',
  }))
  if (faults.length > 0) return faults
  const at = (node: { range?: readonly number[] | null }) => node.range?.[0] ?? 0
  visit(document, {
    Alias(_, node) {
      faults.push({
        offset: at(node),
        sentence: 'Verweise (*Name) werden nicht gelesen. Bitte die Angabe ausschreiben.',
      })
    },
    Pair(_, pair) {
      if (!isScalar(pair.key)) return
      if (typeof pair.key.value !== 'string')
        faults.push({
          offset: at(pair.key),
          sentence: `Der Schlüssel „${String(pair.key.value)}“ muss in Anführungszeichen stehen.`,
        })
      // These names reach into every JavaScript object; no file of ours needs them.
      else if (['__proto__', 'constructor', 'prototype'].includes(pair.key.value))
        faults.push({
          offset: at(pair.key),
          sentence: `„${pair.key.value}“ ist als Schlüssel nicht erlaubt.`,
        })
    },
  })
  if (!isMap(document.contents)) faults.push({ offset: 0, sentence: empty })
  return faults
}

/** Where in the text a fault lies: its value, its key, or, for something missing, what it is missing in. */
function offsetOf(document: Document, fault: ProfileFault): number {
  let node = document.contents as Node | null
  let offset = 0
  for (const [depth, step] of fault.path.entries()) {
    const last = depth === fault.path.length - 1
    const pair = isMap(node)
      ? node.items.find(each => isScalar(each.key) && each.key.value === step)
      : undefined
    const next = isPair(pair) ? (pair.value as Node | null) : isMap(node) ? undefined : childOf(node, step)
    const from = last && fault.atKey && isPair(pair) ? (pair.key as Node) : next
    const start = from?.range?.[0] ?? (isPair(pair) ? (pair.key as Node).range?.[0] : undefined)
    if (start === undefined) break
    offset = start
    node = next ?? null
  }
  return offset
}

function childOf(node: Node | null, step: string | number): Node | undefined {
  if (node === null || typeof step !== 'number' || !('items' in node)) return undefined
  return (node.items as Node[])[step]
}
