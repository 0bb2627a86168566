/*
 * Plays the year of a programme on a database, day after day: play.ts <database url> <programme>. Started anew after kill -9 it
 * goes on with the day that it had not finished, and plays it again from its morning.
 */
import { Temporal } from 'temporal-polyfill'
import { processParts } from '../../src/build/buildProcesses.ts'
import { programmeNamed } from '../../src/buildWorld.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { connect } from '../../src/db/connect.ts'
import { zone } from '../../src/domain/time/day.ts'
import { remindThisMorning } from '../../src/flows/reminders/remindThisMorning.ts'
import { commands } from '../../src/registry.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { calendarOf } from './earlierHolidays.ts'
import type { Order } from './year.ts'
import { yearOf } from './years.ts'

const [url = '', name = ''] = process.argv.slice(2)
const year = yearOf(name)
const { client, db, close } = connect(url)
const programme = programmeNamed(year.programme)
let clock = at(year.from, '00:00')
const needs = {
  programme,
  ...processParts(programme, calendarOf(programme.profile.land)),
  db,
  now: () => clock,
  enqueue: async () => {},
  postTargets: (type: string) => [
    { platform: 'web' as const, channel: programme.profile.kanaele[type] ?? type },
  ],
  log: { info() {}, error: (fields: object) => fail(`a command failed: ${JSON.stringify(fields)}`) },
  people: [],
  correspondence: null,
  calendarUrl: 'https://kla.example',
}
const answer = createAnswer(needs, commands)

const from = Temporal.PlainDate.from(year.from)
const days = from.until(year.to, { largestUnit: 'days' }).days + 1
const done = new Set((await client`select day from days_played where done`).map(row => String(row.day)))
for (let n = 0; n < days; n++) {
  const day = from.add({ days: n }).toString()
  if (done.has(day)) continue
  const begun =
    await client`insert into days_played (day) values (${day}) on conflict do nothing returning day`
  await play(day, begun.length === 0)
  await client`update days_played set done = true where day = ${day}`
}
await close()

async function play(day: string, again: boolean): Promise<void> {
  if (day === process.env.COUNT_FROM) process.kill(process.pid, 'SIGUSR2') // see test/peers/killAt.ts
  const back = year.away?.[day]
  if (back === null) return
  const morning = back ?? programme.profile.erinnerungen.uhrzeit
  // The schedule calls every five minutes; the second call has nothing left to say.
  for (const minutes of [0, 5]) {
    clock = at(day, morning).add({ minutes })
    await remindThisMorning(needs)
  }
  for (const order of year.happens[day] ?? []) await carryOut(day, order, again)
}

async function carryOut(day: string, order: Order, again: boolean): Promise<void> {
  clock = at(day, order.at)
  const first = await said(order, order.types)
  if (order.previews === undefined) return expectIn(first, order.shows, order, again)
  expectIn(first, order.previews, order, again)
  const sure = first.blocks
    .flatMap(block => (block.kind === 'actions' ? block.actions : []))
    .find(action => action.command.includes('wirklich:'))
  if (sure) expectIn(await said(order, sure.command), order.shows, order, again)
  else if (!again) fail(`nothing to confirm after „${order.types}“: ${textOf(first)}`)
}

function said({ by }: Order, text: string): Promise<Reply> {
  return answer({ text, person: by, place: { platform: 'web', shared: false, channel: 'web', thread: null } })
}

/** On a day that is played again it may have happened already; then the answer says so. */
function expectIn(reply: Reply, part: string, { types }: Order, again: boolean): void {
  const text = textOf(reply)
  if (process.env.SHOW_ANSWERS) console.error(`${clock} > ${types}\n${text}\n`)
  if (text.includes(part) || (again && /\b(schon|bereits)\b/.test(text))) return
  fail(`${clock} „${types}“ should show „${part}“${again ? ' (again)' : ''}, but was answered:\n${text}`)
}

function textOf(reply: Reply): string {
  return renderText(reply, { width: 200 })
}

function at(day: string, time: string): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`).toInstant()
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
