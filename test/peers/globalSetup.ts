import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/db/embedded/start.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startDebianPostgres } from './debianPostgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Server of this run, address of a database from which others can be made. */
    databaseServer: string
    /** Name of the migrated, empty database that tests copy. */
    databaseTemplate: string
  }
}

/**
 * One PostgreSQL for the whole run: the embedded one in a temporary directory, or that of
 * KLA_TEST_DATABASE_URL, on which the same tests then run (its user must be allowed to create databases and
 * roles). "debian" in place of an address starts the one of Debian's package.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const run = randomBytes(4).toString('hex')
  const template = `kla_test_${run}_template`
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${template}`)
  const url = new URL(server.url)
  url.pathname = template
  await migrate(url.href)
  project.provide('databaseServer', server.url)
  project.provide('databaseTemplate', template)
  return async () => {
    const left =
      await admin`select datname from pg_database where starts_with(datname, ${`kla_test_${run}_`})`
    for (const { datname } of left) await admin.unsafe(`drop database if exists ${datname} with (force)`)
    await admin.end({ timeout: 5 })
    await server.stop()
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.KLA_TEST_DATABASE_URL
  if (given === 'debian') {
    const server = await startDebianPostgres()
    if (server === null) throw new Error('KLA_TEST_DATABASE_URL=debian needs the Debian package postgresql')
    return { url: server.adminUrl, stop: server.stop }
  }
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  const directory = mkdtempSync(join(tmpdir(), 'kla-test-'))
  // As root the server runs as another user, who must get in.
  chmodSync(directory, 0o755)
  const server = await startEmbedded({ directory, durable: false })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
