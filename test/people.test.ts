import { expect, test } from 'vitest'
import { parsePeople, personWithId, readPeople } from '../src/people.ts'

const list = `
- id: slack:U012AB
  name: Koordination Jugendamt
  rollen: [koordination_jugendamt]
- id: terminal
  name: Administration
  rollen: [admin, fachdienst]
`

test('a list of people is read as it stands', () => {
  expect(parsePeople(list, 'personen.yaml')).toEqual({
    people: [
      { id: 'slack:U012AB', name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] },
      { id: 'terminal', name: 'Administration', roles: ['admin', 'fachdienst'] },
    ],
  })
})

test('whoever is not on it is a guest', () => {
  const read = parsePeople(list, 'personen.yaml')
  const people = 'people' in read ? read.people : []
  expect(personWithId(people, 'slack:U012AB').roles).toEqual(['koordination_jugendamt'])
  expect(personWithId(people, 'slack:U999')).toEqual({ id: 'slack:U999', name: 'Gast', roles: ['gast'] })
})

test('an empty file is a list of nobody', () => {
  expect(parsePeople('# noch niemand\n', 'personen.yaml')).toEqual({ people: [] })
})

test('all faults are told at once, each with its line', () => {
  const faulty = `
- id: U012AB
  name: Koordination Jugendamt
  rollen: [koordinator]
- id: terminal
  name: Administration
  rollen: []
  email: admin@kreis.example
- id: web
  rollen: [gast]
`
  const result = parsePeople(faulty, 'personen.yaml')
  const faults = 'faults' in result ? result.faults : []
  expect(faults.map(line => /^personen\.yaml:(\d+): „(\w+)“/.exec(line)?.slice(1))).toEqual([
    ['2', 'id'],
    ['4', 'rollen'],
    ['7', 'rollen'],
    ['5', 'email'],
    ['9', 'name'],
  ])
})

test('nobody can be a channel, and nobody can be on the list twice', () => {
  const channel = '- {id: web, name: Kanal, rollen: [kanal]}'
  expect(parsePeople(channel, 'p.yaml')).toEqual({ faults: [expect.stringContaining('p.yaml:1: „rollen“')] })
  const twice = '- {id: web, name: A, rollen: [gast]}\n- {id: web, name: B, rollen: [admin]}'
  expect(parsePeople(twice, 'p.yaml')).toEqual({
    faults: ['p.yaml:2: Diese id steht schon weiter oben.'],
  })
})

test('a file that is no YAML, no list or not there is one clear line', () => {
  expect(parsePeople('- {id: web', 'p.yaml')).toEqual({
    faults: [expect.stringMatching(/^p\.yaml:\d+: kein/)],
  })
  expect(parsePeople('id: web', 'p.yaml')).toEqual({
    faults: ['p.yaml:1: Erwartet wird eine Liste von Einträgen mit id, name und rollen.'],
  })
  expect(readPeople('fehlt.yaml')).toEqual({ faults: [expect.stringContaining('fehlt.yaml')] })
})
