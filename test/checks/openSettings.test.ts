import { expect, test } from 'vitest'
import { openSettings } from '../../src/checks/openSettings.ts'
import { profileNames, programmeNamed } from '../domain/programme/profiles.ts'

test.each(profileNames)('what %s has not settled is a hint, never a failure', name => {
  const { profile } = programmeNamed(name)
  const found = openSettings(profile)
  expect(found.every(each => each.kind === 'open')).toBe(true)
  for (const each of profile.offen)
    expect(found.map(finding => finding.sentence)).toContain(`Noch nicht festgelegt: ${each}`)
})

test('reports without a day are named, because nobody is reminded of them', () => {
  const sentences = openSettings(programmeNamed('krefeld').profile).map(each => each.sentence)
  expect(sentences.join('\n')).toContain('Ohne Tag, daher ohne Erinnerung: Jahresplanung, Jahresbericht')
})

test('a field that is filled in is no hint any more', () => {
  const { profile } = programmeNamed('verden')
  const about = (given: typeof profile) =>
    openSettings(given).filter(each => each.sentence.startsWith('postfach'))
  expect(about(profile)).toHaveLength(1)
  expect(about({ ...profile, postfach: 'schulbegleitung@kreis.example' })).toEqual([])
})
