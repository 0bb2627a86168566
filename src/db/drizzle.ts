import { createRequire } from 'node:module'

/*
 * drizzle-orm by its CommonJS files. Imported as ES modules it costs every command 155 MB and 0.3 s: for each of its 400
 * files Node reads the package's 180 kB package.json again (measured with Node 24.21). Required, it is 15 MB and 0.1 s.
 * So every file here takes drizzle from this list and never from the package.
 */
const load = createRequire(import.meta.url)

const orm = load('drizzle-orm') as typeof import('drizzle-orm')
export const {
  and,
  arrayContains,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  sql,
} = orm
export type { AnyColumn, SQL } from 'drizzle-orm'

const columns = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core')
export const {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} = columns

export const { drizzle } = load('drizzle-orm/postgres-js') as typeof import('drizzle-orm/postgres-js')
export type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'

export const { migrate: applyMigrations } = load(
  'drizzle-orm/postgres-js/migrator',
) as typeof import('drizzle-orm/postgres-js/migrator')
export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof import('drizzle-orm/migrator')
export const { DrizzleQueryError } = load('drizzle-orm/errors') as typeof import('drizzle-orm/errors')
