import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded/start.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startDebianPostgres } from '../peers/debianPostgres.ts'
import { type Dovecot, startDovecot } from '../peers/dovecot.ts'
import type { Surroundings } from '../peers/kla.ts'
import { type BadLine, startProxy } from '../peers/proxy.ts'
import { type SlackPeer, startSlackPeer } from '../peers/slack.ts'
import { type SmtpSink, startSmtpSinkProcess } from '../peers/smtpSink.ts'
import { watchHands } from './hands.ts'
import { openMailbox, type StormMailbox } from './mailbox.ts'

/** Folders that are watched; each has its own lease, so that two processes may work on one mailbox. */
export const folders = ['INBOX', 'Junk'] as const

/** Everything around the program: real servers that outlive it, and the lines between that can be cut. */
export interface StormWorld {
  databaseUrl: string
  /** Rows of a query; waits for a database that is just being restarted. */
  rows<Row>(query: string): Promise<Row[]>
  /** null: this database cannot be stopped without harming others (no package `postgresql`). */
  restartDatabase: (() => Promise<void>) | null
  dovecot: Dovecot
  mailbox: StormMailbox
  imapLine: BadLine
  sink: SmtpSink
  slack: SlackPeer
  /** What a process of ours is told about its surroundings. */
  around: Surroundings
  stop(): Promise<void>
}

export const channel = 'C0KLA'

export async function stormWorld(): Promise<StormWorld> {
  const database = await startDatabase()
  const dovecot = await startDovecot()
  const mailbox = await openMailbox(dovecot, folders)
  const imapLine = await startProxy(dovecot.imapPort)
  // In a process of its own: what it accepted is counted although the sender is killed.
  const sink = await startSmtpSinkProcess()
  const slack = await startSlackPeer()
  slack.addChannel(channel)
  await migrate(database.url)
  const connection: Connection = connect(database.url, { max: 2 })
  await watchHands(connection)
  async function rows<Row>(query: string): Promise<Row[]> {
    for (let tries = 0; ; tries++) {
      try {
        return (await connection.client.unsafe(query)) as unknown as Row[]
      } catch (error) {
        if (tries === 20) throw error
        await new Promise(resolve => setTimeout(resolve, 250))
      }
    }
  }
  return {
    databaseUrl: database.url,
    rows,
    restartDatabase: database.restart,
    dovecot,
    mailbox,
    imapLine,
    sink,
    slack,
    around: {
      databaseUrl: database.url,
      dovecot: { ...dovecot, imapPort: imapLine.port },
      sink,
      slack,
    },
    async stop() {
      mailbox.hangUp()
      await connection.close()
      await slack.stop()
      await sink.stop()
      await imapLine.stop()
      await dovecot.stop()
      await database.stop()
    },
  }
}

interface StormDatabase {
  url: string
  restart: (() => Promise<void>) | null
  stop(): Promise<void>
}

/** A server of its own, because it is stopped in the middle of the work. */
async function startDatabase(): Promise<StormDatabase> {
  const debian = await startDebianPostgres()
  if (debian)
    return {
      url: debian.url,
      async restart() {
        await debian.pause()
        await debian.resume()
      },
      stop: debian.stop,
    }
  const directory = mkdtempSync(join(tmpdir(), 'kla-storm-'))
  const embedded = await startEmbedded({ directory, durable: false })
  return {
    url: embedded.url,
    restart: null,
    async stop() {
      await embedded.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
