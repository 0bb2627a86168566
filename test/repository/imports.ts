import { posix } from 'node:path'
import { type SourceFile, withoutComments } from './files.ts'

export interface Import {
  from: string
  /** Path in the repository, or the name of a package ("node:fs", "@slack/bolt"). */
  to: string
  /** `import type`, or a list in which every name is a type: gone when the program runs. */
  typeOnly: boolean
  own: boolean
}

const statement = /^(?:import|export)\s+(type\s+)?((?:[\w*\s{},$]|as)*?)\s*from\s*'([^']+)'/gm
const bare = /^import\s*'([^']+)'/gm
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g

/** Every import of a file. Formatting is Biome's, so that plain patterns find them all. */
export function importsOf(file: SourceFile): Import[] {
  const code = withoutComments(file.text)
  const found = [...code.matchAll(statement)].map(each =>
    imported(file.path, each[3]!, Boolean(each[1]) || onlyTypes(each[2]!)),
  )
  for (const pattern of [bare, dynamic])
    found.push(...[...code.matchAll(pattern)].map(each => imported(file.path, each[1]!, false)))
  return found
}

function imported(from: string, specifier: string, typeOnly: boolean): Import {
  const own = specifier.startsWith('.')
  const to = own ? posix.join(posix.dirname(from), specifier) : packageName(specifier)
  return { from, to, typeOnly, own }
}

/** "pkg/sub" → "pkg", "@scope/pkg/sub" → "@scope/pkg". */
function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function onlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]?.split(',') ?? []
  const said = names.map(name => name.trim()).filter(name => name !== '')
  return said.length > 0 && said.every(name => name.startsWith('type '))
}

/** Files that import each other in a ring, each ring once, as "a → b → a". */
export function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, own } of imports) if (own) next.set(from, [...(next.get(from) ?? []), to])
  const rings = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string, way: string[]): void => {
    const seen = way.indexOf(file)
    if (seen >= 0) {
      const ring = way.slice(seen)
      const first = ring.indexOf([...ring].sort()[0]!)
      rings.add([...ring.slice(first), ...ring.slice(0, first), ring[first]].join(' → '))
    }
    if (seen >= 0 || done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return [...rings]
}
