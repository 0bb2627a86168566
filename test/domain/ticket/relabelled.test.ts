import { describe, expect, test } from 'vitest'
import type { Flag } from '../../../src/domain/classify/labels.ts'
import { mayLower, protectionMove } from '../../../src/domain/ticket/protectionMove.ts'
import { type Labelled, type Meant, relabelled } from '../../../src/domain/ticket/relabelled.ts'
import { dataClasses, dataClassOf, roles, sightOf } from '../../../src/domain/ticket/visibility.ts'

const general: Labelled = {
  stakeholder: 'schule',
  topic: 'zeitplan',
  place: 'Elmshorn',
  unknownPlace: null,
  flags: [],
  bidderQuestion: false,
  dataClass: 'allgemein',
  confidence: { stakeholder: 0.4, topic: 0.5 },
  because: [{ axis: 'stakeholder', label: 'schule', kind: 'Wort der Schule', words: 'Klasse' }],
}
const corrected = (now: Partial<Labelled>, meant: Meant): Labelled => {
  const result = relabelled({ ...general, ...now }, meant)
  if (result.kind !== 'relabelled') throw new Error(result.kind)
  return result.labels
}

describe('what a Vorgang becomes by what a person says', () => {
  test('its class follows the labels, and the correction counts as certain', () => {
    const now = corrected({}, { topic: 'einzelfall', stakeholder: 'eltern' })
    expect(now).toMatchObject({ dataClass: 'einzelfall', stakeholder: 'eltern', topic: 'einzelfall' })
    expect(now.confidence).toEqual({ stakeholder: 1, topic: 1 })
    expect(now.because[0]).toEqual({ axis: 'stakeholder', label: 'eltern', kind: 'von Hand eingeordnet' })
    expect(now.because.at(-1)).toEqual(general.because[0])
  })

  test('flags that are left go on protecting it, whatever type and topic are corrected to', () => {
    const flags: Flag[] = ['antrag_verdacht']
    const now = corrected({ flags, dataClass: 'antrag_verdacht', topic: 'einzelfall' }, { topic: 'konzept' })
    expect(now.dataClass).toBe('antrag_verdacht')
  })

  test('what a further letter raised stays raised when only labels of the first are corrected', () => {
    for (const dataClass of dataClasses)
      for (const meant of [{ topic: 'konzept' }, { stakeholder: 'schulamt' }, { place: 'Uetersen' }] as const)
        expect(corrected({ dataClass }, meant).dataClass).toBe(dataClass)
  })

  test('a hint at a child in danger goes only when a person says so', () => {
    const urgent = { dataClass: 'kindeswohl', flags: ['heute_sichten'] satisfies Flag[] } as const
    const now = { ...urgent, flags: [...urgent.flags] }
    expect(corrected(now, { stakeholder: 'eltern', topic: 'zeitplan' }).dataClass).toBe('kindeswohl')
    expect(corrected(now, { urgency: 'heute' }).dataClass).toBe('kindeswohl')
    expect(corrected(now, { urgency: 'normal' })).toMatchObject({ dataClass: 'allgemein', flags: [] })
  })

  test.each(dataClasses)('%s can be named, from every class, with the signs that make it last', dataClass => {
    for (const from of dataClasses) {
      const flags: Flag[] = ['dsgvo', 'sensibel', 'angebot_anlage', 'anwalt']
      const now = corrected({ dataClass: from, flags, bidderQuestion: true }, { protection: dataClass })
      expect(now.dataClass).toBe(dataClass)
      // What says nothing of protection stays.
      expect(now.flags).toContain('anwalt')
      // A further general letter leaves it there.
      if (dataClass !== 'bewerbung')
        expect(dataClassOf({ ...now, urgentChildProtection: dataClass === 'kindeswohl' })).toBe(dataClass)
    }
  })

  test('type or topic that demand protection are not overruled by a class that has less', () => {
    expect(relabelled({ ...general, topic: 'einzelfall' }, { protection: 'allgemein' }).kind).toBe(
      'topic-protects',
    )
    expect(relabelled({ ...general, stakeholder: 'presse' }, { protection: 'bewerbung' }).kind).toBe(
      'topic-protects',
    )
    expect(corrected({ stakeholder: 'bewerber' }, { protection: 'kindeswohl' }).dataClass).toBe('kindeswohl')
  })

  test('a place that a person names replaces the unknown one of the letter', () => {
    expect(corrected({ place: null, unknownPlace: 'Itzehoe' }, { place: 'Wedel' })).toMatchObject({
      place: 'Wedel',
      unknownPlace: null,
    })
  })
})

describe('more or less protection', () => {
  const pairs = dataClasses.flatMap(from => dataClasses.map(to => ({ from, to })))

  test.each(pairs)(
    '$from → $to is never called more when somebody who saw nothing of it sees all',
    ({ from, to }) => {
      const move = protectionMove(from, to)
      expect(move === 'same').toBe(from === to)
      if (move !== 'raised' || from === 'allgemein' || to === 'kindeswohl') return
      for (const role of roles) if (sightOf(role, from) !== 'full') expect(sightOf(role, to)).not.toBe('full')
    },
  )

  test.each(pairs)('$from → $to and back are not both more', ({ from, to }) => {
    if (from === to) return
    const both = [protectionMove(from, to), protectionMove(to, from)]
    // A child in danger beats everything, in one direction only.
    expect(both.filter(each => each === 'raised').length).toBeLessThan(2)
  })

  test('only who reads all of it decides about less, and of a child in danger the ASD alone', () => {
    for (const dataClass of dataClasses)
      for (const role of roles) expect(mayLower([role], dataClass)).toBe(sightOf(role, dataClass) === 'full')
    expect(roles.filter(role => mayLower([role], 'kindeswohl'))).toEqual(['asd'])
  })
})
