import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signatureOf, visibleText } from '../../../../src/domain/mail/quotes/visibleText.ts'
import { letterIn } from '../../../mails/letterIn.ts'
import { ownTime } from './ownTime.ts'

describe('the newest text of', () => {
  test.each([
    ['gmail-antwort', 'Danke, das hilft uns weiter!'],
    ['iphone-antwort', 'Ich komme gern.\n\nVon meinem iPhone gesendet'],
    ['antwort-unter-dem-zitat', 'Es geht um die Grundschule in Uetersen.\n\nGruß\nUwe Thiessen'],
    ['antwort-zwischen-den-zeilen', 'Um die Grundschule in Uetersen.\n\nUm die 2b.'],
    ['outlook-html-antwort', 'Guten Tag,\n\nder Raum ist für Sie frei.\n\nViele Grüße\nKarin Schröder'],
    [
      'weitergeleitet-ohne-eigenes-wort',
      'Liebe Frau Schröder,\n\nmeine Tochter hat eine Schulbegleitung. Bleibt sie, wenn die Klassenassistenz kommt?\n\nJördis Petersen',
    ],
    ['weitergeleitet-als-anlage', 'Bekommt mein Kind auch im nächsten Schuljahr Hilfe?'],
  ])('%s has no quote', async (name, newest) => {
    expect((await letterIn(name)).newestText).toBe(newest)
  })

  test('an Outlook answer ends above the quoted letter', async () => {
    const { newestText, quotedText } = await letterIn('outlook-antwort-mit-vollzitat')
    expect(newestText).toMatch(/^Sehr geehrte[\s\S]+Tel\. 04101 000000$/)
    expect(quotedText).toMatch(/^-----Ursprüngliche Nachricht-----\nVon: Klassenassistenz/)
  })

  test('a mail that is only a quote is the quote', async () => {
    const { newestText, quotedText } = await letterIn('nur-zitat')
    expect(newestText).toContain('Mein Kind wird in der Schule geschlagen')
    expect(quotedText).toBe('')
  })
})

describe('a quoted letter is known by its head', () => {
  test.each([
    [
      'T-Online',
      '-----Original-Nachricht-----\nBetreff: Frage\nDatum: 2024-04-19T10:12\nVon: "Kreis" <ka@kreis.example>\nAn: uwe@mail.example',
    ],
    [
      'web.de',
      'Gesendet: Freitag, 19. April 2024 um 10:12 Uhr\nVon: "Kreis" <ka@kreis.example>\nAn: uwe@mail.example\nBetreff: Frage',
    ],
    [
      'Outlook for Mac',
      'Von: Kreis <ka@kreis.example>\nDatum: Freitag, 19. April 2024 um 10:12\nAn: Uwe <uwe@mail.example>\nBetreff: Frage',
    ],
    [
      'Outlook mobile',
      '________________________________\nVon: Kreis <ka@kreis.example>\nGesendet: Freitag, 19. April 2024 10:12:13\nAn: Uwe\nBetreff: Frage',
    ],
    [
      'bold heads',
      '*Von:* Kreis <ka@kreis.example>\n*Gesendet:* Freitag, 19. April 2024 10:12\n*An:* Uwe\n*Betreff:* Frage',
    ],
    [
      'many recipients',
      'Von: Kreis <ka@kreis.example>\nGesendet: Freitag, 19. April 2024 10:12\nAn: Uwe <uwe@mail.example>;\n Eva <eva@mail.example>;\n Ida <ida@mail.example>\nCc: Max\nBetreff: Frage',
    ],
    ['Lotus Notes', 'Von: Kreis/KREIS An: Uwe/MAIL Datum: 19.04.2024 10:12 Betreff: Frage'],
    ['Yahoo', 'Kreis <ka@kreis.example> schrieb am 10:12 Freitag, 19.April 2024:'],
    ['GroupWise', '>>> Kreis <ka@kreis.example> 19.04.24 10:12 >>>'],
    [
      'Samsung',
      '-------- Ursprüngliche Nachricht --------\nVon: Kreis <ka@kreis.example>\nDatum: 19.04.24 10:12 (GMT+01:00)\nAn: Uwe\nBetreff: Frage',
    ],
    [
      'Apple, forwarded',
      'Anfang der weitergeleiteten Nachricht:\n\nVon: Kreis <ka@kreis.example>\nBetreff: Frage\nDatum: 19. April 2024 um 10:12:13 MESZ\nAn: Uwe',
    ],
    [
      'an attribution over two lines',
      'Am Freitag, 19. April 2024 um 10:12 schrieb\nKlassenassistenz Kreis <ka@kreis.example>:',
    ],
    ['English', 'On Fri, Apr 19, 2024 at 10:12 AM Kreis <ka@kreis.example> wrote:'],
    ['Danish', 'Den 19. apr. 2024 kl. 10.12 skrev Kreis <ka@kreis.example>:'],
  ])('of %s', (_, head) => {
    const { newest, quoted } = visibleText(`Danke, wir kommen.\n\n${head}\n\nGuten Tag,\n\nkommen Sie?`)
    expect(newest).toBe('Danke, wir kommen.')
    expect(quoted).toBe(`${head}\n\nGuten Tag,\n\nkommen Sie?`)
  })

  test.each([
    'Am Montag schrieb mir die Schule:\nIhr Kind bekommt keine Hilfe.',
    'Am 12. März 2024 schrieb uns Frau Meier:\nWir lehnen ab.',
    'Von: 8 Uhr\nAn: jedem Werktag\nist Betreuung da.',
    'Die Betreuung geht von: morgens bis mittags.\nBetreff: steht oben.',
    'Punkt eins\n-----\nPunkt zwei\n_______________\nPunkt drei',
    'Bitte um Antwort an: uwe@mail.example\n\nDanke',
  ])('and not by words of people: %s', text => {
    expect(visibleText(text)).toEqual({ newest: text, quoted: '' })
  })
})

test('a formula of the forwarder gives way to the letter that is meant', () => {
  const forwarded =
    'Von: Eva <eva@mail.example>\nGesendet: Freitag, 19. April 2024 10:12\nBetreff: Frage\n\nWann geht es los?'
  for (const formula of [
    'z. K.',
    'Zur Kenntnis.',
    'zuständigkeitshalber weitergeleitet',
    'FYI',
    'Mit der Bitte um Beantwortung',
  ])
    expect(visibleText(`${formula}\n\nMit freundlichen Grüßen\nK. Schröder\n\n${forwarded}`).newest).toBe(
      'Wann geht es los?',
    )
  expect(visibleText(`Bitte antworten Sie der Mutter heute.\n\n${forwarded}`).newest).toBe(
    'Bitte antworten Sie der Mutter heute.',
  )
})

test('no filled line is lost or doubled, whatever the text', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      '',
      '> zitiert',
      '>> tiefer',
      '-- ',
      'Am 19.04.2024 um 10:12 schrieb Eva <eva@mail.example>:',
      '-----Ursprüngliche Nachricht-----',
      'Von: Eva <eva@mail.example>',
      'Gesendet: Freitag, 19. April 2024 10:12',
      'Betreff: Frage',
      'Mit freundlichen Grüßen',
      'FYI',
    ),
  )
  const filled = (text: string) =>
    text
      .split(/\r\n|\r|\n/)
      .map(each => each.trim())
      .filter(each => each !== '')
      .sort()
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const text = lines.join('\n')
      const { newest, quoted } = visibleText(text)
      expect(filled(`${newest}\n${quoted}`)).toEqual(filled(text))
      if (text.trim() !== '') expect(newest).not.toBe('')
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['one endless line', 'Am 1.1. um 10:12 schrieb '.repeat(40_000)],
  ['a hundred thousand heads', 'Von: a\n'.repeat(100_000)],
  ['attributions that never end', 'On a\n'.repeat(100_000)],
  ['spaces', `${' '.repeat(500_000)}x`],
  ['angle brackets', `${'<a@'.repeat(200_000)}\n`.repeat(2)],
  ['quotes in quotes', '> '.repeat(300_000)],
  ['forwards of forwards', 'Von: a <a@b.example>\nGesendet: heute\nBetreff: b\n\n'.repeat(20_000)],
])('hostile text takes less than a second: %s', (_, text) => {
  expect(ownTime(() => visibleText(text))).toBeLessThan(1000)
})

describe('the signature', () => {
  test.each([
    [
      'Text.\n\nMit freundlichen Grüßen\nK. Schröder\nRektorin',
      'Mit freundlichen Grüßen\nK. Schröder\nRektorin',
    ],
    ['Text.\n\n-- \nK. Schröder\nSchulsekretariat', '-- \nK. Schröder\nSchulsekretariat'],
    ['Text.\n\nMfG\nUwe', 'MfG\nUwe'],
    ['Text.\n\nLG Eva', 'LG Eva'],
    ['Text.\nGesendet mit der WEB.DE Mail App', 'Gesendet mit der WEB.DE Mail App'],
    ['Nur Text.', ''],
  ])('of %j', (text, signature) => {
    expect(signatureOf(text)).toBe(signature)
  })
})
