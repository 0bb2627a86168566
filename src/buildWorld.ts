import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import type { TokenSource } from './adapters/types.ts'
import { type ProcessParts, processParts } from './build/buildProcesses.ts'
import { signInTokens } from './build/buildSignIn.ts'
import { type Connection, connect, type Database } from './db/connect.ts'
import { startEmbedded } from './db/embedded/start.ts'
import { migrate } from './db/migrate.ts'
import type { ListedPerson } from './domain/people/listedPerson.ts'
import { type Programme, programmeOf } from './domain/programme/programme.ts'
import { readProfile } from './domain/programme/readProfile.ts'
import type { Log } from './log.ts'
import { readPeople } from './people.ts'
import { ProblemForPeople } from './problem.ts'
import { readSecret } from './secret.ts'
import type { Settings } from './settings.ts'

/** Everything that flows and commands use, opened once for a process. */
export interface World extends ProcessParts {
  settings: Settings
  programme: Programme
  /** The list of people of the settings. */
  people: readonly ListedPerson[]
  connection: Connection
  db: Database
  /** Key of the signed thread tokens. */
  secret: string
  /** Sign-in by OAuth2 for mailboxes and mail server without a password; null: none is set up. */
  tokens: TokenSource | null
  log: Log
  /** The clock. Asked at the edge only: at the first line of a flow or command. */
  now(): Temporal.Instant
  close(): Promise<void>
}

/** Opens database, profile and people as the settings say. Throws ProblemForPeople with all that is wrong. */
export async function openWorld(
  settings: Settings,
  log: Log,
  options: { durable?: boolean; now?: () => Temporal.Instant } = {},
): Promise<World> {
  const programme = programmeNamed(settings.programme)
  const parts = processParts(programme)
  const people = settings.peopleFile ? readPeople(settings.peopleFile) : { people: [] }
  if ('faults' in people) throw new ProblemForPeople(...people.faults)
  const database = await openDatabase(settings, log, options.durable ?? true)
  const world = {
    settings,
    programme,
    ...parts,
    people: people.people,
    connection: database.connection,
    db: database.connection.db,
    secret: readSecret(settings),
    log,
    now: options.now ?? clockOf(settings),
    close: database.close,
  }
  return { ...world, tokens: signInTokens(world) }
}

/** A clock that stands still where the settings say so, otherwise the real one. */
export function clockOf(settings: Pick<Settings, 'now'>): () => Temporal.Instant {
  const fixed = settings.now
  return fixed ? () => fixed : () => Temporal.Now.instant()
}

const profilesFolder = fileURLToPath(new URL('../profiles', import.meta.url))

/** The programme of a profile, by its name in profiles/ or by the path of its file. */
export function programmeNamed(nameOrPath: string): Programme {
  const file = /^[a-z0-9-]+$/.test(nameOrPath) ? join(profilesFolder, `${nameOrPath}.yaml`) : nameOrPath
  if (!existsSync(file))
    throw new ProblemForPeople(
      `KLA_PROGRAMME „${nameOrPath}“ gibt es nicht. Bitte den Namen eines Profils aus dem Ordner profiles oder den Pfad einer Profildatei angeben.`,
    )
  const read = readProfile(readFileSync(file, 'utf8'), file)
  if ('faults' in read) throw new ProblemForPeople(...read.faults)
  return programmeOf(read.profile)
}

/** Connects to the server that DATABASE_URL names, or starts the embedded one; brings the tables up to date. */
async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  log: Log,
  durable: boolean,
): Promise<{ connection: Connection; close(): Promise<void> }> {
  const embedded = settings.databaseUrl
    ? null
    : await startEmbedded({
        directory: join(settings.dataDir, 'postgres'),
        log: line => log.info({}, line),
        durable,
      })
  try {
    const url = settings.databaseUrl ?? embedded!.url
    await migrate(url)
    const connection = connect(url)
    return {
      connection,
      async close() {
        await connection.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
