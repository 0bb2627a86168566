import { describe, expect, test } from 'vitest'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { classify } from '../../../src/domain/classify/classify.ts'
import type { Profile } from '../../../src/domain/programme/profile.ts'
import { programmeOf } from '../../../src/domain/programme/programme.ts'
import { look } from './look.ts'

describe('questions of bidders', () => {
  test.each([
    [
      'Wir beabsichtigen, einen Teilnahmeantrag einzureichen. Ist eine Bietergemeinschaft zulässig?',
      'a@hilfen-nord.example',
    ],
    [
      'Die Frist für den Teilnahmeantrag endet in den Ferien. Uns fehlen Eignungsnachweise. Haus e. V.',
      'b@haus.example',
    ],
    [
      'Gibt es eine Preisgleitklausel? Für unsere Kalkulation ist das wichtig. Dienst gGmbH',
      'c@dienst.example',
    ],
    [
      'Lohnt es sich für uns als kleiner Anbieter, bei der großen Ausschreibung mitzumachen?',
      'd@pflege.example',
    ],
    [
      'Ich frage für einen Bekannten mit einer Firma: Wo reicht man das Angebot für Los 2 und das Preisblatt ein?',
      'e@gmx.example',
    ],
  ])('%s', (text, from) => {
    expect(look(text, { from }).bidderQuestion).toBe(true)
  })

  test.each([
    [
      'Die Vergabestelle braucht die Zuschlagskriterien und die Lose bis Freitag.',
      'v@kreis-pinneberg.de',
      'Vergabestelle',
    ],
    [
      'Für einen Artikel: Wer hat einen Teilnahmeantrag gestellt? Redaktion',
      'r@blatt.example',
      'Redaktion Blatt',
    ],
    [
      'Unsere Fraktion fragt, wann die Ausschreibung mit den Losen veröffentlicht wird.',
      'f@fraktion.example',
      '',
    ],
    ['Mein Sohn fragt, was eine Ausschreibung ist.', 'm@gmx.example', ''],
    ['Ich bewerbe mich auf Ihre Stellenausschreibung, Lebenslauf anbei.', 'b@gmx.example', ''],
    ['Unsere Mitarbeitenden fragen nach dem Übergang der laufenden Fälle. Wege gGmbH', 'w@wege.example', ''],
  ])('not: %s', (text, from, name) => {
    expect(look(text, { from, name }).bidderQuestion).toBe(false)
  })

  test('a provider who only mentions the tender counts as bidder while one is coming, not when there is none', () => {
    const { profile } = programmeNamed('pinneberg')
    const letter = {
      fromName: 'Wege gGmbH',
      fromAddress: 'i@wege.example',
      subject: '',
      newestText: 'Guten Tag, wie steht es um die Ausschreibung?',
      quotedText: '',
    }
    const inPhase = (phase: Profile['vergabe']['phase']) =>
      classify(programmeOf({ ...profile, vergabe: { ...profile.vergabe, phase } }), letter).bidderQuestion
    expect(inPhase('tnw')).toBe(true)
    expect(inPhase('vorbereitung')).toBe(true)
    expect(inPhase('keine')).toBe(false)
  })
})
