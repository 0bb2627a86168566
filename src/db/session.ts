import type { Sql } from 'postgres'
import { postgres } from './driver.ts'

/** A connection outside the pool whose session means something: the locks it holds end with it. */
export interface Session {
  client: Sql
  /** Ends the session and frees its locks; `onLost` is not called any more. */
  close(): Promise<void>
}

/** How a session proves that it lives. Whoever lost a lock must know it before the server gives it to another. */
export interface Pace {
  /** Milliseconds between two signs of life. */
  beatMs: number
  /** So many of them may stay without an answer; with the next one the session counts as lost. */
  beatsMissed: number
  /** Milliseconds until it must be taken; usual is 20 s. */
  openingMs?: number
  /** What the server is told for this session. */
  server: Record<string, number>
}

/** Lost after 10 to 15 s in silence; the server thinks so after 25 s (idle 10 + 3 × 5), even when a cable is cut. */
const usualPace: Pace = {
  beatMs: 5_000,
  beatsMissed: 2,
  server: { tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 },
}

/**
 * Opens a session and lets `take` get its locks, all within one time limit. null when `take` says false: the session is closed again.
 * Once taken, `onLost` is called at most once, when the session ended without our doing; its client then
 * stays dead and never reconnects silently to a session that holds nothing.
 */
export async function holdSession(
  url: string,
  name: string,
  take: (client: Sql) => Promise<boolean>,
  onLost: () => void,
  { beatMs, beatsMissed, server, openingMs = usualOpeningMs }: Pace = usualPace,
): Promise<Session | null> {
  let held = false
  const client = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    // As in connect.ts: a failure of that query would end the process.
    fetch_types: false,
    connection: { application_name: `kla ${name}`, ...server },
    onnotice: () => {},
    onclose: () => lost(),
  })
  const close = async (): Promise<void> => {
    held = false
    clearInterval(beat)
    await client.end({ timeout: 0 })
  }
  const lost = (): void => {
    if (!held) return
    void close()
    onLost()
  }
  // Ticks are counted, not time: a process that slept or was busy gets its chance to read the answer first.
  let silent = 0
  const beat = setInterval(() => {
    if (!held) return
    if (silent >= beatsMissed) return lost()
    silent += 1
    client`select 1`.then(() => {
      silent = 0
    }, lost)
  }, beatMs).unref()

  try {
    held = await inTime(
      openingMs,
      client`select 1`.then(() => take(client)),
    )
  } catch (error) {
    await close()
    throw error
  }
  if (held) return { client, close }
  await close()
  return null
}

/**
 * Time until the session is taken; a server that takes the connection and hangs, at once (postgres.js 1214) or later, must not
 * hang us.
 */
const usualOpeningMs = 20_000

async function inTime(openingMs: number, taking: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const error = new Error('the database server takes connections and does not answer')
    timer = setTimeout(() => reject(Object.assign(error, { code: 'CONNECT_TIMEOUT' })), openingMs)
  })
  try {
    return await Promise.race([taking, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
