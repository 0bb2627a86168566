import type { Sql } from 'postgres'
import { postgres } from './driver.ts'
import { drizzle, type PostgresJsDatabase } from './drizzle.ts'
import * as schema from './schema.ts'

export type Database = PostgresJsDatabase<typeof schema>
/** A database or an open transaction: queries do not care. */
export type Queries = Database | Parameters<Parameters<Database['transaction']>[0]>[0]

export interface Connection {
  db: Database
  /** The driver, for what drizzle has no words for (LISTEN, session locks). */
  client: Sql
  url: string
  close(): Promise<void>
}

/** Opens a pool. Nothing is asked of the server before the first query. */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const client = postgres(url, {
    max: options.max ?? 10,
    // A server that hangs at start must not hang us (postgres.js 1214).
    connect_timeout: 10,
    onnotice: () => {},
    // postgres.js asks for array types with a query of its own whose failure nobody handles: a server that stops in
    // that moment would end our process. drizzle reads and writes arrays without it; raw queries see '{a,b}'.
    fetch_types: false,
    // Seconds before a broken connection is opened again. The driver's own rule grows to 20 s and keeps queries waiting
    // long after the server is back.
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1),
    // A TCP peer that vanished is noticed after about a minute instead of two hours.
    keep_alive: 30,
    connection: {
      application_name: 'kla',
      // A plan made while a table was empty reads it from end to end for ever, until somebody analyses it: the intake of
      // 10,000 letters became four times slower on its way. Planning anew costs less than a millisecond.
      plan_cache_mode: 'force_custom_plan',
    },
  })
  return {
    db: drizzle(client, { schema }),
    client,
    url,
    // end() can hang after a lost connection (postgres.js 1097): never wait longer than this.
    close: () => client.end({ timeout: 5 }),
  }
}
