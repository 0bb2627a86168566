import { afterAll, beforeAll, expect, test } from 'vitest'
import { chatMessages } from '../../src/db/schema.ts'
import type { Place } from '../../src/reply/incoming.ts'
import { person } from '../commands/exampleWorld.ts'
import { workWorld } from '../commands/workWorld.ts'

let world: Awaited<ReturnType<typeof workWorld>>
beforeAll(async () => {
  world = await workWorld()
})
afterAll(() => world.drop())

const coordinator = person('koordination_jugendamt')
const below = (thread: string, channel = 'sonst'): Place => ({
  platform: 'web',
  shared: true,
  channel,
  thread,
})

test('below an announcement a Vorgang is taken without its number', async () => {
  await world.announced(17)
  const { id } = await world.bySeq(17)
  const place = below(`announcement:${id}:web:sonst`)
  expect(await world.shown('übernehme ich', coordinator, place)).toContain('Zuständig ist jetzt')
  expect((await world.bySeq(17)).owner).toBe('Koordination Jugendamt')
  expect(await world.shown('erledigt?', coordinator, place)).toContain(
    'Meinen Sie: KA-2024-0017 abschließen?',
  )
  expect((await world.bySeq(17)).state).not.toBe('abgeschlossen')
})

test('below a question from the chat as well, and nowhere else', async () => {
  const { id } = await world.bySeq(14)
  await world.db.insert(chatMessages).values({
    programmeId: 'pinneberg',
    ticketId: id,
    platform: 'web',
    channel: 'fragen',
    address: '1713770000.000100',
    thread: null,
    authorId: 'web:gast',
    authorName: 'Gast',
    text: 'Wann geht es los?',
    files: 0,
    at: world.now().toString(),
  })
  const asked = 'wer hat das?'
  expect(await world.shown(asked, coordinator, below('1713770000.000100', 'fragen'))).toContain(
    'KA-2024-0014',
  )
  for (const other of [below('1713770000.000100'), below('1713770000.999999', 'fragen')])
    expect(await world.shown(asked, coordinator, other)).not.toContain('KA-2024-0014')
})
