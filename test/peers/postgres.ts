import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type Connection, connect } from '../../src/db/connect.ts'

export interface FreshDatabase {
  url: string
  connection: Connection
  /** Closes the connection and removes the database, whoever else is still in it. */
  drop(): Promise<void>
}

/** A migrated, empty database of its own on the server of this run; about 50 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const url = await createDatabase(inject('databaseTemplate'))
  const connection = connect(url)
  return {
    url,
    connection,
    async drop() {
      await connection.close()
      await dropDatabase(url)
    },
  }
}

/** The address of a new database without any table. */
export const emptyDatabase = () => createDatabase('template0')

/** Removes a database, whoever is in it. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

async function createDatabase(template: string): Promise<string> {
  // The run's own prefix: its teardown removes what a failed test left behind.
  const prefix = inject('databaseTemplate').replace(/template$/, '')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${template}`)
  const url = new URL(inject('databaseServer'))
  url.pathname = name
  return url.href
}

async function onServer(statement: string): Promise<void> {
  const client = postgres(inject('databaseServer'), { max: 1, onnotice: () => {} })
  try {
    await client.unsafe(statement)
  } finally {
    await client.end({ timeout: 5 })
  }
}
