import { setTimeout as pause } from 'node:timers/promises'
import { type Dovecot, startDovecot } from '../peers/dovecot.ts'
import { type KlaProcess, startKla } from '../peers/kla.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { type SlackPeer, startSlackPeer } from '../peers/slack.ts'
import { type SinkOptions, type SmtpSink, startSmtpSink } from '../peers/smtpSink.ts'
import { timePasses } from '../peers/timePasses.ts'

/** The one channel of the tests: everything that the program tells goes there. */
export const channel = 'C0KLA'

/** A mailbox, a mail server, Slack and a database, all real; the program itself is started by each test. */
export interface Surrounded {
  database: FreshDatabase
  dovecot: Dovecot
  sink: SmtpSink
  /** A test may put another one at the same address in its place. */
  slack: SlackPeer
  /** Starts `kla start` among them; it ends with the surroundings if the test does not end it. */
  start(env?: Record<string, string>): Promise<KlaProcess>
  /** Rows of a query on the database. */
  rows<Row>(query: string): Promise<Row[]>
  /** What became of the letter with this Message-ID, once nothing waits any more. */
  fate(messageId: string): Promise<Fate>
  /** Delivered letters without an outcome, posts and letters that still shall leave. */
  waiting(): Promise<number>
  /** What waits to be tried again is due now. */
  timePasses(): Promise<void>
  stop(): Promise<void>
}

export interface Fate {
  outcomes: string[]
  tickets: string[]
  /** Announcements in Slack that name the Vorgang. */
  announcements: number
  /** How often the sink accepted an answer to it. */
  acknowledgements: number
}

/**
 * `database`: another one than an empty one of this run; it is dropped in the end. `onLetter` sees each letter that leaves the
 * house, and may answer it.
 */
export async function surroundings(
  options: {
    database?: FreshDatabase
    dovecot?: Parameters<typeof startDovecot>[0]
    onLetter?: SinkOptions['onLetter']
  } = {},
): Promise<Surrounded> {
  const database = options.database ?? (await freshDatabase())
  const dovecot = await startDovecot(options.dovecot)
  const sink = await startSmtpSink(options.onLetter ? { onLetter: options.onLetter } : {})
  const slack = await startSlackPeer()
  slack.addChannel(channel)
  const running = new Set<KlaProcess>()

  async function rows<Row>(query: string): Promise<Row[]> {
    return (await database.connection.client.unsafe(query)) as unknown as Row[]
  }

  const around: Surrounded = {
    database,
    dovecot,
    sink,
    slack,
    async start(env = {}) {
      const kla = await startKla({ databaseUrl: database.url, dovecot, sink, slack: around.slack }, { env })
      running.add(kla)
      void kla.ended.then(() => running.delete(kla))
      return kla
    },
    rows,
    async fate(messageId) {
      const found = await rows<{ outcome: string; number: string | null }>(
        `select m.outcome, t.number from raw_mails m left join tickets t on t.id = m.ticket_id
         where m.message_id = '${messageId}' order by m.id`,
      )
      const tickets = found.flatMap(row => (row.outcome === 'ticket' && row.number ? [row.number] : []))
      return {
        outcomes: found.map(row => row.outcome),
        tickets,
        announcements: announcementsOf(around.slack, tickets).length,
        acknowledgements: sink.letters().filter(sent => sent.headers['in-reply-to'] === messageId).length,
      }
    },
    async waiting() {
      const [row] = await rows<{ n: number }>(
        `select (select count(*) from raw_mails where outcome is null)::int
              + (select count(*) from posts where state not in ('posted', 'failed'))::int
              + (select count(*) from outgoing_mails where state not in ('sent', 'refused', 'uncertain'))::int as n`,
      )
      return row!.n // an aggregate always has a row
    },
    timePasses: () => timePasses(rows),
    async stop() {
      await Promise.all([...running].map(kla => kla.stop()))
      await around.slack.stop()
      await sink.stop()
      await dovecot.stop()
      await database.drop()
    },
  }
  return around
}

/** The announcements of these Vorgänge in the channel. */
export function announcementsOf(slack: SlackPeer, numbers: readonly string[]) {
  return slack
    .messages(channel)
    .filter(message => numbers.some(number => message.text.includes(`Neue Anfrage ${number}`)))
}

/** Waits until something holds, at most `milliseconds`, and says what did not hold. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds = 30_000,
  say: () => unknown = () => '',
): Promise<void> {
  const end = performance.now() + milliseconds
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${milliseconds} ms: ${holds} ${say()}`)
    await pause(20)
  }
}
