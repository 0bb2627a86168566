import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { posts } from '../../../src/db/schema.ts'
import { profileSchema } from '../../../src/domain/programme/profile.ts'
import { remindThisMorning } from '../../../src/flows/reminders/remindThisMorning.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'
import { happens, office, reminding } from './office.ts'

const nights = [
  { name: 'of 23 hours', from: '2027-03-27T20:00:00+01:00', hours: 35, due: '2027-03-28' },
  { name: 'of 25 hours', from: '2026-10-24T20:00:00+02:00', hours: 37, due: '2026-10-25' },
]

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

test.each(nights)(
  'each morning around a night $name comes once, at a time the clock leaves out too',
  async ({ from, hours, due }) => {
    const erinnerungen = profileSchema.shape.erinnerungen.parse({
      uhrzeit: '02:30',
      leise: { von: '00:00', bis: '00:00' },
    })
    const programme = office({ erinnerungen })
    const needs = (now: Temporal.Instant) => ({
      ...reminding(database.connection.db, '2024-01-01T00:00', { programme }),
      now: () => now,
    })
    const start = Temporal.Instant.from(from)
    const first = needs(start.subtract({ hours: 18 }))
    expect(await remindThisMorning(first)).toBe(0)
    for (const step of ['K4', 'K9']) await happens(first, { kind: 'dropped', step })
    await happens(first, { kind: 'moved', step: 'K10', to: due, tentative: false })
    for (let minutes = 0; minutes < hours * 60; minutes += 15)
      await remindThisMorning(needs(start.add({ minutes })))
    const said = (await database.connection.db.select().from(posts)).map(each => each.reply)
    expect(said.map(each => each.summary)).toEqual([
      'Fristen: 1 demnächst',
      'Fristen: 1 heute',
      'Fristen: 1 überfällig',
    ])
  },
)
