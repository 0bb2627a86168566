import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { auditLog, messages, tickets } from '../../src/db/schema.ts'
import { type Role, roles } from '../../src/domain/ticket/visibility.ts'
import { commands } from '../../src/registry.ts'
import type { Person } from '../../src/reply/incoming.ts'
import { channel, directMessage, exampleWorld, office, person, secrets, yesOf } from './exampleWorld.ts'

type World = Awaited<ReturnType<typeof exampleWorld>>

/** A look or a change must be found by who, what and which Vorgang (D13). */
const entries = (world: World) => world.db.select().from(auditLog).orderBy(auditLog.id)

/** What a person does, and the entries that it leaves. */
async function entriesOf(world: World, act: () => Promise<unknown>) {
  const before = (await entries(world)).length
  await act()
  return (await entries(world)).slice(before)
}

describe('every look at what a letter says', () => {
  let world: World
  const ids = new Map<number, number>()
  beforeAll(async () => {
    world = await exampleWorld()
    for (const { id, seq } of await world.db.select().from(tickets)) ids.set(seq, id)
    await world.said('vorgang antworten 17: Der Start ist für den 01.08.2025 geplant.')
    await world.said('vorgang notiz 17: Rückruf vereinbart.')
  })
  afterAll(() => world.drop())

  const lookers = roles.map(role => person(role))
  const texts = [
    ...[3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17].map(seq => `vorgang zeige ${seq}`),
    'entwurf zeigen E-1',
    'vorgang antworten 17: Guten Tag.',
    'entwürfe',
    'vorgang liste',
    'fristen',
    'quarantäne',
    'status',
  ]

  test.each(texts)('„%s“ leaves an entry wherever it shows something', async text => {
    for (const by of lookers)
      for (const place of [office, directMessage, channel]) {
        const before = (await entries(world)).length
        const shown = await world.shown(text, by, place)
        const left = (await entries(world)).slice(before)
        const told = secrets.filter(words => shown.includes(words))
        const looks = left.filter(each => ['gelesen', 'entwurf_gelesen'].includes(each.action))
        expect([text, by.id, place.platform, told.length > 0]).toEqual([
          text,
          by.id,
          place.platform,
          looks.length > 0,
        ])
        for (const look of looks) expect(look).toMatchObject({ actor: by.id, ticketId: expect.any(Number) })
      }
  })

  test.each([
    ['vorgang zeige 17', 'koordination_jugendamt', 'gelesen'],
    ['vorgang zeige 4', 'asd', 'gelesen'],
    ['entwurf zeigen E-1', 'koordination_jugendamt', 'entwurf_gelesen'],
    ['vorgang antworten 17: Ja.', 'projektgruppe', 'entwurf_gelesen'],
  ] as const)('„%s“ by %s: %s', async (text, role, action) => {
    const left = await entriesOf(world, () => world.said(text, person(role)))
    const seq = Number(/\d+/.exec(text)![0])
    expect(left).toContainEqual(
      expect.objectContaining({
        actor: `web:${role}`,
        action,
        ticketId: ids.get(text.includes('E-1') ? 17 : seq),
      }),
    )
  })

  test('an entry holds nothing of what was read', async () => {
    const written = JSON.stringify(await entries(world))
    for (const words of [...secrets, 'Der Start ist', 'Rückruf vereinbart'])
      expect(written).not.toContain(words)
  })

  test('a draft that something came in for meanwhile is shown again, and that is a look too', async () => {
    const [ticket] = (await world.db.select().from(tickets)).filter(each => each.seq === 17)
    await world.db.insert(messages).values({
      programmeId: 'pinneberg',
      ticketId: ticket!.id,
      direction: 'in',
      fromName: 'Erika Beispiel',
      fromAddress: 'erika@familie.example',
      subject: 'Noch etwas',
      body: 'Noch etwas.',
      attachments: [],
      at: '2024-04-22T07:00:00Z',
    })
    const left = await entriesOf(world, () => world.said('entwurf senden E-1'))
    expect(left.map(each => each.action)).toEqual(['entwurf_gelesen'])
  })
})

describe('a look that is refused', () => {
  let world: World
  beforeAll(async () => {
    world = await exampleWorld()
  })
  afterAll(() => world.drop())

  test.each([
    ['gast', 'vorgang zeige 17'],
    ['gast', 'vorgang übernehmen 17'],
    ['admin', 'KA-17'],
    ['koordination_jugendamt', 'vorgang zeige 4'],
    ['koordination_schulamt', 'vorgang zeige 9'],
    ['koordination_jugendamt', 'vorgang abschließen 5'],
    ['projektgruppe', 'vorgang zuordnen 17 zu 4'],
    ['projektgruppe', 'vorgang rückgängig 4'],
  ] as [Role, string][])('%s „%s“ leaves who asked for which Vorgang, and no more', async (role, text) => {
    const wanted = /4$|9$|5$/.test(text) ? Number(text.slice(-1)) : 17
    const { id } = (await world.db.select().from(tickets)).find(each => each.seq === wanted)!
    const left = await entriesOf(world, () => world.said(text, person(role)))
    expect(left).toMatchObject([{ actor: `web:${role}`, action: 'verweigert', ticketId: id, detail: {} }])
  })

  test('in a channel what no channel may know is refused to everybody', async () => {
    const left = await entriesOf(world, () => world.said('vorgang zeige 4', person('asd'), channel))
    expect(left.map(each => each.action)).toEqual(['verweigert'])
  })

  test('a number that does not exist is answered with the same words and leaves nothing', async () => {
    const [hidden, absent] = [await world.shown('vorgang zeige 4'), await world.shown('vorgang zeige 99')]
    expect(hidden.replaceAll('0004', 'NNNN')).toBe(absent.replaceAll('0099', 'NNNN'))
    expect(await entriesOf(world, () => world.said('vorgang zeige 99'))).toEqual([])
  })
})

describe.each(['pinneberg', 'hannover', 'berlin', 'krefeld', 'verden'])('every change in %s', profile => {
  let world: World
  beforeAll(async () => {
    world = await exampleWorld(profile)
    await world.db.update(tickets).set({ programmeId: world.programme.id })
    await world.said('status')
  })
  afterAll(() => world.drop())

  test('leaves an entry with who made it', async () => {
    const client = world.connection.client
    const tables = await client<{ name: string }[]>`
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('audit_log')`
    /** Rows of all tables but the audit log. */
    const state = async () => {
      const sums = tables.map(
        ({ name }) => `(select md5(string_agg(t::text, '' order by t::text)) from ${name} t)`,
      )
      const [row] = await client.unsafe(`select array[${sums.join(',')}]::text as state`)
      return row!.state as string
    }
    const by: Person = {
      ...person('koordination_jugendamt'),
      roles: [...roles].filter(role => role !== 'kanal'),
    }
    const silent: string[] = []
    let changed = 0
    const change = async (text: string) => {
      const [rows, count] = [await state(), (await entries(world)).length]
      const reply = await world.said(text, by)
      const left = (await entries(world)).slice(count)
      if ((await state()) !== rows) {
        changed++
        if (!left.some(each => each.actor === by.id)) silent.push(text)
      }
      return reply
    }
    for (const { examples } of offeredCommands(world.programme, commands).filter(each => each.changes))
      for (const { input } of examples) {
        const yes = yesOf(await change(input))
        if (yes) await change(yes)
      }
    expect(silent).toEqual([])
    expect(changed).toBeGreaterThan(3)
  })
})
