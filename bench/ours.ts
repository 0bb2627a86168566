import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import type { Dovecot } from '../test/peers/dovecot.ts'
import { startKla } from '../test/peers/kla.ts'
import { startSlackPeer } from '../test/peers/slack.ts'
import { startSmtpSinkProcess } from '../test/peers/smtpSink.ts'

/** A database of its own on the server at `url`. */
export async function newDatabase(url: string): Promise<string> {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  const name = `bench_${process.hrtime.bigint()}`
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const address = new URL(url)
  address.pathname = name
  return address.href
}

/**
 * The whole program, everything switched on, takes in a mailbox of `count` letters: seconds until every letter is
 * handled, until every announcement and acknowledgement is out, and the peak memory of the process.
 */
export async function ourIntake(
  dovecot: Dovecot,
  serverUrl: string,
  count: number,
): Promise<{ handledSeconds: number; outSeconds: number; peakMiB: number }> {
  const databaseUrl = await newDatabase(serverUrl)
  const sink = await startSmtpSinkProcess()
  const slack = await startSlackPeer()
  slack.addChannel('C0KLA')
  const kla = await startKla({ databaseUrl, dovecot, sink, slack })
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  // The mailbox is watched from now on; the process took its own time to load before.
  const begun = performance.now()
  const until = async (done: () => Promise<boolean>) => {
    while (!(await done())) await pause(100)
    return (performance.now() - begun) / 1000
  }
  const handledSeconds = await until(async () => {
    const [row] = await sql`select count(*)::int as n from raw_mails where outcome is not null`
    return row?.n === count
  })
  const outSeconds = await until(async () => {
    const [row] = await sql`
      select (select count(*)::int from outgoing_mails where state <> 'sent')
           + (select count(*)::int from posts where state <> 'posted') as n`
    return row?.n === 0
  })
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${kla.child.pid}/status`, 'utf8'))
  await sql.end()
  await kla.stop()
  await slack.stop()
  await sink.stop()
  return { handledSeconds, outSeconds, peakMiB: Math.round(Number(peak?.[1] ?? 0) / 1024) }
}
