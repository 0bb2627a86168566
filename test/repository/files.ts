import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Not ours, or made by the program: see .gitignore. */
const leftOut = new Set(['node_modules', '.git', 'data', 'coverage', 'output'])

export interface SourceFile {
  /** From the root of the repository, with slashes: "src/domain/time/day.ts". */
  path: string
  text: string
}

/** Every file under the folders whose name ends so; "." is the whole repository. */
export function filesUnder(folders: readonly string[], ending: RegExp): SourceFile[] {
  return folders
    .flatMap(folder => walk(folder))
    .filter(path => ending.test(path))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (leftOut.has(entry.name)) return []
    const path = folder === '.' ? entry.name : join(folder, entry.name).replaceAll('\\', '/')
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** The same text with comments blanked out, line for line, so that a rule speaks of code only. */
export function withoutComments(text: string): string {
  // Strings are matched first, because "https://" inside one is no comment.
  const stringOrComment =
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g
  return text.replace(
    stringOrComment,
    (all, string: string | undefined) => string ?? all.replace(/[^\n]/g, ' '),
  )
}

/** What stands between quotation marks in the code, without the paths of imports. */
export function stringsIn(text: string): string[] {
  const code = withoutComments(text).replace(/^(import|export)\b[^'"]*?from '[^']*'/gm, '')
  return [...code.matchAll(/'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g)].map(
    found => found[1] ?? found[2] ?? found[3] ?? '',
  )
}
