import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../src/db/connect.ts'
import { insertRows } from '../../../src/db/insertRows.ts'
import { loadRemindersSent } from '../../../src/db/remindersSent.ts'
import { posts, tickets } from '../../../src/db/schema.ts'
import type { Ticket } from '../../../src/db/tickets.ts'
import { remindThisMorning } from '../../../src/flows/reminders/remindThisMorning.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'
import { happens, office, reminding } from './office.ts'

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const db = () => database.connection.db
const needs = (at: string, other = {}) => reminding(db(), at, other)
/** Calls as the schedule does. */
const at = (time: string, other = {}) => remindThisMorning(needs(time, other))

/** All posts as they are read in a channel. */
async function read(): Promise<string[]> {
  const rows = await db().select().from(posts).orderBy(posts.id)
  return rows.map(({ channel, reply }) => `#${channel}\n${renderText(reply, { actions: 'labels' })}`)
}

/** The program ran the day before, so that this is not its first morning. */
async function runningSince(time: string): Promise<void> {
  expect(await at(time)).toBe(0)
  expect(await read()).toEqual([])
}

test('one message a morning says what is due, who has it and what it waits for', async () => {
  await runningSince('2024-04-22T07:30')
  expect(await at('2024-04-23T07:30:02')).toBe(1)
  expect(await at('2024-04-23T07:35')).toBe(0)
  expect(await read()).toEqual([
    `#koordination
Fristen heute und demnächst · Di 23.04.2024 (KW 17)

 ○ morgen      F-1 · Rechtsprüfung · Kooperationsvertrag   Mi 24.04.2024 · Schulamt
 ○ in 7 Tagen  F-3 · Bekanntgabe · Kooperationsvertrag     Di 30.04.2024 · Jugendamt
 ○ demnächst   F-2 · Unterzeichnung · Kooperationsvertrag  Mai 2024 · Jugendamt
                 (wartet auf „Rechtsprüfung“ (Schulamt))

[F-1 erledigt]  [F-1 verschieben]  [Morgen erinnern]  [F-3 erledigt]  [F-2 erledigt]

Planmäßig 07:30, gesendet 07:30.`,
  ])
})

describe('a morning that was missed', () => {
  test('is made up at the next call, and the message says so', async () => {
    await runningSince('2024-04-22T07:30')
    expect(await at('2024-04-25T09:12')).toBe(1)
    const [message] = await read()
    expect(message).toContain('! überfällig  F-1 · Rechtsprüfung')
    expect(message).toContain('seit gestern')
    expect(message).toContain('Planmäßig Di 23.04. 07:30, gesendet Do 25.04. 09:12 (nachgeholt).')
  })

  test('is made up in quiet hours with what is firm; the rest follows in the next morning', async () => {
    await runningSince('2024-04-22T07:30')
    expect(await at('2024-04-23T22:10')).toBe(1)
    expect(await at('2024-04-24T07:30')).toBe(1)
    const [evening, morning] = await read()
    expect(evening).toContain('F-3 · Bekanntgabe')
    expect(evening).not.toContain('F-1')
    expect(evening).toContain('Planmäßig 07:30, gesendet 22:10 (nachgeholt).')
    expect(morning).toContain('! heute')
    expect(morning).toContain('F-1 · Rechtsprüfung')
    expect(morning).not.toContain('F-3 · Bekanntgabe')
  })

  test('is not called late when nothing had been due in it', async () => {
    await runningSince('2024-04-15T07:30')
    await happens(needs('2024-04-15T08:00'), { kind: 'dropped', step: 'K4' })
    await happens(needs('2024-04-15T08:00'), { kind: 'dropped', step: 'K9' })
    expect(await at('2024-04-23T07:30')).toBe(1)
    expect((await read())[0]).toContain('Planmäßig 07:30, gesendet 07:30.')
  })
})

describe('exactly once', () => {
  test('two processes in the same moment say it once', async () => {
    await runningSince('2024-04-22T07:30')
    const other = connect(database.url)
    try {
      const told = await Promise.all([
        at('2024-04-23T07:30'),
        remindThisMorning(reminding(other.db, '2024-04-23T07:30')),
      ])
      expect(told.toSorted()).toEqual([0, 1])
      expect(await read()).toHaveLength(1)
    } finally {
      await other.close()
    }
  })

  test('who dies before the end has said nothing, and the next one says it', async () => {
    await runningSince('2024-04-22T07:30')
    const dying = async () => {
      throw new Error('killed')
    }
    await expect(at('2024-04-23T07:30', { enqueue: dying })).rejects.toThrow('killed')
    expect(await read()).toEqual([])
    expect((await loadRemindersSent(db(), 'pinneberg')).size).toBe(0)
    expect(await at('2024-04-23T07:35')).toBe(1)
    expect(await read()).toHaveLength(1)
  })

  test('what has no channel stays due until there is one', async () => {
    await runningSince('2024-04-22T07:30')
    expect(await at('2024-04-23T07:30', { postTargets: () => [] })).toBe(0)
    expect(await at('2024-04-24T07:30')).toBe(1)
    expect((await read())[0]).toContain('F-3 · Bekanntgabe')
  })
})

test('what was done in the evening is not said in the morning, and a moved date is said anew', async () => {
  await runningSince('2024-04-22T07:30')
  await at('2024-04-23T07:30')
  await happens(needs('2024-04-23T16:00'), { kind: 'moved', step: 'K10', to: '2024-05-02', tentative: false })
  await happens(needs('2024-04-23T16:00'), { kind: 'done', step: 'K4', on: '2024-04-23' })
  await happens(needs('2024-04-23T16:00'), { kind: 'dropped', step: 'K9' })
  expect(await at('2024-04-24T07:30')).toBe(0)
  expect(await at('2024-04-25T07:30')).toBe(1)
  const [, message] = await read()
  expect(message).toContain('in 7 Tagen  F-3 · Bekanntgabe')
  expect(message).not.toContain('F-1')
})

test('several channels get a message each, and one channel of a platform only one', async () => {
  const programme = office()
  const { profile } = programme
  const beteiligte = profile.beteiligte.map(each =>
    each.id === 'schulamt' ? { ...each, kanal: 'schulen' } : each,
  )
  const own = { programme: office({ beteiligte }) }
  await runningSince('2024-04-22T07:30')
  expect(await at('2024-04-23T07:30', own)).toBe(2)
  expect((await read()).map(each => each.split('\n')[0]).sort()).toEqual(['#koordination', '#schulen'])
  const one = () => [{ platform: 'slack', channel: 'C1' }]
  expect(await at('2024-04-24T07:30', { ...own, postTargets: one })).toBe(1)
})

describe('Vorgänge', () => {
  const ticket = (seq: number, other: Partial<Ticket>) => ({
    programmeId: 'pinneberg',
    year: 2024,
    seq,
    number: `KA-2024-000${seq}`,
    state: 'eingegangen' as const,
    stakeholder: 'eltern' as const,
    topic: 'zeitplan' as const,
    place: 'Elmshorn',
    unknownPlace: null,
    flags: [],
    bidderQuestion: false,
    dataClass: 'allgemein' as const,
    because: [],
    confidence: { stakeholder: 1, topic: 1 },
    owner: null as string | null,
    dueOn: '2024-04-22',
    createdAt: '2024-04-15T10:00:00Z',
    changedAt: '2024-04-15T10:00:00Z',
    closedAt: null,
    live: true,
    ...other,
  })

  test('are said with number, type and topic; of protected ones less, and nothing of those no channel may know', async () => {
    await insertRows(db(), tickets, [
      ticket(1, {}),
      ticket(2, { dataClass: 'einzelfall', owner: 'Koordination Jugendamt' }),
      ticket(3, { dataClass: 'kindeswohl' }),
      ticket(4, { dataClass: 'vergabe' }),
      ticket(5, { live: false }),
      ticket(6, { state: 'beantwortet' }),
      ticket(7, { owner: 'Koordination Jugendamt', dueOn: '2024-04-30' }),
    ])
    const programme = office({ ablaeufe: [] })
    expect(await at('2024-04-22T07:30', { programme })).toBe(0)
    expect(await at('2024-04-23T07:30', { programme })).toBe(1)
    expect(await read()).toEqual([
      `#koordination
Fristen heute und demnächst · Di 23.04.2024 (KW 17)

 ! überfällig  KA-2024-0001 · Eltern · Zeitplan · Elmshorn  Mo 22.04.2024 · noch niemand zuständig
                 (seit gestern)
 ? wartet      KA-2024-0002 · Einzelfall

[KA-2024-0001 übernehmen]

Planmäßig 07:30, gesendet 07:30.`,
    ])
    expect(await at('2024-04-24T07:30', { programme })).toBe(0)
    // Two working days later it is said once more, because Pinneberg names no lead.
    expect(await at('2024-04-25T07:30', { programme })).toBe(1)
  })

  test('that were put off are silent until their day, and then said once, whoever has them', async () => {
    const snoozedUntil = '2024-04-24'
    const owner = 'Koordination Jugendamt'
    await insertRows(db(), tickets, [
      ticket(1, { snoozedUntil }),
      ticket(2, { snoozedUntil, owner, dueOn: '2024-05-30' }),
      ticket(3, { snoozedUntil, owner, dueOn: null }),
      ticket(4, { snoozedUntil, owner, dueOn: null, state: 'beantwortet' }),
    ])
    const programme = office({ ablaeufe: [] })
    expect(await at('2024-04-22T07:30', { programme })).toBe(0)
    expect(await at('2024-04-23T07:30', { programme })).toBe(0)
    expect(await at('2024-04-24T07:30', { programme })).toBe(1)
    const [morning] = await read()
    for (const number of ['KA-2024-0001', 'KA-2024-0002', 'KA-2024-0003'])
      expect(morning!.split('\n').filter(line => line.includes(`${number} ·`))).toHaveLength(1)
    expect(morning).toContain('wie gewünscht wieder vorgelegt')
    expect(morning).not.toContain('KA-2024-0004')
    expect(await at('2024-04-25T07:30', { programme })).toBe(0)
  })
})
