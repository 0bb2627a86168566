import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../src/reply/incoming.ts'
import { channel, directMessage, exampleWorld, person, yesOf } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
})
afterEach(() => world.drop())

describe('typed reasons may hold names', () => {
  const reason = 'Frau Beispiel ist erkrankt'
  beforeEach(async () => {
    await world.said(yesOf(await world.said(`frist verschieben M3 auf 2024-05 grund: ${reason}`))!)
  })

  test('in a channel it is only said that there is one', async () => {
    for (const typed of [
      'frist zeigen M3',
      'status',
      'status region Elmshorn',
      'fristen alle',
      'meilenstein',
      'zeitplan',
    ]) {
      const said = JSON.stringify(await world.said(typed, person('koordination_jugendamt'), channel))
      expect(said, typed).not.toContain('Beispiel')
    }
    expect(await world.shown('frist zeigen M3', person('koordination_jugendamt'), channel)).toContain(
      'Grund hinterlegt',
    )
  })

  test('a guest learns the date, never the reason', async () => {
    for (const typed of ['status', 'fristen alle', 'meilenstein']) {
      const said = await world.shown(typed, person('gast'))
      expect(said).toContain('Mai 2024')
      expect(said).not.toContain('Beispiel')
    }
  })

  test('who works with it reads it at the desk; in a direct message of a cloud it is only said that there is one', async () => {
    const asked = (place?: Place) => world.shown('frist zeigen M3', person('koordination_jugendamt'), place)
    expect(await asked()).toContain(reason)
    const inCloud = await asked(directMessage)
    expect(inCloud).toContain('Grund hinterlegt')
    expect(inCloud).not.toContain('Beispiel')
  })
})

describe('the title of an own Frist was typed', () => {
  const title = 'Gespräch mit Frau Beispiel'
  const asked = (typed: string, place?: Place) => world.shown(typed, person('koordination_jugendamt'), place)
  beforeEach(async () => {
    await world.said(`frist anlegen „${title}“ bis 23.04.2024`)
  })

  test('at the desk it is read, in lists and by itself', async () => {
    for (const typed of ['fristen', 'status', `frist zeigen „${title}“`])
      expect(await asked(typed), typed).toContain(title)
  })

  test('in channels and chat services it goes by its number', async () => {
    const number = /F-\d+/.exec(await asked(`frist zeigen „${title}“`))?.[0] ?? 'none'
    for (const place of [channel, directMessage]) {
      for (const typed of [
        'fristen',
        'status',
        `frist zeigen ${number}`,
        'frist zeigen Gespräch',
        'frist zeigen Gesprech',
        `frist verschieben ${number} auf 24.04.2024 grund: x`,
        'frist anlegen „Anruf bei Frau Beispiel“ bis 25.04.2024',
        `frist erledigt ${number}`,
      ]) {
        const said = JSON.stringify(await world.said(typed, person('koordination_jugendamt'), place))
        expect(said, typed).not.toContain('Beispiel')
      }
      await world.said(`frist öffnen ${number}`)
    }
    expect(await asked('fristen', directMessage)).toContain(
      `${number} · eigene Frist (Wortlaut im Arbeitsplatz)`,
    )
  })
})
