import { describe, expect, test } from 'vitest'
import { findSubject } from '../../src/chat/arguments/readSubject.ts'
import type { Unit } from '../../src/domain/process/subjects.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'

const berlin = programmeNamed('berlin')
const school = (name: string): Unit => ({ kind: 'schule', name, place: null })
const units = [school('Grundschule am Lindenweg'), school('Grundschule Nord'), school('IGS Süd')]

describe('a school is found', () => {
  test.each([
    ['grundschule am lindenweg', 'Grundschule am Lindenweg'],
    ['Grundschule Am Lindenweg', 'Grundschule am Lindenweg'],
    ['„IGS Sued“', 'IGS Süd'],
    ['Lindenweg', 'Grundschule am Lindenweg'],
    ['Nord', 'Grundschule Nord'],
  ])('as „%s“', (typed, name) => {
    expect(findSubject(berlin, units, 'schule', typed)).toEqual({
      kind: 'found',
      subject: { kind: 'schule', name },
      name,
    })
  })

  test('never by a word that several share, nor by a slip: both are offered', () => {
    expect(findSubject(berlin, units, 'schule', 'Grundschule')).toEqual({
      kind: 'unknown',
      typed: 'Grundschule',
      nearest: ['Grundschule am Lindenweg', 'Grundschule Nord'],
    })
    expect(findSubject(berlin, units, 'schule', 'Grundschule Nrod')).toMatchObject({
      kind: 'unknown',
      nearest: ['Grundschule Nord'],
    })
    expect(findSubject(berlin, units, 'schule', '')).toMatchObject({ kind: 'unknown', nearest: [] })
  })
})

test('a body is found by its name, its other names and its id', () => {
  for (const typed of [
    'Vernetzungskreis',
    'vernetzungskreis',
    'Zentrale Arbeitstreffen',
    'zentrales-arbeitstreffen',
  ])
    expect(findSubject(berlin, [], 'gremium', typed).kind, typed).toBe('found')
  expect(findSubject(berlin, [], 'gremium', 'Vernetzungskries')).toMatchObject({
    nearest: ['Vernetzungskreis'],
  })
})

test('a part of the area is found by any of its places', () => {
  for (const typed of ['Kreuzberg', 'friedrichshain-kreuzberg', 'Friedrichshain Kreuzberg'])
    expect(findSubject(berlin, [], 'region', typed)).toMatchObject({ name: 'Friedrichshain-Kreuzberg' })
  expect(findSubject(berlin, [], 'region', 'Elmshorn').kind).toBe('unknown')
})
