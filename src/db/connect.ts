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
  /**
   * One connection beside the pool, for what must get through when the pool is full of transactions that wait: whoever ends
   * the session they wait for may not stand in their queue. Short statements only.
   */
  aside: Sql
  url: string
  close(): Promise<void>
}

/**
 * Milliseconds that a statement waits for a lock. Ours are held for milliseconds: one that lasts longer belongs to a frozen
 * process, and whoever waits for it keeps a place in the pool that others need. The work is repeated (isPassingFault).
 */
const lockMilliseconds = 20_000
/** Milliseconds for a statement of the connection beside the pool. */
const asideMilliseconds = 10_000

/** Opens a pool. Nothing is asked of the server before the first query. */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const usual = {
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
  }
  const client = postgres(url, {
    ...usual,
    max: options.max ?? 10,
    connection: {
      application_name: 'kla',
      // A plan made while a table was empty reads it from end to end for ever, until somebody analyses it: the intake of
      // 10,000 letters became four times slower on its way. Planning anew costs less than a millisecond.
      plan_cache_mode: 'force_custom_plan',
      lock_timeout: lockMilliseconds,
    },
  })
  const aside = postgres(url, {
    ...usual,
    max: 1,
    connection: { application_name: 'kla aside', statement_timeout: asideMilliseconds },
  })
  return {
    db: drizzle(client, { schema }),
    client,
    aside,
    url,
    // end() can hang after a lost connection (postgres.js 1097): never wait longer than this.
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), aside.end({ timeout: 5 })])
    },
  }
}
