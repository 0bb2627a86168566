import { fileURLToPath } from 'node:url'
import type { Sql } from 'postgres'
import { postgres } from './driver.ts'
import { applyMigrations, drizzle, readMigrationFiles } from './drizzle.ts'
import { locks } from './locks.ts'
import { DatabaseProblem } from './problem.ts'

const ourFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** Oldest server that is tested. */
const oldestMajor = 15

/**
 * Brings the tables of a database to the state of this program; does nothing when they are. Any number of
 * processes may call it at once: one works, the others wait. Throws a DatabaseProblem when a person must do
 * something.
 */
export async function migrate(at: string | { url: string }, folder = ourFolder): Promise<void> {
  const url = typeof at === 'string' ? at : at.url
  // One connection: the lock belongs to its session, and drizzle's own reading, creating and applying run in
  // it.
  const client = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    fetch_types: false,
    connection: { application_name: 'kla migrate' },
  })
  try {
    await refuseOldServer(client)
    await client`select pg_advisory_lock(${locks.migration})`
    const ours = readMigrationFiles({ migrationsFolder: folder }).map(file => file.folderMillis)
    await refuseNewerDatabase(client, ours)
    await applyMigrations(drizzle(client), { migrationsFolder: folder })
    await refuseGap(client, ours)
  } catch (error) {
    throw mayNotCreate(error) ?? error
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function refuseOldServer(client: Sql): Promise<void> {
  const [row] = await client`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
  const fault = serverTooOld(row?.number, row?.name)
  if (fault !== null) throw new DatabaseProblem(fault)
}

/**
 * German sentence when a server is too old for us, null otherwise; `number` as in server_version_num, e.g.
 * 150019.
 */
export function serverTooOld(number: number, name: string): string | null {
  if (Math.floor(number / 10_000) >= oldestMajor) return null
  return `Der Datenbankserver ist PostgreSQL ${name}; gebraucht wird Version ${oldestMajor} oder neuer.`
}

async function refuseNewerDatabase(client: Sql, ours: readonly number[]): Promise<void> {
  const newest = ours.at(-1) ?? 0
  if ((await applied(client)).some(when => when > newest))
    throw new DatabaseProblem(
      'Die Datenbank wurde schon von einer neueren Fassung dieses Programms benutzt: bitte diese neuere Fassung starten.',
    )
}

/**
 * drizzle applies what is newer than the newest applied migration and silently skips an older one that a
 * merge of branches brought in later (drizzle-orm 5316, 5769): then a table would be missing with nobody
 * noticing.
 */
async function refuseGap(client: Sql, ours: readonly number[]): Promise<void> {
  const done = new Set(await applied(client))
  const missing = ours.filter(when => !done.has(when)).length
  if (missing > 0 || done.size !== ours.length)
    throw new DatabaseProblem(
      `Der Stand der Datenbank passt nicht zu diesem Programm (${missing} Änderungen fehlen, ${done.size} von ${ours.length} sind eingetragen): bitte eine Sicherung einspielen oder den Fehler melden.`,
    )
}

/** Times (`when` of the journal) of the migrations that this database has seen. */
async function applied(client: Sql): Promise<number[]> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (table?.name === null) return []
  const rows = await client`select created_at from drizzle.__drizzle_migrations`
  return rows.map(row => Number(row.created_at))
}

function mayNotCreate(error: unknown): DatabaseProblem | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if ((cause as { code?: string }).code !== '42501') return null
  return new DatabaseProblem(
    'Der Datenbankbenutzer darf keine Tabellen anlegen: bitte ihn zum Eigentümer der Datenbank machen (ALTER DATABASE … OWNER TO …).',
    { cause: error },
  )
}
