import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { test } from 'vitest'
import { programmeNamed } from '../../src/buildWorld.ts'
import { posts } from '../../src/db/schema.ts'
import { germanDay } from '../../src/domain/time/day.ts'
import { freshDatabase } from '../peers/postgres.ts'
import { type Chance, chanceOf } from '../storm/chance.ts'
import { yearText } from './received.ts'
import type { Year } from './year.ts'
import { years } from './years.ts'

const preload = fileURLToPath(new URL('../peers/killAt.ts', import.meta.url))
const player = fileURLToPath(new URL('./play.ts', import.meta.url))

// Read the golden files as the ones who get the messages. After a change that is meant: vitest run test/years -u
test.concurrent.for(years)(
  'what everybody hears in the year of $programme, killed now and then, can be read and is said once',
  { timeout: 300_000 },
  async (year, { expect, onTestFinished }) => {
    const database = await freshDatabase()
    onTestFinished(() => database.drop())
    const { client, db } = database.connection
    await client`create table days_played (day text primary key, done boolean not null)`
    const chance = chanceOf(Number(process.env.KLA_YEARS_SEED ?? Math.floor(Math.random() * 1e9)))
    const about = `KLA_YEARS_SEED=${chance.seed}`
    for (const kill of killsIn(year, chance))
      expect(await play(database.url, year, kill), `${about} ${JSON.stringify(kill)}`).toBe('SIGKILL')
    expect(await play(database.url, year, null), about).toBe(0)

    const said = await db.select().from(posts).orderBy(posts.createdAt, posts.channel)
    const { profile } = programmeNamed(year.programme)
    const title = `${profile.name}, ${profile.traeger}: ${day(year.from)} bis ${day(year.to)}`
    // Whatever the moments were: not a line more or less.
    await expect(yearText(title, said), about).toMatchFileSnapshot(`./golden/${year.programme}.txt`)
  },
)

/** From the beginning of this day on messages from and to the database are counted, and the process dies at number `at`. */
interface Kill {
  day: string
  at: number
}

/** One kill in the first half of the year and one in the second, on days on which people do something, or soon after. */
function killsIn({ happens }: Year, chance: Chance): Kill[] {
  const days = Object.keys(happens).sort()
  const half = Math.floor(days.length / 2)
  return [days.slice(0, half), days.slice(half, -1)].map(some => ({
    day: chance.one(some),
    at: chance.int(1, 150),
  }))
}

/** How the process ended: by the signal that killed it, with 0, or with what it complained of. */
function play(url: string, { programme }: Year, kill: Kill | null): Promise<number | string | null> {
  const env = kill ? { COUNT_FROM: kill.day, KILL_ON: 'both', KILL_AT: String(kill.at) } : {}
  const child = spawn(process.execPath, ['--import', preload, player, url, programme], {
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
