import { customType, text, timestamp } from '../drizzle.ts'

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Instants are ISO strings in the code; the clock is asked at the edge, never by the database. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Every table carries it: several programmes share one database, and it is the key to shard by. */
export const programme = () => text('programme_id').notNull()
