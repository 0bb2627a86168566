import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarPlugin } from '../../src/build/calendarFeed.ts'
import { insertEvents, insertProcesses } from '../../src/db/processes.ts'
import { auditLog, calendarFeeds } from '../../src/db/schema.ts'
import { type WebWorld, webWorld } from '../adapters/web/world.ts'
import { channel, exampleWorld, person } from '../commands/exampleWorld.ts'
import { event } from '../domain/feed/plans.ts'

let house: Awaited<ReturnType<typeof exampleWorld>>
let web: WebWorld
let now: Temporal.Instant
let processId: number
beforeEach(async () => {
  house = await exampleWorld()
  now = house.now()
  const ids = await insertProcesses(
    house.db,
    'pinneberg',
    [
      {
        template: 'meilensteine',
        subject: { kind: 'programm', name: '' },
        cycle: '',
        start: Temporal.PlainDate.from('2024-03-22'),
        facts: {},
      },
    ],
    'kla',
    now.toString(),
  )
  processId = ids[0]!
  const log = house.needs.log as never
  web = await webWorld({ plugins: [calendarPlugin({ ...house.needs, log, now: () => now })] })
})
afterEach(async () => {
  await web.stop()
  await house.drop()
})

/** Makes an address by command and gives its path. */
async function newAddress(words = 'kalender neu'): Promise<string> {
  const text = await house.shown(words)
  return /https:\/\/kla\.kreis-beispiel\.example(\/kalender\/[\w-]{43}\.ics)/.exec(text)![1]!
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${web.origin}${path}`, { headers })

async function events(path: string) {
  const response = await get(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const components = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')
  return new Map(components.map(each => [new ICAL.Event(each).summary, new ICAL.Event(each)] as const))
}

async function change(what: object) {
  const changes = [{ processId, event: event(what), key: JSON.stringify(what) }]
  expect(await insertEvents(house.db, 'pinneberg', changes)).toBe(1)
  now = now.add({ hours: 1 })
}

describe('a subscribed calendar', () => {
  test('needs no sign-in, and tells of a move and of what fell away', async () => {
    const address = await newAddress()
    const before = (await events(address)).get('Klassenassistenzen starten')!
    expect(before.sequence).toBe(0)
    await change({ kind: 'moved', step: 'M5', to: '2025-09-01', tentative: true })
    const moved = (await events(address)).get('Klassenassistenzen starten (voraussichtlich)')!
    expect(moved.uid).toBe(before.uid)
    expect(moved.sequence).toBe(1)
    expect(moved.startDate.toString()).toBe('2025-09-01')
    expect(String(moved.component.getFirstPropertyValue('last-modified'))).toBe('2024-04-22T08:14:00Z')
    await change({ kind: 'dropped', step: 'M5' })
    const cancelled = (await events(address)).get('Entfällt: Klassenassistenzen starten (voraussichtlich)')!
    expect(cancelled.uid).toBe(before.uid)
    expect(cancelled.sequence).toBe(2)
    expect(cancelled.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    now = now.add({ hours: 31 * 24 })
    expect([...(await events(address)).values()].map(each => each.uid)).not.toContain(before.uid)
  })

  test('two addresses tell of one change with the same sequence, also when both are read at once', async () => {
    const [one, two] = [await newAddress(), await newAddress('kalender neu Elmshorn')]
    await events(one)
    await change({ kind: 'moved', step: 'M5', to: '2025-09-01', tentative: false })
    const read = await Promise.all([events(one), events(two), events(one), events(two)])
    expect(read.map(each => each.get('Klassenassistenzen starten')?.sequence)).toEqual([1, 1, 1, 1])
  })

  test('is loaded again only when something changed', async () => {
    const address = await newAddress()
    const first = await get(address)
    const tag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((await get(address, { 'if-none-match': `W/${tag}` })).status).toBe(304)
    await change({ kind: 'moved', step: 'M5', to: '2025-09-01', tentative: false })
    expect((await get(address, { 'if-none-match': tag })).status).toBe(200)
  })

  test('a function gets what it has to do, a region what concerns it', async () => {
    const all = await events(await newAddress())
    const region = await events(await newAddress('kalender neu Barmstedt'))
    const role = await events(await newAddress('kalender neu rolle:Vergabestelle'))
    expect(region.size).toBeLessThanOrEqual(all.size)
    expect(region.has('Klassenassistenzen starten')).toBe(true)
    expect(role.has('Klassenassistenzen starten')).toBe(false)
  })
})

describe('a secret address', () => {
  test('is kept as a hash only, and shown in no list', async () => {
    const secret = /kalender\/([\w-]{43})/.exec(await newAddress())![1]!
    const rows = [await house.db.select().from(calendarFeeds), await house.db.select().from(auditLog)]
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).toContain('kalender_angelegt')
    const list = await house.shown('kalender')
    expect(list).toContain('KAL-1')
    expect(list).toContain('ganzes Programm')
    expect(list).not.toContain(secret)
  })

  test('answers after its revocation like one that never was', async () => {
    const address = await newAddress()
    expect((await get(address)).status).toBe(200)
    expect(await house.shown('kalender widerrufen KAL-1')).toContain(
      'Die Kalender-Adresse KAL-1 gilt nicht mehr.',
    )
    const answers = await Promise.all(
      [
        address,
        `/kalender/${'A'.repeat(43)}.ics`,
        '/kalender/',
        `/kalender/${'a'.repeat(500)}.ics`,
        '/kalender/../x.ics',
        `${address}/x`,
      ].map(async path => {
        const response = await get(path)
        return [response.status, response.headers.get('cache-control'), await response.text()]
      }),
    )
    const gone = [404, 'no-store', 'Diese Kalender-Adresse gilt nicht oder nicht mehr.\n']
    expect(answers.filter((_, i) => i !== 4)).toEqual([gone, gone, gone, gone, gone])
    expect(answers[4]![0]).toBe(404)
    expect(await house.shown('kalender widerrufen KAL-1')).toContain('gibt es nicht')
  })

  test('is never made in a channel', async () => {
    const text = await house.shown('kalender neu', person('koordination_jugendamt'), channel)
    expect(text).toContain('Bitte schreiben Sie mir direkt')
    expect(text).not.toContain('/kalender/')
    expect(await house.db.select().from(calendarFeeds)).toEqual([])
    // Also where others read along, the answer to a person goes to that person alone.
    expect((await house.said('kalender neu')).audience).toBe('asker')
  })

  test('is none for guests', async () => {
    expect(await house.shown('kalender neu', person('gast'))).not.toContain('/kalender/')
  })

  test('of another programme opens nothing here', async () => {
    const address = await newAddress()
    await house.db.update(calendarFeeds).set({ programmeId: 'verden' })
    expect((await get(address)).status).toBe(404)
  })

  test('that is asked for without end is told to wait', async () => {
    const address = await newAddress()
    const codes = []
    for (let i = 0; i < 31; i++) codes.push((await get(address)).status)
    expect(codes.slice(0, 30).every(code => code === 200)).toBe(true)
    expect(codes[30]).toBe(429)
    expect((await get(await newAddress())).status).toBe(200)
  })

  test('says so when the database is away, and loses nothing', async () => {
    const address = await newAddress()
    const failing = { ...house.needs, db: {} as never, log: house.needs.log as never }
    const other = await webWorld({ plugins: [calendarPlugin(failing)] })
    const response = await fetch(`${other.origin}${address}`).finally(() => other.stop())
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('300')
    expect(house.logged.at(-1)?.message).toBe('Kalender nicht gelungen')
  })
})

test.each([
  ['kalender neu Quickborn', 'Für Quickborn ist noch keine Region festgelegt'],
  ['kalender neu rolle:Vergabestele', 'Meinten Sie'],
  ['kalender neu rolle:Raumfahrt', 'Bekannt sind:'],
  ['kalender widerrufen morgen', 'Bitte die Nummer der Adresse angeben'],
])('„%s“ is answered with what to do, and changes nothing', async (input, words) => {
  expect(await house.shown(input)).toContain(words)
  expect(await house.db.select().from(calendarFeeds)).toEqual([])
})
