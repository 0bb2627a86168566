import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseInput } from '../../src/chat/parseInput.ts'
import { commands as registry } from '../../src/registry.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'

const now = Temporal.Instant.from('2024-04-22T09:14:00+02:00')
const parsed = (profile: string, text: string) =>
  parseInput(registry, programmeNamed(profile), text, { now, asker: null })

describe('what only some programmes have is asked for in plain sentences', () => {
  test.each([
    ['hannover', 'Wer ist zuständig in Springe?', 'competence_show', { region: 'Springe' }],
    ['hannover', 'Welches Jugendamt ist für Lehrte zuständig?', 'competence_show', { region: 'Lehrte' }],
    [
      'hannover',
      'Wer ist für die Grundschule am Lindenweg zuständig?',
      'competence_show',
      { school: 'Grundschule am Lindenweg' },
    ],
    [
      'hannover',
      'Was fehlt noch in der Grundschule Moorblick?',
      'pool_show',
      { what: 'Grundschule Moorblick' },
    ],
    ['krefeld', 'was fehlt noch in der Grundschule Süd?', 'school_show', { school: 'Grundschule Süd' }],
    [
      'krefeld',
      'Was ist an der Gesamtschule am Hafen noch offen?',
      'school_show',
      { school: 'Gesamtschule am Hafen' },
    ],
    ['krefeld', 'Welche Schulen haben noch Lücken?', 'school_gaps', {}],
    ['krefeld', 'Wie viele Schulen sind versorgt?', 'coverage_show', {}],
    ['verden', 'Wann trifft sich die UA Konzept?', 'body_next', { body: 'UA Pädagogisches Konzept' }],
    ['verden', 'Wann tagt die UA-Ressourcen?', 'body_next', { body: 'UA Ressourcenplanung' }],
    [
      'berlin',
      'Die Vereinbarung in Mitte ist unterschrieben',
      'agreement_step_done',
      { step: 'B4', region: 'Mitte' },
    ],
    ['berlin', 'Was ist in Mitte noch offen?', 'unit_show', { region: 'Mitte' }],
  ])('%s: %s', (profile, text, intent, args) => expect(parsed(profile, text)).toEqual({ intent, args }))

  test('elsewhere the same words mean what they always did', () => {
    expect(parsed('pinneberg', 'Wie viele Schulen sind versorgt?').intent).not.toBe('coverage_show')
    expect(parsed('pinneberg', 'Wann tagt der Qualitätszirkel?').intent).not.toBe('body_next')
    expect(parsed('berlin', 'offene Anfragen in Mitte').intent).toBe('ticket_list')
    expect(parsed('hannover', 'Wer ist für KA-17 zuständig?').intent).not.toBe('competence_show')
  })
})

test('the condition of a pool needs no word before it', () => {
  for (const line of [
    'pool C1 erfüllt schule:Beispielschule',
    'pool bedingung C1 erfüllt schule:Beispielschule',
  ])
    expect(parsed('hannover', line)).toEqual({
      intent: 'pool_condition',
      args: { condition: 'C1', state: 'erledigt', school: 'Beispielschule' },
    })
  expect(parsed('hannover', 'pool C1 nicht erfüllt').intent).toBe('unknown')
  expect(parsed('hannover', 'pool C1 erfüllt?').intent).toBe('unknown')
})
