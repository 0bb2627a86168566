import { expect, test } from 'vitest'
import { stepsNamed } from '../../../src/domain/process/stepsNamed.ts'
import { instance, plans, step, template } from './processes.ts'

const contract = template({
  id: 'kooperation',
  name: 'Kooperationsvertrag',
  je: 'region',
  schritte: [
    step('K4a', { titel: 'Rechtsprüfung, Seite Schulamt' }),
    step('K4b', { titel: 'Rechtsprüfung, Seite Jugendamt' }),
    step('K9', { titel: 'Unterzeichnung' }),
  ],
})
const of = (name: string, id: number, done: string[] = []) => ({
  instance: instance({ id, template: 'kooperation', subject: { kind: 'region', name } }),
  changes: done.map(each => ({ kind: 'done' as const, step: each, on: '2024-04-20' })),
})
const found = (typed: string, all = [of('Mitte', 1), of('Pankow', 2)]) =>
  stepsNamed(plans([contract], all), typed).found.map(
    each => `${each.process.instance.subject.name} ${each.step.id}`,
  )

test.each([
  ['K4a', ['Mitte K4a', 'Pankow K4a']],
  ['k9 mitte', ['Mitte K9']],
  ['kooperation:K9', ['Mitte K9', 'Pankow K9']],
  ['Unterzeichnung Pankow', ['Pankow K9']],
  ['Rechtspruefung Jugendamt Mitte', ['Mitte K4b']],
  ['Prüfung Schulamt Mitte', ['Mitte K4a']],
  ['prüfung jugendamt pankow', ['Pankow K4b']],
  ['Kooperationsvertrag', []],
  ['Elternabend', []],
  ['', []],
  ['„“', []],
])('%s', (typed, expected) => {
  // "prüfung" stands inside "Rechtsprüfung"; both sides are told apart by their own words.
  expect(found(typed)).toEqual(expected)
})

test('what is done steps back behind what is open', () => {
  expect(found('K4a', [of('Mitte', 1, ['K4a']), of('Pankow', 2)])).toEqual(['Pankow K4a'])
  expect(found('K4a', [of('Mitte', 1, ['K4a'])])).toEqual(['Mitte K4a'])
})

test('a slip is offered, not guessed', () => {
  expect(stepsNamed(plans([contract], [of('Mitte', 1)]), 'Unterzeichnugn')).toEqual({
    found: [],
    near: ['Unterzeichnung'],
  })
})
