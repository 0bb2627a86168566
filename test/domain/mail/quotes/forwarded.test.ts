import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forwardedLetter } from '../../../../src/domain/mail/quotes/forwarded.ts'
import { visibleText } from '../../../../src/domain/mail/quotes/visibleText.ts'
import { letterIn } from '../../../mails/letterIn.ts'

const inner = 'Guten Tag,\n\nbekommt mein Kind auch nach den Ferien Hilfe?\n\nAmira Haddad'
const note = 'Liebe Frau Schröder,\n\ndie Mutter wartet seit drei Wochen auf Antwort.\n\nGruß\nRalf Böttcher'

function forwarded(text: string, subject = 'WG: Hilfe') {
  const { newest, quoted } = visibleText(text)
  return forwardedLetter({ subject, newestText: newest, quotedText: quoted })
}

const heads = {
  'Outlook, German':
    'Von: Amira Haddad <amira@mail.example>\nGesendet: Montag, 15. April 2024 20:14\nAn: Bürgerservice\nBetreff: Hilfe',
  'Outlook, old':
    '-----Ursprüngliche Nachricht-----\nVon: Amira Haddad [mailto:amira@mail.example]\nGesendet: Montag, 15. April 2024 20:14\nAn: Bürgerservice\nBetreff: Hilfe',
  'Outlook, English':
    'From: Amira Haddad <amira@mail.example>\nSent: Monday, April 15, 2024 8:14 PM\nTo: Bürgerservice\nSubject: Hilfe',
  'Gmail, German':
    '---------- Weitergeleitete Nachricht ---------\nVon: Amira Haddad <amira@mail.example>\nDatum: Mo., 15. Apr. 2024 um 20:14 Uhr\nBetreff: Hilfe\nAn: <service@kreis.example>',
  'Gmail, English':
    '---------- Forwarded message ---------\nFrom: Amira Haddad <amira@mail.example>\nDate: Mon, Apr 15, 2024 at 8:14 PM\nSubject: Hilfe\nTo: <service@kreis.example>',
  'Apple Mail':
    'Anfang der weitergeleiteten Nachricht:\n\nVon: Amira Haddad <amira@mail.example>\nBetreff: Hilfe\nDatum: 15. April 2024 um 20:14:13 MESZ\nAn: service@kreis.example',
  Thunderbird:
    '-------- Weitergeleitete Nachricht --------\nBetreff: \tHilfe\nDatum: \tMon, 15 Apr 2024 20:14:13 +0200\nVon: \tAmira Haddad <amira@mail.example>\nAn: \tservice@kreis.example',
  'web.de':
    'Gesendet: Montag, 15. April 2024 um 20:14 Uhr\nVon: "Amira Haddad" <amira@mail.example>\nAn: service@kreis.example\nBetreff: Hilfe',
}

describe.each(Object.entries(heads))('of a letter forwarded with %s', (...[, head]) => {
  test('the inner author is named beside the forwarder, whose note stays the newest text', () => {
    const text = `${note}\n\n${head}\n\n${inner}`
    expect(visibleText(text).newest).toBe(note)
    expect(forwarded(text)).toMatchObject({
      from: { name: 'Amira Haddad', address: 'amira@mail.example' },
      subject: 'Hilfe',
      date: expect.stringMatching(/2024/),
    })
  })

  test('the inner author is named also when the forwarder says nothing', () => {
    for (const text of [`${head}\n\n${inner}`, `Zur Kenntnis\n\n${head}\n\n${inner}`]) {
      expect(visibleText(text).newest).toBe(inner)
      expect(forwarded(text)?.from.address).toBe('amira@mail.example')
    }
  })

  test('an answer to it names nobody, unless the program itself says that it forwards', () => {
    const says = /weitergeleitete|forwarded/i.test(head)
    const found = forwarded(`Danke, das hilft uns.\n\n${head}\n\n${inner}`, 'AW: Hilfe')
    expect(found?.from.address).toBe(says ? 'amira@mail.example' : undefined)
  })
})

test('Apple puts ">" before a forwarded letter, and its author is found all the same', () => {
  const text = `${note}\n\n${`${heads['Apple Mail']}\n\n${inner}`.replace(/^/gm, '> ')}`
  expect(forwarded(text)?.from.address).toBe('amira@mail.example')
  expect(visibleText(text).newest).toBe(note)
})

test('of a letter that went through many hands, the one who wrote it is named', () => {
  const chain = `z. K.\n\nVon: Poststelle <post@kreis.example>\nGesendet: Dienstag, 16. April 2024 08:00\nAn: Jugendamt\nBetreff: WG: Hilfe\n\nMit der Bitte um Beantwortung\n\n${heads['Outlook, German']}\n\n${inner}`
  expect(forwarded(chain)).toMatchObject({ from: { address: 'amira@mail.example' } })
  expect(forwarded(`${note}\n\n${chain}`)).toMatchObject({ from: { address: 'amira@mail.example' } })
})

test('of a conversation that was handed on, the last word counts, not the first', () => {
  const history = `Von: Schule <schule@schulen.example>\nGesendet: Freitag, 12. April 2024 08:00\nAn: Amira Haddad\nBetreff: Plan\n\nIhr Kind bleibt in der 2b.`
  for (const own of [note, 'z. K.']) {
    const text = `${own}\n\n${heads['Outlook, German']}\n\n${inner}\n\n${history}`
    expect(forwarded(text)?.from.address).toBe('amira@mail.example')
  }
})

test('a letter that lies in another as a file names its author', async () => {
  const letter = await letterIn('weitergeleitet-als-anlage')
  expect(letter.forwarded?.from).toEqual({ name: 'Amira Haddad', address: 'amira@mail.example' })
  expect(letter.newestText).toBe('Bekommt mein Kind auch im nächsten Schuljahr Hilfe?')
})

test('what a mail server returns forwards nothing', async () => {
  expect((await letterIn('unzustellbar-rfc3464')).forwarded).toBeUndefined()
})

test.each([
  'elternfrage-zum-start-in-elmshorn',
  'gmail-antwort',
  'outlook-antwort-mit-vollzitat',
  'outlook-html-antwort',
  'nur-zitat',
])('%s forwards nothing', async name => {
  expect((await letterIn(name)).forwarded).toBeUndefined()
})

test('whatever a quote says, its author is short text and a lower-case address or none', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom(
      'Von: ',
      'Von: <<<@@>>>',
      'Gesendet: 10:12',
      'Betreff: x',
      '',
      '> Von: A <a@B.example>',
      '-----Original Message-----',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), lines => {
      const found = forwarded(lines.join('\n'))
      if (!found) return
      expect(found.from.name.length).toBeLessThanOrEqual(200)
      expect(found.from.address).toMatch(/^(?:|[^\sA-Z<>]+@[^\sA-Z<>]+)$/u)
    }),
    { numRuns: 500 },
  )
})
