import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import type { Dovecot } from '../test/peers/dovecot.ts'
import { type KlaProcess, startKla } from '../test/peers/kla.ts'
import { type SlackPeer, startSlackPeer } from '../test/peers/slack.ts'
import { startSmtpSinkProcess } from '../test/peers/smtpSink.ts'

/** The whole program on a mailbox, everything switched on, with a mail server and a chat of its own. */
export interface Running {
  kla: KlaProcess
  slack: SlackPeer
  /** Waits until so many letters are handled. */
  handled(count: number): Promise<void>
  /** Waits until every announcement and acknowledgement is out. */
  allOut(): Promise<void>
  stop(): Promise<void>
}

/** The channel that hears everything. */
export const channel = 'C0KLA'

/** Starts it on a database of its own on the server at `serverUrl`. */
export async function running(dovecot: Dovecot, serverUrl: string): Promise<Running> {
  const databaseUrl = await newDatabase(serverUrl)
  const sink = await startSmtpSinkProcess()
  const slack = await startSlackPeer()
  slack.addChannel(channel)
  const kla = await startKla({ databaseUrl, dovecot, sink, slack })
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  return {
    kla,
    slack,
    async handled(count) {
      for (;;) {
        const [row] = await sql`select count(*)::int as n from raw_mails where outcome is not null`
        if (row?.n === count) return
        await pause(100)
      }
    },
    async allOut() {
      for (;;) {
        const [row] = await sql`
          select (select count(*)::int from outgoing_mails where state <> 'sent')
               + (select count(*)::int from posts where state <> 'posted') as n`
        if (row?.n === 0) return
        await pause(100)
      }
    },
    async stop() {
      await sql.end()
      await kla.stop()
      await slack.stop()
      await sink.stop()
    },
  }
}

async function newDatabase(url: string): Promise<string> {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  const name = `bench_${process.hrtime.bigint()}`
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const address = new URL(url)
  address.pathname = name
  return address.href
}
