import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { tickets } from '../../src/db/schema.ts'
import { commands } from '../../src/registry.ts'
import type { Place } from '../../src/reply/incoming.ts'
import { channel, directMessage, exampleWorld, office, person } from './exampleWorld.ts'

/*
 * What a guest is told may not hang on anything that the office keeps for itself. So two offices are asked the same: one that has
 * Vorgänge, Fristen, reasons, deputies and people, and one that has nothing but the profile. A guest cannot tell them apart.
 */

type World = Awaited<ReturnType<typeof exampleWorld>>

const planted = ['Frau Geheimrat', 'Herr Verborgen', 'Leitung Sonderwunsch']

const people = [
  {
    accounts: ['slack:UX'],
    mail: 'verborgen@kreis.example',
    name: 'Leitung Sonderwunsch',
    roles: ['admin' as const],
  },
]

/** Everything an office keeps for itself, as far as this programme has it. */
async function fill(world: World): Promise<void> {
  const programmeId = world.programme.id
  await world.db.update(tickets).set({ programmeId })
  const inner = [
    'frist anlegen „Gespräch mit Frau Geheimrat“ bis 25.04.2024',
    'frist anlegen „Rückruf Herr Verborgen“ bis 26.04.2024',
    'vertretung setzen Projektgruppe durch Koordination Jugendamt bis 03.05.2024',
    'vorgang notiz 17: Frau Geheimrat rief an.',
    'vorgang antworten 17: Guten Tag, Herr Verborgen.',
    'kalender neu',
  ]
  for (const typed of inner) await world.said(typed)
}

const places: [string, Place][] = [
  ['in a shared channel', channel],
  ['in a direct message', directMessage],
  ['on the workplace', office],
]

describe.each(['pinneberg', 'hannover', 'berlin', 'krefeld', 'verden'])('a guest of %s', profile => {
  let full: World
  let bare: World
  beforeAll(async () => {
    full = await exampleWorld(profile, { people })
    await fill(full)
    bare = await exampleWorld(profile)
    await bare.db.delete(tickets)
  })
  afterAll(async () => {
    await full.drop()
    await bare.drop()
  })

  test('the office that is asked does keep something for itself', async () => {
    const list = await full.shown('vorgang liste')
    expect(list).toContain('KA-2024-0017')
    expect(await full.shown('fristen')).toContain('Frau Geheimrat')
    expect(await full.shown('vertretung')).toContain('Projektgruppe')
    expect(await bare.shown('vorgang liste')).not.toContain('KA-2024-0017')
  })

  test.each(places)(
    '%s is told the same by an office with secrets and by one without',
    async (_where, place) => {
      const guest = person('gast')
      const offered = offeredCommands(full.programme, commands)
      const inputs = offered.flatMap(({ name, aliases, examples }) => [
        name,
        ...aliases.slice(0, 2),
        ...examples.map(each => each.input),
      ])
      const asked = [...new Set([...inputs, ...sentences])]
      const differ = []
      for (const text of asked) {
        const [one, other] = [await full.shown(text, guest, place), await bare.shown(text, guest, place)]
        if (one !== other) differ.push({ text, one, other })
        const told = planted.filter(words => one.includes(words))
        if (told.length > 0) differ.push({ text, told })
      }
      expect(differ).toEqual([])
    },
  )
})

const sentences = [
  'fristen alle',
  'fristen überfällig',
  'was ist diese woche fällig',
  'wie stehts?',
  'wer ist zuständig für KA-17',
  'KA-17',
  'E-1',
  'F-1',
  'F-2',
  'frist zeigen F-1',
  'frist zeigen Gespräch',
  'wer vertritt wen?',
  'vorgang rückgängig',
  'zeitplan',
  'status alle',
]
