import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../src/reply/incoming.ts'
import { channel, exampleWorld, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
})
afterEach(() => world.drop())

describe('the agreement', () => {
  test('says what is done, what waits, who has the ball since when, and what it opens', async () => {
    const shown = await world.shown('vereinbarung status')
    expect(shown).toContain(
      '2 von 10 Schritten erledigt. Am Zug: F-9 Abstimmung zwischen Schulamt und Jugendamt seit 31 Tagen offen',
    )
    expect(shown).toMatch(/wartet +K7 · Jugendhilfeausschuss hören .*wartet auf K4a und K4b und K5/)
    expect(shown).toMatch(/Zuschlag +gesperrt bis zur Unterzeichnung/)
    expect(shown).toMatch(/Stand 22\.03\.2024, Quelle: Zwischeninformation Klassenassistenz\./)
  })

  test('goes on step by step, and the status knows it', async () => {
    expect(await world.shown('vereinbarung schritt K4a erledigt am 19.4. in Elmshorn')).toContain(
      'Erledigt am 19.04.2024.',
    )
    expect(await world.shown('status region Elmshorn')).toMatch(
      /Schritte +Kooperationsvertrag: 3 von 10 Schritten erledigt, zuletzt Rechtsprüfung Kooperationsvertrag, Seite Schulamt \(19\.04\.2024\)/,
    )
  })

  test('is not for guests', async () => {
    for (const typed of ['vereinbarung status', 'frist zeigen M5', 'übergabe liste'])
      expect(await world.shown(typed, person('gast'))).toContain('Das darf nur')
    expect(await world.shown('fristen', person('gast'))).not.toContain('Rechtsprüfung')
    expect(await world.shown('status', person('gast'))).not.toContain('Was hängt')
  })
})

describe('a step behind a locked gate', () => {
  beforeEach(async () => {
    await world.said('vergabe start', person('vergabestelle'))
  })

  test('once a person unlocked the award the agreement says so, in no channel', async () => {
    const asked = (place?: Place) =>
      world.shown('vereinbarung status', person('koordination_jugendamt'), place)
    expect(await asked()).toMatch(/Zuschlag +gesperrt/)
    await world.said('frist freigeben zuschlag grund: Weisung', person('vergabestelle'))
    expect(await asked()).toMatch(/Zuschlag +von einer Person freigegeben, ohne Unterschrift/)
    expect(await asked(channel)).toMatch(/Zuschlag +gesperrt/)
  })

  test('is not done before a person unlocks it with a reason, and both are told', async () => {
    const refused = await world.shown('frist erledigt Zuschlag und Vertragsschluss')
    expect(refused).toMatch(
      /ist gesperrt, bis \S+ Unterzeichnung des Kooperationsvertrags \(Leitung des Jugendamtes\) erledigt ist/,
    )
    expect(await world.shown('frist freigeben „Zuschlag und Vertragsschluss“')).toContain(
      'Es fehlt noch: Grund.',
    )
    expect(
      await world.shown('frist freigeben „Zuschlag und Vertragsschluss“ grund: Weisung der Leitung'),
    ).toContain('Freigegeben von Koordination Jugendamt; der Grund ist hinterlegt.')
    expect(await world.shown('frist zeigen „Zuschlag und Vertragsschluss“')).toMatch(
      /freigegeben +trotz offener Voraussetzung[\s\S]*Grund: Weisung der Leitung/,
    )
    expect(await world.shown('frist erledigt „Zuschlag und Vertragsschluss“')).not.toContain('gesperrt')
  })

  test('opens by itself with what it waited for', async () => {
    await world.said('frist erledigt K9')
    expect(await world.shown('frist erledigt „Zuschlag und Vertragsschluss“')).not.toContain('gesperrt')
  })

  test('is not spoken of in a channel, where others read along', async () => {
    const coordination = person('koordination_jugendamt')
    expect(await world.shown('frist zeigen „Zuschlag und Vertragsschluss“', coordination, channel)).toContain(
      'gehören in keinen Kanal',
    )
    for (const typed of ['fristen alle', 'status'])
      expect(await world.shown(typed, coordination, channel)).not.toContain('Verhandlungsverfahren ·')
  })
})

test('the handover list is ticked off by its numbers', async () => {
  expect(await world.shown('übergabe liste')).toContain('10 von 10 Punkten offen.')
  expect(await world.shown('übergabe erledigt 2')).toContain('Verteiler der Empfängergruppen\nErledigt')
  expect(await world.shown('übergabe liste')).toMatch(
    /9 von 10 Punkten offen\.[\s\S]*erledigt +2 · Verteiler/,
  )
  expect(await world.shown('übergabe erledigt 77')).toContain('Einen Punkt 77 hat die Übergabe nicht.')
})
