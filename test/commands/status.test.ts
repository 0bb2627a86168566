import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processParts } from '../../src/build/buildProcesses.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { tickets } from '../../src/db/schema.ts'
import type { Role } from '../../src/domain/ticket/visibility.ts'
import { commands } from '../../src/registry.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

const programme = pinneberg()
let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await database.connection.db
    .insert(tickets)
    .values([
      ticket(1, 'Elmshorn', { dueOn: '2024-04-19', createdAt: '2024-04-12T08:00:00Z' }),
      ticket(2, 'Barmstedt', { stakeholder: 'eltern', dueOn: '2024-04-24' }),
      ticket(3, 'Quickborn', { dueOn: '2024-05-20' }),
      ticket(4, 'Elmshorn', { stakeholder: null, topic: null, dueOn: null }),
      ticket(5, 'Elmshorn', { state: 'abgeschlossen', dueOn: '2024-04-01' }),
      ticket(6, 'Elmshorn', { state: 'beantwortet', dueOn: '2024-04-02' }),
      ticket(7, 'Elmshorn', { dataClass: 'einzelfall', topic: 'einzelfall', dueOn: '2024-04-23' }),
      ticket(8, 'Elmshorn', { dataClass: 'kindeswohl', dueOn: '2024-04-22' }),
      ticket(9, 'Elmshorn', { dataClass: 'vergabe', dueOn: '2024-04-22' }),
      { ...ticket(1, 'Elmshorn', { dueOn: '2024-04-20' }), programmeId: 'anderes' },
    ])
})
afterAll(() => database.drop())

function ticket(
  seq: number,
  place: string,
  more: Partial<typeof tickets.$inferInsert>,
): typeof tickets.$inferInsert {
  return {
    programmeId: 'pinneberg',
    year: 2024,
    seq,
    number: `KA-2024-000${seq}`,
    state: 'eingegangen',
    stakeholder: 'schule',
    topic: 'zeitplan',
    place,
    flags: [],
    bidderQuestion: false,
    dataClass: 'allgemein',
    because: [],
    confidence: { stakeholder: 1, topic: 1 },
    createdAt: '2024-04-19T08:00:00Z',
    changedAt: '2024-04-19T08:00:00Z',
    live: true,
    ...more,
  }
}

/** The answer as text, as somebody with these roles gets it on Monday 22.04.2024. */
async function ask(
  text: string,
  roles: Role[] = ['koordination_jugendamt'],
  shared = false,
): Promise<string> {
  const answer = createAnswer(
    {
      programme,
      ...processParts(programme),
      db: database.connection.db,
      now: () => Temporal.Instant.from('2024-04-22T07:14:00Z'),
      log: { info() {}, error: (_, message) => expect.fail(message) },
      enqueue: async () => {},
      correspondence: null,
      calendarUrl: 'https://kla.kreis-beispiel.example',
      postTargets: () => [],
      outgoing: null,
      workplaceUrl: null,
      people: [],
    },
    commands,
  )
  const person = { id: 'terminal', name: 'Koordination Jugendamt', roles }
  return words(
    await answer({ text, person, place: { platform: 'terminal', shared, channel: 'a', thread: null } }),
  )
}

function words(reply: Reply): string {
  return [reply.summary, ...reply.blocks.map(block => JSON.stringify(block))].join('\n')
}

test('a region counts the open Vorgänge of its places that the asker may know of', async () => {
  const text = await ask('/status region Elmshorn')
  expect(text).toContain(
    '5 offen: Schulen 3, Eltern 1, ungeklärt 1. Überfällig 1, älteste KA-2024-0001 (6 Arbeitstage)',
  )
  expect(text).toContain('KA-2024-0007 bis Di 23.04. · KA-2024-0002 bis Mi 24.04.')
})

test('in a channel protected Vorgänge are left out of the figures, and that is said', async () => {
  const text = await ask('status region Elmshorn', ['koordination_jugendamt'], true)
  expect(text).toContain('4 offen')
  expect(text).toContain('ohne geschützte')
  expect(text).not.toContain('KA-2024-0007')
})

test.each([['koordination_jugendamt'], ['projektgruppe'], ['vergabestelle'], ['gast']] as Role[][])(
  'child protection never shows, whoever asks: %s',
  async role => {
    for (const text of ['status', 'status region Elmshorn', 'fristen heute', 'fristen alle'])
      expect(await ask(text, [role!])).not.toContain('KA-2024-0008')
  },
)

test('a guest hears public facts and nothing of Vorgänge', async () => {
  const text = await ask('status region Elmshorn', ['gast'])
  expect(text).toContain('Klassenassistenzen starten')
  expect(text).not.toMatch(/KA-|Anfragen/)
})

test('a place without region counts its own Vorgänge', async () => {
  const text = await ask('status region Quickborn')
  expect(text).toContain(
    'Für Quickborn ist noch keine Region festgelegt. Festgelegt sind: Region 1 (Elmshorn, Pinneberg, Barmstedt).',
  )
  expect(text).toContain('1 offen: Schule 1. Nichts überfällig')
})

test('the whole programme counts everything', async () => {
  expect(await ask('status')).toContain('6 offen')
  expect(await ask('status region Kreis Pinneberg')).toContain('6 offen')
})

test('a misspelt place is offered, not guessed', async () => {
  const text = await ask('status region Elmshron')
  expect(text).toContain('‚Elmshron‘ kenne ich nicht. Meinten Sie Elmshorn?')
  expect(text).toContain('status region Elmshorn')
})

test('fristen shows what is overdue first, then the next 14 days, and answered ones no more', async () => {
  const text = await ask('fristen')
  expect(text).toContain('Fristen: nächste 14 Tage · Mo 22.04.2024 (KW 17)')
  expect(text.indexOf('KA-2024-0001')).toBeLessThan(text.indexOf('KA-2024-0002'))
  expect(text).toContain('überfällig')
  expect(text).not.toContain('KA-2024-0003')
  expect(text).not.toContain('KA-2024-0006')
  expect(text).toContain('voraussichtlich April 2024')
  expect(text).not.toContain('01.08.2025')
})

test.each([
  ['fristen heute', [], ['0001', '0002']],
  ['fristen diese Woche', ['0002', '0007'], ['0001', '0003']],
  ['fristen überfällig', ['0001'], ['0002']],
  ['fristen 2024-05', ['0003'], ['0001', '0002']],
  ['fristen Mai', ['0003'], ['0002']],
  ['fristen alle', ['0001', '0002', '0003', '01.08.2025'], []],
  ['fristen ort:Barmstedt', ['0001', '0002'], ['0003']],
  ['fristen ort:Quickborn 2024-05', ['0003'], ['0002']],
])('%s', async (said, shown, hidden) => {
  const text = await ask(said)
  for (const each of shown) expect(text).toContain(each)
  for (const each of hidden) expect(text).not.toContain(each)
})

test('a time without anything says so', async () => {
  const text = await ask('fristen 2030-01')
  expect(text).toContain('In dieser Zeit ist keine Antwort fällig.')
  expect(text).toContain('In dieser Zeit liegt kein Meilenstein.')
})

test('the buttons of an answer are commands that work', async () => {
  const text = await ask('status region Elmshorn')
  const commands = [...text.matchAll(/"command":"((?:[^"\\]|\\.)*)"/g)].map(
    match => JSON.parse(`"${match[1]}"`) as string,
  )
  expect(commands.length).toBeGreaterThan(0)
  for (const command of commands) expect(await ask(command)).not.toMatch(/kenne ich nicht|nicht verstanden/)
})
