import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, type Database } from '../../../src/db/connect.ts'
import { type FollowUp, placeUnderLock } from '../../../src/flows/intake/placeUnderLock.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

/** As much of an answer to this Vorgang as its place depends on. */
const answerTo = (ticketId: number) =>
  ({
    destiny: {
      kind: 'followup',
      ticketId,
      classification: { stakeholder: null, topic: null, flags: [], because: [] },
    },
  }) as unknown as FollowUp

test('answers to a closed Vorgang and to the older one it goes on in never wait for each other', async () => {
  const other = connect(world.database.url)
  const sql = world.database.connection.client
  await world.arrive([mail({ from: 'A <a@schule.example>', subject: 'Eins' })])
  await world.arrive([mail({ from: 'B <b@schule.example>', subject: 'Zwei' })])
  const [one, two] = (await sql`select id from tickets order by id`).map(row => Number(row.id))
  await sql`update tickets set state = 'abgeschlossen', closed_at = now() where id = ${two!}`
  await sql`insert into successors (programme_id, closed_ticket_id, ticket_id) values ('pinneberg', ${two!}, ${one!})`
  const placed = (db: Database, ids: number[]) =>
    db.transaction(async tx => {
      const { joining, locked } = await placeUnderLock(tx, ids.map(answerTo), 'wieder_oeffnen')
      expect([...locked.keys()].sort()).toEqual([one, two])
      return joining.map(({ ticketId }) => ticketId)
    })
  for (let round = 0; round < 6; round++) {
    const answers = await Promise.all([
      placed(world.needs.db, [two!]),
      placed(other.db, [one!, two!]),
      placed(world.needs.db, [two!]),
      placed(other.db, [two!, one!]),
    ])
    expect(answers.flat()).toEqual(Array(6).fill(one))
  }
  await other.close()
}, 60_000)
