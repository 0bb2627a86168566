import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dovecot, missingDovecot, startDovecot } from '../peers/dovecot.ts'
import { type KlaProcess, startKla } from '../peers/kla.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { type SlackPeer, startSlackPeer } from '../peers/slack.ts'
import { type SmtpSink, startSmtpSinkProcess } from '../peers/smtpSink.ts'

const preload = fileURLToPath(new URL('../peers/killAt.ts', import.meta.url))
const missing = missingDovecot()

/** A letter takes about as many writes from the mailbox to the last note in the database; some go to heartbeats. */
const places = Array.from({ length: 40 }, (_, i) => i + 1)

let database: FreshDatabase
let dovecot: Dovecot
let sink: SmtpSink
let slack: SlackPeer

beforeAll(async () => {
  if (missing) return
  database = await freshDatabase()
  dovecot = await startDovecot()
  // In a process of its own, so that what it accepted is counted although the sender is killed.
  sink = await startSmtpSinkProcess()
  slack = await startSlackPeer()
  slack.addChannel('C0KLA')
})

afterAll(async () => {
  if (missing) return
  await slack.stop()
  await sink.stop()
  await dovecot.stop()
  await database.drop()
})

test.skipIf(missing)(
  `[needs Dovecot] kill -9 at ${places.length} places while a letter is handled: one Vorgang, one announcement, at most one acknowledgement`,
  { timeout: 400_000 },
  async () => {
    let killed = 0
    let unanswered = 0
    let kla = await start(places[0]!)
    try {
      for (const [i, place] of places.entries()) {
        // From here its writes are counted.
        kla.child.kill('SIGUSR2')
        await dovecot.deliver(letter(place))
        if (await diesBeforeDone(kla, place)) killed++
        else await kla.stop()
        // Who takes up what was left is the next to be killed: it counts nothing before it is told to.
        kla = await start(places[i + 1] ?? 0)
        await until(() => finished(place), 60_000)
        const seen = await outcomeOf(place)
        expect(seen, `killed before write ${place}`).toMatchObject({ tickets: 1, announcements: 1 })
        // Between the end mark and the server's answer nobody can know; then it is listed for a person, never repeated.
        expect(seen.acknowledgements + seen.uncertain, `killed before write ${place}`).toBeGreaterThanOrEqual(
          1,
        )
        expect(seen.acknowledgements, `killed before write ${place}`).toBeLessThanOrEqual(1)
        if (seen.acknowledgements === 0) unanswered++
      }
    } finally {
      await kla.stop()
    }
    // Controls: the kills happened, and only the one gap of SMTP is left undecided.
    expect(killed).toBeGreaterThanOrEqual(30)
    expect(unanswered).toBeLessThanOrEqual(2)
    const [numbers] = await database.connection
      .client`select count(*)::int as n, max(seq)::int as last from tickets`
    expect(numbers).toEqual({ n: places.length, last: places.length })
  },
)

const start = (killAt: number) =>
  startKla({ databaseUrl: database.url, dovecot, sink, slack }, { preload, env: { KILL_AT: String(killAt) } })

function letter(place: number): string {
  return [
    `From: Familie Test ${place} <familie${place}@post.example>`,
    'To: postfach@kreis.example',
    `Subject: Frage ${place} zum Start`,
    `Message-ID: <absturz-${place}@post.example>`,
    'Date: Mon, 22 Apr 2024 08:41:00 +0200',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Guten Tag, wann beginnt die Klassenassistenz in Elmshorn? Das ist Brief ${place}.`,
    '',
  ].join('\r\n')
}

/** False when the letter was done before the count reached the place. */
async function diesBeforeDone(kla: KlaProcess, place: number): Promise<boolean> {
  const done = new AbortController()
  const how = await Promise.race([
    kla.ended,
    until(() => finished(place), 60_000, done.signal).then(() => 'done' as const),
  ])
  done.abort()
  return how === 'SIGKILL'
}

async function until(
  holds: () => Promise<boolean>,
  milliseconds: number,
  given = new AbortController().signal,
): Promise<void> {
  const end = performance.now() + milliseconds
  while (!given.aborted && !(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${milliseconds} ms: ${holds}`)
    await pause(30)
  }
}

async function finished(place: number): Promise<boolean> {
  const [row] = await database.connection.client`
    select
      (select count(*)::int from raw_mails where message_id = ${`<absturz-${place}@post.example>`}
         and outcome is not null) as handled,
      (select count(*)::int from raw_mails where outcome is null) as unhandled,
      (select count(*)::int from posts where platform = 'slack' and state <> 'posted') as unposted,
      (select count(*)::int from outgoing_mails where state not in ('sent', 'uncertain')) as unsent`
  return row?.handled === 1 && row.unhandled === 0 && row.unposted === 0 && row.unsent === 0
}

async function outcomeOf(place: number) {
  const [row] = await database.connection.client`
    select count(distinct t.id)::int as tickets, min(t.number) as number,
           count(distinct o.id) filter (where o.state = 'uncertain')::int as uncertain
    from raw_mails m join tickets t on t.id = m.ticket_id
    left join outgoing_mails o on o.ticket_id = t.id
    where m.message_id = ${`<absturz-${place}@post.example>`}`
  const number = row?.number as string
  return {
    tickets: row?.tickets as number,
    uncertain: row?.uncertain as number,
    announcements: slack.messages('C0KLA').filter(message => JSON.stringify(message).includes(number)).length,
    acknowledgements: sink.letters().filter(sent => sent.to.includes(`familie${place}@post.example`)).length,
  }
}
