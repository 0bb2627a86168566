import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPlans } from '../../src/flows/processes/plans.ts'
import { exampleWorld, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld()
})
afterAll(() => world.drop())

test('who is away is stood in for until the last day, or until it is ended', async () => {
  expect(await world.shown('vertretung')).toContain('keine Vertretung eingetragen')
  const set = await world.shown('vertretung setzen Projektleitung durch Schulamt bis 03.05.2024')
  expect(set).toContain('Schulamt vertritt Projektleitung bis Fr 03.05.2024')
  expect(await world.shown('vertretung')).toMatch(/Projektleitung: Schulamt\s+bis Fr 03\.05\.2024/)
  expect(await world.shown('vertretung setzen Projektleitung durch Schulamt bis 03.05.2024')).toContain(
    'vertritt Projektleitung schon',
  )
  world.goTo('2024-05-03')
  expect(await world.shown('wer vertritt wen?')).toContain('Projektleitung: Schulamt')
  expect(await world.shown('Wer vertritt die Projektleitung?')).toContain('Projektleitung: Schulamt')
  world.goTo('2024-05-04')
  expect(await world.shown('vertretung')).toContain('keine Vertretung eingetragen')
  await world.shown('vertretung setzen Projektleitung durch Schulamt')
  expect(await world.shown('vertretung')).toContain('bis auf Weiteres')
  expect(await world.shown('vertretung beenden Projektleitung')).toContain('wieder selbst zuständig')
  expect(await world.shown('vertretung beenden Projektleitung')).toContain('nichts zu beenden')
})

test('deputies are facts with an author: no step, no Frist, nothing to be reminded of', async () => {
  await world.shown('vertretung setzen Projektleitung durch Schulamt')
  const plans = await loadPlans(world.needs, world.db)
  const kept = plans.all.find(each => each.template.id === 'vertretung')!
  expect(kept.steps).toEqual([])
  const history = plans.histories.find(each => each.instance.id === kept.instance.id)!
  expect(history.events.at(-1)).toMatchObject({ kind: 'fact', by: 'Koordination Jugendamt' })
  await world.shown('vertretung beenden Projektleitung')
})

test.each([
  ['vertretung setzen Schulamt durch Schulamt', 'kann sich nicht selbst vertreten'],
  ['vertretung setzen Schulamt durch niemand', 'nichts geändert'],
  ['vertretung setzen Schulamt durch Jugendamt bis 19.04.2024', 'ist vorbei'],
  ['vertretung setzen Schulamt', 'Vertretung'],
])('„%s“ sets nothing: %s', async (typed, sentence) => {
  expect(await world.shown(typed)).toContain(sentence)
  expect(await world.shown('vertretung')).toContain('keine Vertretung eingetragen')
})

test('two functions that are both away do not stand in for each other', async () => {
  await world.shown('vertretung setzen Schulamt durch Jugendamt')
  expect(await world.shown('vertretung setzen Jugendamt durch Schulamt')).toContain('ist selbst abwesend')
  await world.shown('vertretung beenden Schulamt')
})

test('a guest neither reads nor names deputies', async () => {
  for (const typed of ['vertretung', 'vertretung setzen Schulamt durch Jugendamt'])
    expect(await world.shown(typed, person('gast'))).not.toContain('Jugendamt vertritt')
  expect(await world.shown('vertretung')).toContain('keine Vertretung eingetragen')
})
