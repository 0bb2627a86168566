import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleWorld } from './exampleWorld.ts'

type World = Awaited<ReturnType<typeof exampleWorld>>

describe.each<[string, [string, string][]]>([
  [
    'pinneberg',
    [
      ['meilenstein M5', 'F-4 · Klassenassistenzen starten'],
      ['status Quatsch', '‚Quatsch‘ kenne ich nicht'],
      ['gremium termin Jugendhilfeausschuss 30.02.2024', 'Den Tag ‚30.02.2024‘ gibt es nicht'],
      ['vergabe machbarkeit start:30.02.2025', 'Den Tag ‚30.02.2025‘ gibt es nicht'],
      ['meilenstein verschieben M5 2026-08-01 grund:', 'Es fehlt noch der Grund'],
      ['ist die Rechtsprüfung durch?', 'Meinen Sie: frist erledigt Rechtsprüfung?'],
      ['fristen 2024-13', '‚2024-13‘ verstehe ich nicht als Zeitraum'],
      ['fristen bis 01.06.2024', 'Fristen: bis 01.06.2024'],
      ['fristen 2025', 'erster Schultag 2025/26'],
    ],
  ],
  [
    'krefeld',
    [
      ['gremium beschluss Steuergruppe', 'Es fehlt noch: Beschluss'],
      ['gremium termin Steuergruppe', 'Es fehlt noch: Tag'],
      ['schule anlegen „Musterschule“ ort:Quatsch', '‚Quatsch‘ kenne ich nicht'],
      ['schule anlegen Gesamtschule am Stadtpark', 'steht in Anführungszeichen'],
    ],
  ],
  [
    'berlin',
    [
      ['status bezirk Pankow', 'Pankow ·'],
      ['schlichtung ergebnis Mitte offen', 'Möglich: einig, gescheitert'],
      ['schlichtung ergebnis Mitte einigung', 'In Mitte läuft keine Schlichtung'],
      ['gremium Vernetzungskreis', 'Koordinatorin oder Koordinator des Bezirks'],
    ],
  ],
  [
    'verden',
    [
      ['modell erfahrung Beispielschule', 'Es fehlt noch: Erfahrung'],
      ['matrix interesse träger:„Muster e. V.“ sozialraum:Nord', '1    Muster e. V.  Nord'],
      ['fristen', 'vorbei  F-'],
      ['fristen überfällig', 'In dieser Zeit liegt kein Meilenstein'],
    ],
  ],
  ['hannover', [['stichtag 1999', 'Das Jahr 1999 kenne ich hier nicht']]],
])('in %s the answer points at what was said wrong, or does what was meant', (profile, cases) => {
  let world: World
  beforeAll(async () => {
    world = await exampleWorld(profile)
  })
  afterAll(() => world.drop())

  test.each(cases)('%s', async (typed, says) => {
    expect(await world.shownAndUndone(typed)).toContain(says)
  })
})

describe('what was entered is part of the Stand', () => {
  test('status says until when', async () => {
    const world = await exampleWorld()
    const before = await world.shownAndUndone('status')
    const after = await world.shownAndUndone('status', ['meilenstein erledigt M3 am 19.04.2024'])
    expect(before).not.toContain('Eingetragen bis')
    expect(after).toContain('Stand 22.03.2024, Quelle: Zwischeninformation Klassenassistenz. Eingetragen bis')
    await world.drop()
  })
})

test('no body of a programme is described by what happened after its Stand', async () => {
  const world = await exampleWorld()
  expect(await world.shownAndUndone('gremium')).not.toContain('03.12.2024')
  await world.drop()
})
