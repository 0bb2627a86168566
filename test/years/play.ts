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
  outgoing: null,
  workplaceUrl: null,
}
const answer = createAnswer(needs, commands)

const from = Temporal.PlainDate.from(year.from)
const days = from.until(year.to, { largestUnit: 'days' }).days + 1
const played = new Map((await client`select day, done from days_played`).map(row => [row.day, row.done]))
for (let n = 0; n < days; n++) {
  const day = from.add({ days: n }).toString()
  if (played.get(day) !== true) await play(day, played.get(day) === false)
}
await close()

/** `again`: some of it happened already, before a kill. */
async function play(day: string, again: boolean): Promise<void> {
  if (day === process.env.COUNT_FROM) process.kill(process.pid, 'SIGUSR2') // see test/peers/killAt.ts
  const back = year.away?.[day]
  const orders = year.happens[day] ?? []
  if (orders.length > 0) await client`insert into days_played values (${day}, false) on conflict do nothing`
  if (back !== null) {
    clock = at(day, back ?? programme.profile.erinnerungen.uhrzeit)
    await remindThisMorning(needs)
    // The schedule calls every five minutes; the second call has nothing left to say.
    clock = clock.add({ minutes: 5 })
    if (orders.length > 0) await remindThisMorning(needs)
  }
  for (const order of orders) await carryOut(day, order, again)
  await client`insert into days_played values (${day}, true) on conflict (day) do update set done = true`
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
