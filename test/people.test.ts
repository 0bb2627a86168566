import { expect, test } from 'vitest'
import { listedWithAccount, listedWithMail } from '../src/domain/people/listedPerson.ts'
import { localPerson, parsePeople, readPeople } from '../src/people.ts'

const list = `
- id: slack:U012AB
  name: Koordination Jugendamt
  rollen: [koordination_jugendamt]
- id: terminal
  name: Administration
  rollen: [admin, fachdienst]
`

/** The three ways to be recognised, alone and together. */
const everyWay = `
- mail: Erika.Beispiel@Kreis.Example
  name: Koordination Jugendamt
  rollen: [koordination_jugendamt]
- konten: [slack:U1, teams:29:1-abc]
  name: ASD
  rollen: [asd]
- id: web
  konten: [cli]
  mail: personal@kreis.example
  name: Personal
  rollen: [personal]
`

test('a list of people of the first version is read as it stands', () => {
  expect(parsePeople(list, 'personen.yaml')).toEqual({
    people: [
      {
        accounts: ['slack:U012AB'],
        mail: null,
        name: 'Koordination Jugendamt',
        roles: ['koordination_jugendamt'],
      },
      { accounts: ['terminal'], mail: null, name: 'Administration', roles: ['admin', 'fachdienst'] },
    ],
  })
})

test('an entry is recognised by accounts, by a mail address, or both', () => {
  const read = parsePeople(everyWay, 'personen.yaml')
  const people = 'people' in read ? read.people : []
  expect(people.map(({ accounts, mail }) => ({ accounts, mail }))).toEqual([
    { accounts: [], mail: 'erika.beispiel@kreis.example' },
    { accounts: ['slack:U1', 'teams:29:1-abc'], mail: null },
    { accounts: ['web', 'cli'], mail: 'personal@kreis.example' },
  ])
  expect(listedWithAccount(people, 'teams:29:1-abc')?.name).toBe('ASD')
  expect(listedWithMail(people, 'ERIKA.beispiel@kreis.example')?.name).toBe('Koordination Jugendamt')
  expect([listedWithAccount(people, 'slack:U2'), listedWithMail(people, '')]).toEqual([null, null])
})

test('who sits at this machine is the entry of the list, otherwise the coordination', () => {
  const read = parsePeople(everyWay, 'personen.yaml')
  const people = 'people' in read ? read.people : []
  expect(localPerson(people, 'cli')).toEqual({ id: 'cli', name: 'Personal', roles: ['personal'] })
  expect(localPerson(people, 'terminal').name).toBe('Koordination Jugendamt')
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
- name: Personal
  rollen: [personal]
- mail: keine Adresse
  konten: slack:U1
  name: ASD
  rollen: [asd]
- id: web
  name: ASD
  rollen: [asd]
`
  const result = parsePeople(faulty, 'personen.yaml')
  const faults = 'faults' in result ? result.faults : []
  expect(faults.map(line => /^personen\.yaml:(\d+): (?:Das Konto )?„([\w:]+)“/.exec(line)?.slice(1))).toEqual(
    [
      ['2', 'id'],
      ['4', 'rollen'],
      ['7', 'rollen'],
      ['5', 'email'],
      ['9', 'name'],
      ['14', 'konten'],
      ['13', 'mail'],
      ['11', 'id'],
      ['17', 'web'],
    ],
  )
})

test('nobody can be a channel', () => {
  const channel = '- {id: web, name: Kanal, rollen: [kanal]}'
  expect(parsePeople(channel, 'p.yaml')).toEqual({ faults: [expect.stringContaining('p.yaml:1: „rollen“')] })
})

test.each([
  ['- {id: web, name: A, rollen: [gast]}\n- {id: web, name: B, rollen: [admin]}', 'Das Konto „web“'],
  [
    '- {id: web, name: A, rollen: [gast]}\n- {konten: [cli, web], name: B, rollen: [admin]}',
    'Das Konto „web“',
  ],
  [
    '- {mail: a@b.example, name: A, rollen: [asd]}\n- {mail: A@B.example, name: A, rollen: [asd]}',
    'Diese Adresse',
  ],
])('an account and an address belong to one entry: %s', (twice, what) => {
  expect(parsePeople(twice, 'p.yaml')).toEqual({ faults: [`p.yaml:2: ${what} steht schon in Zeile 1.`] })
})

test('no fault repeats an address', () => {
  const twice =
    '- {mail: erika@b.example, name: A, rollen: [asd]}\n- {mail: erika@b.example, name: 7, rollen: [x]}'
  const result = parsePeople(twice, 'p.yaml')
  expect('faults' in result && result.faults.length).toBe(3)
  expect(JSON.stringify(result)).not.toContain('erika')
})

test('a file that is no YAML, no list or not there is one clear line', () => {
  expect(parsePeople('- {id: web', 'p.yaml')).toEqual({
    faults: [expect.stringMatching(/^p\.yaml:\d+: kein/)],
  })
  expect(parsePeople('id: web', 'p.yaml')).toEqual({
    faults: [
      'p.yaml:1: Erwartet wird eine Liste von Einträgen mit id, konten oder mail, und mit name und rollen.',
    ],
  })
  expect(readPeople('fehlt.yaml')).toEqual({ faults: [expect.stringContaining('fehlt.yaml')] })
})
