import { describe, expect, test } from 'vitest'
import { placesIn } from '../../../src/domain/programme/placesIn.ts'
import { knownPlace } from '../../../src/domain/programme/resolvePlace.ts'
import { profileYaml, programmeNamed } from './profiles.ts'

describe('the profile of Krefeld', () => {
  const programme = programmeNamed('krefeld')
  const { profile } = programme

  test('counts the schools as its source does', () => {
    expect(profile.abdeckung).toMatchObject({ gesamt: 62, versorgt: 40 })
    const staff = profile.kennzahlen.filter(each => each.gruppe === 'Fachkräfte').map(each => each.wert)
    expect(staff).toEqual([31, 30])
  })

  test('binds every school to nine aspects', () => {
    const aspects = profile.ablaeufe.find(each => each.id === 'aspekte')!
    expect(aspects.schritte.map(each => each.id)).toEqual('A1 A2 A3 A4 A5 A6 A7 A8 A9'.split(' '))
    expect(aspects.je).toBe('schule')
  })

  test('sets no day for reports that its source does not set', () => {
    const reports = profile.ablaeufe.filter(each => each.art === 'bericht' || each.art === 'pflicht')
    expect(reports.flatMap(each => each.schritte).filter(step => step.termin !== null)).toEqual([])
  })

  test('adds its figures up: unemployed by law, and the funding ends when the source says', () => {
    const figure = (id: string) => profile.kennzahlen.find(each => each.id === id)!.wert as number
    expect(figure('jugendarbeitslosigkeit_sgb3') + figure('jugendarbeitslosigkeit_sgb2')).toBe(
      figure('jugendarbeitslosigkeit'),
    )
    expect(profile.finanzierung.map(each => each.bis?.wann)).toEqual(['2014', '2018-12-31', '2020'])
  })

  test('takes points of the compass and the middle of a month for no place', () => {
    const places = (text: string) => placesIn(programme, text).map(each => each.place)
    expect(
      places('Bis Mitte Mai fahren wir in den Norden. Im Ost-West-Dialog geht es um Mitte Juni.'),
    ).toEqual([])
    expect(places('Unsere Schule liegt in Krefeld-Nord, nicht in Uerdingen.')).toEqual([
      'Stadtbezirk Nord',
      'Uerdingen',
    ])
  })

  test('is one area, whatever it is called', () => {
    expect(knownPlace(programme, 'Krefeld')).toEqual({ kind: 'area' })
    expect(knownPlace(programme, 'Stadt Krefeld')).toEqual({ kind: 'area' })
  })
})

describe('the profile of Verden', () => {
  const programme = programmeNamed('verden')
  const { profile } = programme

  test('tells the town from the district', () => {
    expect(knownPlace(programme, 'Verden')).toMatchObject({ kind: 'place', place: { name: 'Verden' } })
    expect(knownPlace(programme, 'Verden (Aller)')).toMatchObject({ kind: 'place' })
    expect(knownPlace(programme, 'Landkreis Verden')).toEqual({ kind: 'area' })
  })

  test('does not take the first name Achim for the town', () => {
    const places = (text: string) => placesIn(programme, text).map(each => each.place)
    expect(places('Mit freundlichen Grüßen, Ihr Achim Beispiel')).toEqual([])
    expect(places('Wir wohnen in Achim.')).toEqual(['Achim'])
  })

  test('lets each sub-group hand its results to the other', () => {
    const gives = Object.fromEntries(profile.gremien.map(each => [each.id, each.gibt_weiter_an]))
    expect(gives.ua_ressourcenplanung).toEqual(['ua_paedagogisches_konzept'])
    expect(gives.ua_paedagogisches_konzept).toEqual(['ua_ressourcenplanung'])
  })

  test('keeps the start that was given up, without a new time that nobody named', () => {
    const start = profile.meilensteine.find(each => each.id === 'V1')!
    expect(start.jetzt).toBeNull()
    expect(start.verschiebungen[0]).toMatchObject({ von: { wann: '2020/21' }, nach: null })
  })

  test('leaves open whether there will be a tender', () => {
    expect(profile.vergabe).toMatchObject({ gebraucht: 'offen', phase: 'keine', regime: null })
  })
})

test.each(['krefeld', 'verden'])('%s names functions, never the person who signed', name => {
  expect(profileYaml(name)).not.toMatch(/Gen[ée]e|Hollenstein|Nieslony|Wagner|Ricking|Dunkake/)
})
