import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '../../src/db/drizzle.ts'
import { channel, person } from './exampleWorld.ts'
import { workWorld } from './workWorld.ts'

let world: Awaited<ReturnType<typeof workWorld>>
beforeEach(async () => {
  world = await workWorld()
})
afterEach(() => world.drop())

/** How many in this database wait for a lock. */
async function waiting(): Promise<number> {
  const [row] = await world.connection.client`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return Number(row!.count)
}

test.each([
  'vorgang übernehmen KA-17',
  'vorgang zuweisen KA-17 Koordination Schulamt',
  'vorgang abgeben KA-17 an Koordination Schulamt grund: Stundenplan',
  'vorgang abschließen KA-17',
  'vorgang schlummern KA-17 bis 29.04.2024',
  'vorgang einordnen KA-17 typ:eltern',
  'vorgang verknüpfen KA-17 mit KA-14',
  'vorgang verknüpfen KA-14 mit KA-17',
  'vorgang zuordnen KA-14 zu KA-17 wirklich',
  'vorgang zuordnen KA-17 zu KA-14 wirklich',
])('„%s“, while a letter raises it: nothing is done and nothing told of it any more', async typed => {
  let answering: Promise<string> | undefined
  await world.db.transaction(async tx => {
    await tx.execute(sql`update tickets set data_class = 'kindeswohl', changed_at = now() where seq = 17`)
    answering = world.shown(typed, person('koordination_jugendamt'), channel)
    await expect.poll(waiting).toBeGreaterThan(0)
  })
  expect(await answering).not.toMatch(/Zeitplan|Elmshorn|Stand|Zuständig|verknüpft/)
  expect(await world.lastChange()).toBeUndefined()
  expect(await world.bySeq(17)).toMatchObject({ state: 'eingegangen', owner: null, snoozedUntil: null })
})
