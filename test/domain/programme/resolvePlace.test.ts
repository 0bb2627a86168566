import { expect, test } from 'vitest'
import { resolvePlace } from '../../../src/domain/programme/region.ts'
import { pinneberg } from './pinneberg.ts'

const programme = pinneberg()

/** In short: "Elmshorn in Region 1", "Region 1", "?Elmshorn". */
function short(typed: string): string {
  const found = resolvePlace(programme, typed)
  switch (found.kind) {
    case 'place':
      return `${found.place.name} in ${found.region?.name ?? 'keiner Region'}`
    case 'region':
      return found.region.name
    case 'area':
      return 'alles'
    case 'office':
      return `${found.name} mit ${found.places.length}`
    case 'unknown':
      return `?${found.nearest.join('|')}`
  }
}

test.each([
  ['Elmshorn', 'Elmshorn in Region 1'],
  ['  ELMSHORN ', 'Elmshorn in Region 1'],
  ['in Elmshorn?', 'Elmshorn in Region 1'],
  ['„Barmstedt“', 'Barmstedt in Region 1'],
  ['Stadt Pinneberg', 'Pinneberg in Region 1'],
  ['Elmshorner', 'Elmshorn in Region 1'],
  ['Region Elmshorn', 'Elmshorn in Region 1'],
  ['die Region Elmshorn', 'Elmshorn in Region 1'],
  ['Quickborn', 'Quickborn in keiner Region'],
  ['Kölln-Reisiek', 'Kölln-Reisiek in keiner Region'],
  ['koelln reisiek', 'Kölln-Reisiek in keiner Region'],
  ['Ko\u0308lln-Reisiek', 'Kölln-Reisiek in keiner Region'],
  ['GROSS NORDENDE', 'Groß Nordende in keiner Region'],
  ['Kl. Nordende', 'Klein Nordende in keiner Region'],
  ['Sparrieshoop', 'Klein Offenseth-Sparrieshoop in keiner Region'],
])('"%s" is %s', (typed, expected) => expect(short(typed)).toBe(expected))

test.each([
  ['Region 1', 'Region 1'],
  ['region-1', 'Region 1'],
  ['REGION1', 'Region 1'],
  ['1', 'Region 1'],
  ['3', 'Region 3'],
  ['zweite Region', 'Region 2'],
  ['Region eins', 'Region 1'],
  ['Elmshorn, Pinneberg und Barmstedt', 'Region 1'],
  ['Region Barmstedt/Elmshorn/Pinneberg', 'Region 1'],
])('"%s" is the region %s', (typed, expected) => expect(short(typed)).toBe(expected))

test('Pinneberg is the town, Kreis Pinneberg the whole', () => {
  expect(short('Pinneberg')).toBe('Pinneberg in Region 1')
  for (const typed of ['Kreis Pinneberg', 'kreis pinneberg', 'Landkreis Pinneberg', 'Kreis', 'alle Regionen'])
    expect(short(typed)).toBe('alles')
})

test('an Amt is several municipalities, not the place of the same name', () => {
  expect(short('Amt Rantzau')).toBe('Amt Rantzau mit 10')
  expect(short('Elmshorn-Land')).toBe('Amt Elmshorn-Land mit 7')
  expect(short('Amt Hörnerkirchen')).toBe('Amt Hörnerkirchen mit 4')
  expect(short('Hörnerkirchen')).toBe('Brande-Hörnerkirchen in keiner Region')
})

test.each([
  ['Elmshron', 'Elmshorn'],
  ['Elmshor', 'Elmshorn'],
  ['Elms', 'Elmshorn'],
  ['Pineberg', 'Pinneberg'],
  ['Bahrmstedt', 'Barmstedt'],
  ['Ütersn', 'Uetersen'],
  ['Sparieshoop', 'Klein Offenseth-Sparrieshoop'],
])('"%s" is not guessed, but %s is offered first', (typed, nearest) => {
  const found = resolvePlace(programme, typed)
  expect(found.kind === 'unknown' && found.nearest[0]).toBe(nearest)
})

test.each(['Itzehoe', 'München', '', '   ', 'x', '???', '__proto__', 'constructor', 'a'.repeat(10_000)])(
  '"%s" is unknown without an offer',
  typed => expect(short(typed)).toBe('?'),
)

test('an unknown region offers the known ones', () =>
  expect(short('Region 7')).toBe('?Region 1|Region 2|Region 3'))
