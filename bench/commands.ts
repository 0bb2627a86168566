import postgres from 'postgres'
import { Temporal } from 'temporal-polyfill'
import { renderSlack } from '../src/adapters/slack/renderSlack.ts'
import { answerOf } from '../src/build/buildPlatforms.ts'
import { openWorld } from '../src/buildWorld.ts'
import { openJobs } from '../src/jobs/queue.ts'
import { openLog } from '../src/log.ts'
import type { Person, Place } from '../src/reply/incoming.ts'
import { readSettings } from '../src/settings.ts'

export interface CommandFigure {
  command: string
  medianMs: number
  p99Ms: number
}

const monday = Temporal.Instant.from('2024-04-22T09:00:00+02:00')

/** What coordinators type all day, in a channel and by themselves; what changes something is among it. */
const typed = [
  'status',
  'status region Elmshorn',
  'vorgang liste',
  'vorgang liste überfällig',
  'vorgang liste zuständig:ich',
  'vorgang liste Schule Elmshorn',
  'wie stehts in pinneberg?',
  'fristen diese woche',
  'vorgang zeige KA-17',
  'vorgang übernehmen KA-17',
  'vorgang liste abgeschlossen',
  'vorgang liste abgeschlossen Schule Elmshorn',
  'hilfe',
]

const person: Person = {
  id: 'slack:U1',
  name: 'Koordination Jugendamt',
  roles: ['koordination_jugendamt'],
}
const channel: Place = { platform: 'slack', shared: true, channel: 'C1', thread: null }

/**
 * From the arrival of a command to the message that is handed to the platform, with so many Vorgänge in the database: years of
 * them, one in fifty still open.
 */
export async function commandTimes(
  serverUrl: string,
  tickets: number,
  rounds: number,
): Promise<CommandFigure[]> {
  const url = await databaseWith(serverUrl, tickets)
  const read = readSettings({ DATABASE_URL: url, KLA_SECRET: 'x'.repeat(40) })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const world = await openWorld(read.settings, openLog({ level: 'silent' }), { now: () => monday })
  const jobs = await openJobs(url, () => {})
  try {
    await world.connection.client.unsafe(fill(tickets))
    await world.connection.client.unsafe('vacuum analyze')
    const answer = answerOf(world, jobs.enqueue, true)
    const once = async (text: string) => {
      const began = performance.now()
      renderSlack(await answer({ text, person, place: channel }))
      return performance.now() - began
    }
    for (const text of typed) for (let i = 0; i < 5; i++) await once(text)
    const figures: CommandFigure[] = []
    for (const command of typed) {
      const times: number[] = []
      for (let i = 0; i < rounds; i++) times.push(await once(command))
      times.sort((a, b) => a - b)
      figures.push({
        command,
        medianMs: times[Math.floor(rounds / 2)]!,
        p99Ms: times[Math.min(rounds - 1, Math.floor(rounds * 0.99))]!,
      })
    }
    return figures
  } finally {
    await jobs.stop()
    await world.close()
  }
}

async function databaseWith(serverUrl: string, tickets: number): Promise<string> {
  const name = `befehle_${tickets}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`drop database if exists ${name}`)
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Vorgänge of the years up to that Monday, thirty a thousandth of them a day, with their audit entries. */
function fill(tickets: number): string {
  const place = "(array['Elmshorn','Pinneberg','Barmstedt','Wedel','Quickborn','Uetersen', null])[1 + n % 7]"
  const type = "(array['eltern','schule','freier_traeger','schultraeger','politik', null])[1 + n % 6]"
  const topic = "(array['zeitplan','personal','einzelfall','finanzierung','konzept', null])[1 + n % 6]"
  const dataClass = `case when n % 6 = 2 then 'einzelfall' when n % 50 = 1 then 'presse' else 'allgemein' end`
  return `
    insert into tickets (programme_id, year, seq, number, state, stakeholder, topic, place, flags, bidder_question, data_class,
      because, confidence, owner, due_on, created_at, changed_at, closed_at, live)
    select 'pinneberg', year, seq, format('KA-%s-%s', year, lpad(seq::text, 4, '0')),
      case when n % 50 = 0 or n <= 40 then (array['eingegangen','in_bearbeitung','beantwortet'])[1 + n % 3] else 'abgeschlossen' end,
      ${type}, ${topic}, ${place}, '{}', false, ${dataClass}, '[]', '{"stakeholder":0.9,"topic":0.9}',
      case n % 4 when 0 then 'Koordination Jugendamt' when 1 then 'Koordination Schulamt' end,
      date '2024-04-22' + (n % 40)::int - 20, at, at, case when n % 50 <> 0 and n > 40 then at end, true
    from (select n, 2024 - (n / 50000)::int as year, 1 + (n % 50000)::int as seq,
            timestamptz '2024-04-22 08:00+02' - n * interval '10 minutes' as at
          from generate_series(0, ${tickets - 1}) n) rows;
    insert into ticket_counters select 'pinneberg', year, max(seq) from tickets group by year
      on conflict (programme_id, year) do update set last = excluded.last;
    insert into audit_log (programme_id, at, actor, action, ticket_id, detail)
      select programme_id, created_at, 'kla', 'eroeffnet', id, '{}' from tickets;
    insert into messages (programme_id, ticket_id, direction, message_id, from_name, from_address, subject, body, attachments, at)
      select programme_id, id, 'in', format('<%s@familie.example>', id), 'Erika Beispiel', format('erika%s@familie.example', id),
        'Frage', 'Ab wann gibt es die Klassenassistenz?', '[]', created_at from tickets`
}
