import type { AnyCommand } from '../command.ts'
import { fold } from '../words.ts'

/** Longest clause that is kept; characters. */
export const longestClause = 600

/** The words of an input without its clauses, and the clauses by their folded key. */
export interface WithoutClauses {
  order: string
  clauses: ReadonlyMap<string, string>
}

/**
 * Sets apart what stands behind "grund:", "beschlossen von:" and the like: free words of a person, in which nothing is an
 * order, a date or a negation. Each goes up to the next such key or the end. `text` is cleaned.
 */
export function clausesIn(text: string, keys: readonly string[]): WithoutClauses {
  const pattern = keys
    .map(key => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|')
  if (pattern === '') return { order: text, clauses: new Map() }
  const found = [...text.matchAll(new RegExp(`(?:^|[\\s,;(])(${pattern})\\s*:`, 'giu'))]
  const before = text.slice(0, found[0]?.index)
  // A quotation that begins before the key and ends behind it is somebody else's order.
  const insideQuotation = (before.match(/[„“”"»«]/g)?.length ?? 0) % 2 === 1
  if (found.length === 0 || insideQuotation) return { order: text, clauses: new Map() }
  const clauses = new Map<string, string>()
  for (const [i, match] of found.entries()) {
    const words = text
      .slice(match.index + match[0].length, found[i + 1]?.index)
      .replace(/[\s,;]+$/u, '')
      .trim()
      .slice(0, longestClause)
      .replace(/^[„“”"»«]([^„“”"»«]*)[„“”"»«]$/u, '$1')
    const key = fold(match[1]!)
    if (words !== '' && !clauses.has(key)) clauses.set(key, words)
  }
  return { order: before.replace(/[\s,;]+$/u, ''), clauses }
}

/** Every key of a clause that some command has. */
export function clauseKeys(registry: readonly AnyCommand[]): string[] {
  const keys = registry.flatMap(({ args }) =>
    Object.values(args).flatMap(spec => (spec.kind === 'clause' ? spec.keys : [])),
  )
  return [...new Set(keys)]
}
