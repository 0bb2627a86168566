import { afterAll, beforeAll, expect, test } from 'vitest'
import { channel, exampleWorld, person, yesOf } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
const vergabestelle = person('vergabestelle')
beforeAll(async () => {
  world = await exampleWorld()
  const asked = await world.said('vergabe start bekanntmachung:15.04.2024', vergabestelle)
  await world.said(yesOf(asked)!, vergabestelle)
  await world.said('frist anlegen „Elternabend mit Frau Beispiel“ bis 30.04.2024')
  for (const to of ['2026-02-01', '2026-08-01'])
    await world.said(yesOf(await world.said(`frist verschieben M5 auf ${to} grund: Frau Beispiel fehlt`))!)
})
afterAll(() => world.drop())

test('a period of law is drawn from its event to its end, with its paragraph', async () => {
  expect(await world.shown('zeitplan', vergabestelle)).toMatch(
    /Frist, geplant +Ende der Teilnahmefrist +15\.04\. bis 15\.05\.2024 +\(§ 17 Abs\. 2 VgV\)/,
  )
})

test('a milestone keeps every old place, those of the document and those of people', async () => {
  expect(await world.shown('zeitplan')).toContain('bisher 01.08.2024, dann 01.08.2025, dann 01.02.2026')
})

test('what a gate holds up is there without a date', async () => {
  expect(await world.shown('zeitplan', vergabestelle)).toMatch(/gesperrt +.*Zeitpunkt nicht genannt/)
})

test('of a region only what concerns it', async () => {
  const shown = await world.shown('zeitplan Region 2')
  expect(shown).toContain('Ende der Teilnahmefrist')
  expect(shown).not.toContain('Klassenassistenzen starten')
})

test('in channels there is neither a procurement nor what people typed', async () => {
  const said = JSON.stringify(await world.said('zeitplan', vergabestelle, channel))
  expect(said).toContain('Klassenassistenzen starten')
  expect(said).not.toContain('Teilnahmefrist')
  expect(said).not.toContain('Beispiel')
})

test('guests see milestones only', async () => {
  const said = await world.shown('zeitplan', person('gast'))
  expect(said).toContain('Klassenassistenzen starten')
  expect(said).not.toMatch(/Teilnahmefrist|Elternabend|gesperrt/)
})
