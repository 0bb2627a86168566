import { describe, expect, test } from 'vitest'
import { contentAt } from '../../src/domain/disclosure/contentAt.ts'
import {
  type DataClass,
  type DisclosureLevel,
  dataClasses,
  postSight,
  type Role,
  roles,
  type Sight,
  showsAtLeast,
  sightIn,
  sightOf,
  sightOfAll,
} from '../../src/domain/ticket/visibility.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'

const levels = ['metadaten', 'auszug', 'voll'] as const
const people = roles.filter(role => role !== 'kanal')

/** What a post in a cloud may say (domain.md section 8; the column "Kanal" at metadaten). */
const posted: Record<DataClass, Record<DisclosureLevel, Sight>> = {
  allgemein: { metadaten: 'metadata', auszug: 'excerpt', voll: 'full' },
  einzelfall: { metadaten: 'reduced', auszug: 'reduced', voll: 'reduced' },
  kindeswohl: { metadaten: 'nothing', auszug: 'nothing', voll: 'nothing' },
  antrag_verdacht: { metadaten: 'reduced', auszug: 'reduced', voll: 'reduced' },
  vergabe: { metadaten: 'nothing', auszug: 'nothing', voll: 'nothing' },
  angebot_anlage: { metadaten: 'nothing', auszug: 'nothing', voll: 'nothing' },
  presse: { metadaten: 'reduced', auszug: 'reduced', voll: 'reduced' },
  bewerbung: { metadaten: 'reduced', auszug: 'reduced', voll: 'reduced' },
  dsgvo_izg: { metadaten: 'reduced', auszug: 'reduced', voll: 'reduced' },
}

describe('what a cloud is shown', () => {
  test.each(dataClasses)('a post about %s', dataClass => {
    for (const level of levels)
      expect(postSight({ platform: 'slack', level }, dataClass), level).toBe(posted[dataClass][level])
    expect(postSight({ platform: 'slack' }, dataClass)).toBe(posted[dataClass].metadaten)
  })

  test('a platform that nobody knows is a cloud, and without a level it sees metadata', () => {
    expect(postSight({ platform: 'brandneu' }, 'allgemein')).toBe('metadata')
    const lead: Role[] = ['koordination_jugendamt']
    expect(sightIn({ roles: lead, inChannel: false, platform: 'brandneu' }, 'allgemein')).toBe('metadata')
  })

  test('in a channel nobody sees more than the channel, and never more than at the workplace', () => {
    for (const level of levels)
      for (const dataClass of dataClasses)
        for (const role of people) {
          const sight = sightIn({ roles: [role], inChannel: true, platform: 'slack', level }, dataClass)
          expect(showsAtLeast(posted[dataClass][level], sight)).toBe(true)
          expect(showsAtLeast(sightOf(role, dataClass), sight)).toBe(true)
        }
  })

  test('in a direct message what is about a person stays at metadata, at every level', () => {
    for (const level of levels)
      for (const dataClass of dataClasses.filter(each => each !== 'allgemein')) {
        const sight = sightIn({ roles: people, inChannel: false, platform: 'teams', level }, dataClass)
        expect(sight, `${dataClass} at ${level}`).toBe(
          posted[dataClass].metadaten === 'nothing' ? 'nothing' : 'metadata',
        )
      }
  })

  test('in a direct message what is general is shown as far as person and level both allow', () => {
    const seen = (role: Role, level: DisclosureLevel) =>
      sightIn({ roles: [role], inChannel: false, platform: 'teams', level }, 'allgemein')
    expect(levels.map(level => seen('koordination_schulamt', level))).toEqual(['metadata', 'excerpt', 'full'])
    expect(levels.map(level => seen('pressestelle', level))).toEqual(['nothing', 'nothing', 'nothing'])
    expect(levels.map(level => seen('gast', level))).toEqual(['nothing', 'nothing', 'nothing'])
  })

  test('a higher level never shows less, and lowering it is enough to show less', () => {
    for (const dataClass of dataClasses)
      for (const inChannel of [true, false]) {
        const [low, middle, high] = levels.map(level =>
          sightIn({ roles: people, inChannel, platform: 'slack', level }, dataClass),
        )
        expect(showsAtLeast(middle!, low!) && showsAtLeast(high!, middle!)).toBe(true)
      }
  })
})

describe('in the house', () => {
  test('the level means nothing: a person sees what the matrix says', () => {
    for (const platform of ['web', 'terminal', 'cli'])
      for (const level of levels)
        for (const dataClass of dataClasses)
          for (const role of people)
            expect(sightIn({ roles: [role], inChannel: false, platform, level }, dataClass)).toBe(
              sightOfAll([role], dataClass),
            )
  })

  test('a channel is a channel there too', () => {
    for (const dataClass of dataClasses)
      expect(postSight({ platform: 'web', level: 'voll' }, dataClass)).toBe(sightOf('kanal', dataClass))
  })
})

test('a post holds words of a letter only where the sight says so', () => {
  const letter = {
    fromName: 'Katja Brandtstetter',
    fromAddress: 'katja@privat.example',
    subject: 'Lena',
    body: 'Guten Tag, wann beginnt die Klassenassistenz in Elmshorn? Lena ist aufgeregt. Gruß Katja Brandtstetter',
  }
  const programme = programmeNamed('pinneberg')
  const at = (sight: Sight) => contentAt(sight, letter, programme)
  expect([at('nothing'), at('reduced'), at('metadata')]).toEqual([null, null, null])
  expect(at('excerpt')).toEqual({
    kind: 'excerpt',
    text: 'wann beginnt die Klassenassistenz in Elmshorn? [Name] ist aufgeregt.',
  })
  expect(at('full')?.text).toBe(letter.body)
  expect(contentAt('full', null, programme)).toBeNull()
  expect(contentAt('full', { ...letter, body: 'Wort '.repeat(2_000) }, programme)!.text.length).toBeLessThan(
    1_300,
  )
})
