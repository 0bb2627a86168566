import { fc, test as property } from '@fast-check/vitest'
import { convert } from 'html-to-text'
import { describe, expect, test } from 'vitest'
import { answerSubject } from '../../src/domain/mail/outgoing/answerSubject.ts'
import { typedLetter } from '../../src/domain/mail/outgoing/typedLetter.ts'
import { answerHtml, answerText } from '../../src/texts/letters/answerLetter.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const { profile } = pinneberg()
const written = (typed: string, quoted: { body: string; at: string } | null = null) =>
  answerText(profile, 'KA-2024-0017', typed, quoted)
/** The words in their order: what both parts must have in common. The marks of lists and quotations are another thing in each. */
const wordsOf = (text: string) =>
  text
    .replaceAll('>', ' ')
    .split(/\s+/)
    .filter(word => !/^[-*•–]?$/u.test(word))
const shownBy = (html: string) =>
  convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'head', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'li', format: 'block' },
      { selector: 'ul', format: 'block' },
      { selector: 'blockquote', format: 'block' },
    ],
  })

describe('the text of an answer', () => {
  test('is what was typed, then who writes, the number and whom to call', () => {
    expect(written('Guten Tag,\n\nam 01.08.2025 geht es los.')).toMatch(
      /^Guten Tag,\n\nam 01\.08\.2025 geht es los\.\n\nMit freundlichen Grüßen\nKlassenassistenz, Kreis Pinneberg\n\nIhre Vorgangsnummer ist KA-2024-0017\..*\n\nDieses Postfach/,
    )
  })

  test.each(['Mit freundlichen Grüßen', 'Viele Grüße', 'mit freundlichem Gruß', 'Freundliche Grüße', 'MfG'])(
    'has no second closing below „%s“',
    closing => {
      const text = written(`Guten Tag, alles Gute.\n\n${closing}\nIhre Koordination`)
      expect(text.match(/gr[uü]ß|mfg/gi)).toHaveLength(1)
      expect(text).toContain('\n\nKlassenassistenz, Kreis Pinneberg\n\n')
    },
  )
})

describe('the HTML part', () => {
  test('says its language, marks lists, quotations and links as what they are, and lays nothing out with tables', () => {
    const html = answerHtml(
      'Re: Frage',
      written('Guten Tag,\n\n- eins\n- zwei\n\nMehr: https://www.kreis.example/a?b=1&c=2.', {
        body: 'Meine <b>Frage</b>\n\n> alt',
        at: '2024-04-22T06:41:00Z',
      }),
    )
    expect(html).toContain('<html lang="de">')
    expect(html).toContain('<ul><li>eins</li><li>zwei</li></ul>')
    expect(html).toContain(
      '<a href="https://www.kreis.example/a?b=1&amp;c=2">https://www.kreis.example/a?b=1&amp;c=2</a>.',
    )
    expect(html).toContain('<h1 style="font-size:1em">Ihre Nachricht vom Mo 22.04.2024, 08:41 Uhr:</h1>')
    expect(html).toContain('<blockquote><p>Meine &lt;b&gt;Frage&lt;/b&gt;</p><p>&gt; alt</p></blockquote>')
    expect(html).not.toMatch(/<table|<img|<script|<style/)
  })

  const typed = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 30 }),
        fc.constantFrom(
          '- Punkt',
          '> Zitat',
          '',
          '\n',
          '<script>x</script>',
          'https://a.example/x',
          '&amp; "x"',
          'Ende:',
        ),
      ),
      { maxLength: 12 },
    )
    .map(lines => typedLetter(lines.join('\n')))

  property.prop([typed, typed])('says the same words as the text, whatever was typed', (text, quoted) => {
    const whole = written(text, { body: quoted, at: '2024-04-22T06:41:00Z' })
    expect(wordsOf(shownBy(answerHtml('Re: Frage', whole)))).toEqual(wordsOf(whole))
  })
})

describe('the subject', () => {
  const subject = (typed: string | null) => answerSubject(typed, 'KA-2024-0017', 'KA')

  test.each([
    ['Wann geht es los?', 'Re: Wann geht es los? [KA-2024-0017]'],
    ['AW: Re: WG: Wann?', 'Re: Wann? [KA-2024-0017]'],
    [
      'Re: [KA-2024-0017] Ihre Nachricht ist eingegangen',
      'Re: [KA-2024-0017] Ihre Nachricht ist eingegangen',
    ],
    ['Frage zu KA-2024-0003', 'Re: Frage zu KA-2024-0003 [KA-2024-0017]'],
    ['', 'Re: Ihre Nachricht [KA-2024-0017]'],
    [null, 'Re: Ihre Nachricht [KA-2024-0017]'],
    ['a\r\nBcc: b@c.example', 'Re: a Bcc: b@c.example [KA-2024-0017]'],
  ])('of an answer to %j is „%s“', (typed, expected) => {
    expect(subject(typed)).toBe(expected)
  })

  property.prop([fc.string({ maxLength: 600, unit: 'binary' })])(
    'is one line of bounded length with the number',
    typed => {
      const line = subject(typed)
      expect(line).toMatch(/^Re: [^\p{Cc}]+$/u)
      expect(line).toContain('KA-2024-0017')
      expect([...line].length).toBeLessThan(200)
      expect(line.isWellFormed()).toBe(true)
    },
  )
})
