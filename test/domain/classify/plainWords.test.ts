import { describe, expect, test } from 'vitest'
import { plainWords } from '../../../src/domain/classify/plainWords.ts'
import { hitsOf, patternOf, signs } from '../../../src/domain/classify/sign.ts'

describe('plain words', () => {
  test.each([
    ['Grüße, Straße', ' gruesse strasse | '],
    ['Rektor*in, Lehrer:innen, Schüler/-innen', ' rektorin lehrerinnen schuelerinnen | '],
    ['Er geht. Sie bleibt!', ' er geht | sie bleibt | '],
    ['nach Art. 15 und § 35a Abs. 1', ' nach art 15 und § 35a abs 1 | '],
    ['Wege e. V., Dr. Meier', ' wege e v dr meier | '],
    ['am 12. April', ' am 12 april | '],
    ["geht's los?", ' gehts los | '],
    [
      'eine lange Zeile, die das Mailprogramm umbrach und\ndie weitergeht',
      ' eine lange zeile die das mailprogramm umbrach und die weitergeht | ',
    ],
    ['Maren Goos\nRektorin', ' maren goos | rektorin | '],
    ['', ' '],
  ])('%s', (text, plain) => {
    expect(plainWords(text).text).toBe(plain)
  })

  test('leads back to the original words', () => {
    const words = plainWords('Ich bin Schüler*in der Größe 3.')
    const start = words.text.indexOf('schuelerin')
    expect(words.original(start, start + 'schuelerin'.length)).toBe('Schüler*in')
  })
})

describe('patterns', () => {
  test('a gap spans up to four words of one sentence', () => {
    const pattern = patternOf('vater … kind')
    expect(pattern.test(plainWords('der Vater hat gestern das Kind').text)).toBe(true)
    expect(pattern.test(plainWords('der Vater kam. Das Kind').text)).toBe(false)
    expect(pattern.test(plainWords('Vater a b c d e Kind').text)).toBe(false)
  })

  test('whole words only, unless a star says otherwise', () => {
    expect(patternOf('los').test(plainWords('losgehen').text)).toBe(false)
    expect(patternOf('los*').test(plainWords('losgehen').text)).toBe(true)
    expect(patternOf('ruegen').test(plainWords('betrügen').text)).toBe(false)
  })

  test('a sign names its words and where they stood', () => {
    const table = signs([
      { label: 'x', weight: 1, kind: 'k', in: ['subject', 'body'], any: 'an unserer schule' },
    ])
    const [hit] = hitsOf(table, {
      subject: plainWords('Frage'),
      body: plainWords('Was gilt an unserer  Schule?'),
    })
    expect(hit).toMatchObject({ zone: 'body', words: 'an unserer Schule', label: 'x' })
  })
})
