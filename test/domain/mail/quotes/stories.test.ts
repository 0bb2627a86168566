import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childProtection } from '../../../../src/domain/classify/childProtection.ts'
import { visibleText } from '../../../../src/domain/mail/quotes/visibleText.ts'
import { ownTime } from './ownTime.ts'
import { marked, unmarked } from './programs.ts'

describe('what people tell of letters swallows nothing that follows', () => {
  test.each([
    'Guten Tag,\n\nam Montag schrieb mein Sohn:\n„Ich will nicht mehr.“\n\nIch mache mir Sorgen.',
    'Am 12.03.2024 um 10:11 Uhr schrieb mir die Lehrerin:\n\nIhr Kind wird nicht mehr beschult.\n\nWas nun?',
    'Am 12.03.2024 um 10:11 Uhr schrieb Frau Meier:\n\nIhr Kind wird nicht mehr beschult.\n\nWas nun?',
    'Am 12.03.2024 um 10:11 schrieb Jonas Weber:\n„Keiner mag mich.“\n\nSo geht das jede Woche.',
    'Am 12.03.2024 schrieb Jonas in sein Heft:\nKeiner mag mich.\n\nSo geht das jede Woche.',
    'Am 12.03. um 8.15 schrieb Jonas:\nKeiner mag mich.\n\nSo geht das jede Woche.',
    'Am 12.03.2024 um 10:11 war ich in der Schule. Danach hat mir\ndie Lehrerin geschrieben:\n\nEr bleibt zu Hause.\n\nWas nun?',
    'Am 5. Mai 2024 um 8 Uhr hat uns die Schule geschrieben:\n\nEr bleibt zu Hause.\n\nWas nun?',
    'Mein Mann schrieb am 12.03.2024 um 10:11:\n\nIch hole ihn ab.\n\nDas hat er nicht getan.',
    'Frau Schulze (schulze@schule.example) schrieb mir:\n\nEr darf nicht mit.\n\nIst das rechtens?',
    'Der Verlauf:\nAm 12.03.2024 schrieb ich:\nBitte um Hilfe.\nAm 20.03.2024 um 14:00 schrieb ich:\nWiderspruch.\nUnd nun?',
    'On 12 March 2024 at 10:12 my son wrote:\nI hate school.\n\nPlease help.',
    'On 12 March 2024 the school wrote to us:\nHe stays at home.\n\nPlease help.',
    'Er bekommt Hilfe von: 8 bis 10 Uhr\nan: drei Tagen\nBetreff: siehe oben\nund sonst nicht.',
    'Mein Antrag.\n\nVon: Eva Muster\nAn: Kreis Seenland\nDatum: 12.03.2024\nBetreff: Schulbegleitung\n\nHiermit beantrage ich Hilfe.',
    'Wir brauchen:\n> Hilfe am Vormittag\n> Hilfe in der Pause\nDanke',
    'Weitergeleitete Nachricht\n\nMein Sohn schrieb:\nKeiner mag mich.',
    'Eins\n-----\nZwei\n_______________\nDrei\n=====\nVier',
    'Er rief „Ursprüngliche Nachricht!“ und lachte.\nDann ging er.',
    'Bitte hier klicken\n>>> https://kreis.example/formular <<<\nDanke',
  ])('%j', story => {
    expect(visibleText(story)).toEqual({ newest: story, quoted: '' })
  })
})

describe('what a quote hides is read all the same', () => {
  test.each([...unmarked, ...marked])('a child in danger, quoted with $name', ({ head, prefixed }) => {
    const danger = `${prefixed ? '> ' : ''}Mein Vater schlägt mich jeden Tag.`
    const { newest, quoted } = visibleText(`Siehe bitte unten, danke.\n\n${head}\n\n${danger}`)
    expect(newest).not.toContain('schlägt')
    expect(childProtection('Frage', newest, quoted).urgent).toBe(true)
  })
})

describe('an interleaved answer', () => {
  test('keeps a broken line of the quote out, and an answer in', () => {
    const { newest } = visibleText(
      'Am 19.04.24 um 10:12 schrieb Klassenassistenz:\n\n> Können Sie uns bitte noch sagen, an welcher Schule Ihr Kind ist und in\nwelcher Klasse?\n> Danke.\n\nja, 2b\n\n> Bis wann?\n\nmontag',
    )
    expect(newest.split(/\n+/)).toEqual(['ja, 2b', 'montag'])
  })

  test('that begins small below a whole sentence stays', () => {
    const { newest } = visibleText(
      '> Können Sie uns bitte sagen, an welcher Schule Ihr Kind jetzt angemeldet ist?\nja, in uetersen\n> Danke.',
    )
    expect(newest).toBe('ja, in uetersen')
  })

  test('keeps a broken link of the quote out', () => {
    const { newest } = visibleText(
      'Danke!\n\nAm 19.04.24 um 10:12 schrieb Klassenassistenz:\n> Mehr dazu hier (https://kreis.example/vorgang?\nnummer=17)\n> Viele Grüße',
    )
    expect(newest).toBe('Danke!')
  })

  test('is found also where the head has lost its line break', () => {
    const { newest, quoted } = visibleText(
      'Danke, wir kommen.Am 19.04.24 um 10:12 schrieb Klassenassistenz <ka@kreis.example>:\n> Kommen Sie?',
    )
    expect(newest).toBe('Danke, wir kommen.')
    expect(quoted).toContain('schrieb Klassenassistenz')
  })
})

test('no word is lost or doubled, whatever the text', () => {
  const heads = [...unmarked, ...marked].flatMap(({ head }) => head.split('\n'))
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      ...heads,
      '',
      '> zitiert',
      '>> tiefer',
      '| Balken',
      'Wir brauchen:',
      'kleine Zeile',
      `> ${'lang '.repeat(15)}`,
      '> siehe (https://kreis.example/a',
      'b)',
      '-- ',
      '---',
      '_____',
      'z. K.',
      'Mit freundlichen Grüßen',
      'Von meinem iPhone gesendet',
      'Danke. Am 19.04.24 um 10:12 schrieb Max <a@b.example>:',
    ),
  )
  const words = (text: string) => text.split(/\s+/).filter(Boolean).sort()
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), lines => {
      const text = lines.join('\n')
      const { newest, quoted } = visibleText(text)
      expect(words(`${newest}\n${quoted}`).join('')).toBe(words(text).join(''))
      if (text.trim() !== '') expect(newest).not.toBe('')
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['heads over one line', 'Von: a\n'.repeat(140_000)],
  ['heads over many lines', `Von: a\n${'x\n'.repeat(7)}`.repeat(48_000)],
  ['rules and heads', '-----\nVon: a\n'.repeat(77_000)],
  ['attributions without an end', 'Am 12.03.2024 um 10:11 schrieb a\n'.repeat(30_000)],
  ['weak attributions', 'Am Montag schrieb a:\n'.repeat(50_000)],
  ['weak attributions with quotes', 'Am Montag schrieb a:\n> b\n'.repeat(40_000)],
  ['lists', 'a:\n> b\n'.repeat(150_000)],
  ['one list', `a:\n${'> b\n'.repeat(250_000)}`],
  ['a quote above a head', `${'> b\n'.repeat(250_000)}Von: a <a@b.example>\nGesendet: 10:12\n\nText`],
  ['broken links', '> (https://a\n'.repeat(80_000)],
  ['signatures', '--\n'.repeat(330_000)],
  ['devices', 'Von meinem iPhone gesendet\n'.repeat(37_000)],
  ['heads in one line', `${'Von: a An: b '.repeat(75)}\n`.repeat(1000)],
  ['sentences without an end', 'abcd. Abcd'.repeat(100_000)],
  ['told and retold', `Am 1 ${'a '.repeat(150)}schrieb:\n`.repeat(3200)],
  ['glued heads', `${'Am 12.03.24 schrieb '.repeat(24)}:\n> a\n`.repeat(2000)],
  ['addresses', `Am 1.1.2024 ${'<a@'.repeat(300)}:\n`.repeat(1000)],
])('a megabyte of near-misses takes less than a second: %s', (_, text) => {
  expect(ownTime(() => visibleText(text))).toBeLessThan(1000)
})
