import { describe, expect, test } from 'vitest'
import { excerptOf, longestExcerpt } from '../../../src/domain/disclosure/excerpt.ts'
import { personalDataIn } from '../../../src/domain/disclosure/personalData.ts'
import { pseudonymised } from '../../../src/domain/disclosure/pseudonymised.ts'
import { programmeNamed } from '../programme/profiles.ts'

const programme = programmeNamed('pinneberg')
const excerpt = (text: string, ...facts: string[]) => excerptOf(text, programme, facts)
const hidden = (text: string) => pseudonymised(text, programme).text

describe('an excerpt', () => {
  test('is what the letter says this time: no greeting, no signature, no quote', () => {
    const letter = [
      'Sehr geehrte Frau Dr. Siewertsen,',
      '',
      'wann beginnt die Klassenassistenz in Elmshorn?',
      '',
      'Mit freundlichen Grüßen',
      'Katja Brandtstetter',
      'Kastanienstieg 4, 25335 Elmshorn',
      '',
      'Am 12.04.2024 schrieb Ute Harms <ute@post.example>:',
      '> Lena hat Epilepsie.',
    ].join('\n')
    expect(excerpt(letter)).toBe('wann beginnt die Klassenassistenz in Elmshorn?')
  })

  test('loses a signature that no line announces', () => {
    expect(excerpt('Hallo, gilt das auch für Uetersen? Danke! Rike Tams')).toBe(
      'gilt das auch für Uetersen? Danke!',
    )
    expect(excerpt('Hallo, gilt das auch für Uetersen? lg rike tams')).toBe('gilt das auch für Uetersen?')
  })

  test('has at most 400 characters, in whole sentences or words, and no half placeholder', () => {
    const long =
      'Wir fragen nach dem Zeitplan für die Schulen in Wedel und Herr Quastenberg fragt auch. '.repeat(40)
    const short = excerpt(long)
    expect(short.length).toBeLessThanOrEqual(longestExcerpt)
    expect(short).toMatch(/auch\. …$/)
    expect(excerpt('Schulbegleitung '.repeat(200))).toMatch(/Schulbegleitung …$/)
  })

  test('is empty where nothing would be left that says something', () => {
    expect(excerpt('')).toBe('')
    expect(excerpt('Lena Quastenberg, Thorben Hrubesch, Yusuf Özyurt')).toBe('')
    expect(excerpt('Привет, меня зовут Светлана')).toBe('')
  })

  test('knows the names of its sender in every spelling', () => {
    const text =
      'hallo, die sommer war schon hier. Sommer, Rose. ROSE SOMMER bittet um einen Termin im Sommer.'
    const said = excerpt(text, 'Rose Sommer', 'rose.sommer')
    expect(said).not.toMatch(/rose|Sommer, |ROSE/i)
    expect(said).toContain('bittet um einen Termin im')
  })
})

describe('what tells who is meant is left out', () => {
  test.each([
    ['Mein Sohn Mark kommt im Mai.', 'Mein Sohn [Name] kommt im Mai.'],
    ['Frau Sommer arbeitet seit Sommer dort.', 'Frau [Name] arbeitet seit [Name] dort.'],
    ['Der Sommer war lang.', 'Der Sommer war lang.'],
    ['Petra Holm wohnt in Holm.', '[Name] wohnt in Holm.'],
    ['Lenas Begleitung und Lena-Sophie', '[Name] Begleitung und [Name]'],
    ['L e n a fehlt', '[Name] fehlt'],
    ['Ju\u0308rgen Kro\u0308ger fehlt', '[Name] fehlt'],
    ['Le\u00adna Quas\u200btenberg fehlt', '[Name] fehlt'],
    ['Lеna fehlt', '[…] fehlt'],
    ['<b>Le</b>na fehlt', '[Name] fehlt'],
    ['Herr Quasten-\nberg fehlt', 'Herr [Name] fehlt'],
    ['Wir wohnen Am Redder 3b, 25421 Pinneberg.', 'Wir wohnen Am [Anschrift], [Anschrift] Pinneberg.'],
    [
      'geb. 12. Februar 2016, Klasse 3b der Kranichschule',
      'geb. [Geburtsdatum], Klasse [Klasse] der [Schule]',
    ],
    [
      'Start am 01.08.2024 um 8 Uhr für 1.200 Euro nach § 35a SGB VIII',
      'Start am 01.08.2024 um 8 Uhr für 1.200 Euro nach § 35a SGB VIII',
    ],
    ['Az. 51.2-0815/24, IBAN DE44 5001 0517 5407 3249 31', 'Az. [Aktenzeichen], IBAN [Konto]'],
    ['Tel. 04121 778812, Wagen PI-RK 482', 'Tel. [Telefon], Wagen [Kennzeichen]'],
    ['Er hat F84.5, ADHS und nimmt Ritalin.', 'Er hat [Gesundheit], [Gesundheit] und nimmt [Gesundheit].'],
    [
      'Das Schulamt Kreis Pinneberg und die Grundschule Elmshorn',
      'Das Schulamt Kreis Pinneberg und die Grundschule Elmshorn',
    ],
    ['Der Vorgang KA-2024-0017 ist offen.', 'Der Vorgang KA-2024-0017 ist offen.'],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

test('kinds of personal data are named, and a general question holds none', () => {
  const kinds = (text: string) => personalDataIn(text, programme).kinds
  expect(kinds('Wann beginnt die Klassenassistenz in Elmshorn, und wer bezahlt sie?')).toEqual([])
  expect(kinds('Gibt es Quereinstiegsmöglichkeiten?')).toEqual([])
  expect(kinds('Frau Quast sagt, Lena (2b) hat Epilepsie, Tel. 04121 778812')).toEqual([
    'name',
    'gesundheit',
    'telefon',
    'schule_klasse',
  ])
  expect(kinds('Geboren am 3.4.2015, ute@post.example, Am Redder 3, DE44 5001 0517 5407 3249 31')).toEqual([
    'geburtsdatum',
    'anschrift',
    'mail',
    'iban',
  ])
})

test('a letter made to be slow is read like every other', () => {
  const hostile = [
    'a'.repeat(60_000),
    'Frau '.repeat(12_000),
    'Am Redder '.repeat(6_000),
    '1.1.1.'.repeat(10_000),
    '0 1 2 3 4 5 6 7 8 9 '.repeat(3_000),
    'A-'.repeat(30_000),
    'L. M. '.repeat(10_000),
    '<'.repeat(60_000),
    'Schule am '.repeat(6_000),
    'x@'.repeat(30_000),
    'Nr. 1-'.repeat(10_000),
    'Bundesschulstundenplan'.repeat(3_000),
    '[Name] '.repeat(8_000),
    'Sehr geehrte '.repeat(5_000),
    'Grüße '.repeat(10_000),
  ]
  for (const text of hostile) {
    const start = performance.now()
    excerptOf(text, programme, [text.slice(0, 500)])
    personalDataIn(text, programme)
    expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(1_500)
  }
})
