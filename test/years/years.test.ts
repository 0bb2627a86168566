import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { programmeNamed } from '../../src/buildWorld.ts'
import { posts } from '../../src/db/schema.ts'
import { germanDay } from '../../src/domain/time/day.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { type Chance, chanceOf } from '../storm/chance.ts'
import { receivedIn, yearText } from './received.ts'
import type { Year } from './year.ts'
import { years } from './years.ts'

const preload = fileURLToPath(new URL('../peers/killAt.ts', import.meta.url))
const player = fileURLToPath(new URL('./play.ts', import.meta.url))

/** Kills a year; each costs a start. */
const kills = 2

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
  await database.connection
    .client`create table days_played (day text primary key, done boolean not null default false)`
})
afterEach(() => database.drop())

// Read the golden files as the one who gets them. After a change that is meant: vitest run test/years -u
for (const year of years)
  test(`what everybody hears in the year of ${year.programme}, killed now and then, can be read and is said once`, async () => {
    const chance = chanceOf(Number(process.env.KLA_YEARS_SEED ?? Math.floor(Math.random() * 1e9)))
    const about = `KLA_YEARS_SEED=${chance.seed}`
    for (let killed = 0; killed < kills; killed++)
      expect(await play(year, placeOf(chance)), about).toBe('SIGKILL')
    expect(await play(year, null), about).toBe(0)

    const said = await database.connection.db.select().from(posts).orderBy(posts.createdAt, posts.channel)
    const lines = receivedIn(said).map(({ at, channel, row }) => `${at} ${channel} ${row.text} ${row.state}`)
    expect(new Set(lines).size, about).toBe(lines.length)
    const { profile } = programmeNamed(year.programme)
    const title = `${profile.name}, ${profile.traeger}: ${day(year.from)} bis ${day(year.to)}`
    await expect(yearText(title, said), about).toMatchFileSnapshot(`./golden/${year.programme}.txt`)
  })

/** Somewhere in the first two thirds of a year: so many messages from and to the database come and go. */
function placeOf(chance: Chance): number {
  return chance.int(20, 2500)
}

/** How the process ended. It is killed before it reads or writes for the `killAt`-th time. */
function play({ programme }: Year, killAt: number | null): Promise<number | string | null> {
  const env = killAt === null ? {} : { KILL_FROM: 'start', KILL_ON: 'both', KILL_AT: String(killAt) }
  const child = spawn(process.execPath, ['--import', preload, player, database.url, programme], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', chunk => {
    complaints += chunk
  })
  return new Promise(resolve =>
    child.once('close', (code, signal) => resolve(signal ?? (code === 0 ? 0 : complaints))),
  )
}

function day(iso: string): string {
  return germanDay(Temporal.PlainDate.from(iso))
}
