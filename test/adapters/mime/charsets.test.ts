import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'

const words = 'Schöne Grüße aus Hörnerkirchen, Maß und Ärger'

async function textOf(head: string, body: Buffer | string): Promise<string> {
  const raw = Buffer.concat([
    Buffer.from(`From: uwe@mail.example\r\n${head}\r\n\r\n`),
    Buffer.from(body as string, 'latin1'),
  ])
  return (await readLetter(raw)).text
}
const plain = (charset: string) =>
  `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit`
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('D24: umlauts survive, whatever the sender says about them:', () => {
  test.each<[string, string, Buffer, string]>([
    ['UTF-8', 'utf-8', utf8(words), words],
    ['Latin-1', 'iso-8859-1', latin1(words), words],
    [
      'Latin-1 with the characters of Windows',
      'iso-8859-1',
      latin1(`\x84${words}\x93 \x96 5 \x80`),
      `„${words}“ – 5 €`,
    ],
    ['Latin-9 with its euro', 'iso-8859-15', latin1(`${words} 5 \xa4`), `${words} 5 €`],
    ['windows-1252', 'windows-1252', latin1(`${words} 5 \x80`), `${words} 5 €`],
    ['windows-1252 under a wrong name', 'cp1252', latin1(words), words],
    ['UTF-8 that says it is Latin-1', 'iso-8859-1', utf8(words), words],
    ['Latin-1 that says it is UTF-8', 'utf-8', latin1(words), words],
    ['Latin-1 that says it is ASCII', 'us-ascii', latin1(words), words],
    ['a charset in quotes and capitals', '"ISO-8859-1"', latin1(words), words],
    ['an invented charset', 'x-gibt-es-nicht', latin1(words), words],
    ['no charset', '', latin1(words), words],
    ['UTF-7', 'utf-7', latin1('Sch+APY-ne Gr+APwA3w-e +- 5 +IKw-'), 'Schöne Grüße + 5 €'],
    ['UTF-7 under its old name', 'unicode-1-1-utf-7', latin1('Gr+APwA3w-e'), 'Grüße'],
    ['UTF-16 with a mark', 'utf-16', Buffer.concat([Buffer.from('feff', 'hex'), utf16be(words)]), words],
    ['UTF-16LE', 'utf-16le', Buffer.from(words, 'utf16le'), words],
    ['MS-DOS', 'cp850', latin1('Gr\x81\xe1e, \x8erger, 5 \xd5'), 'Grüße, Ärger, 5 ı'],
    ['MS-DOS with the euro', 'ibm858', latin1('Gr\x81\xe1e 5 \xd5'), 'Grüße 5 €'],
    ['MS-DOS of America', 'cp437', latin1('Gr\x81\xe1e'), 'Grüße'],
    ['Macintosh', 'macintosh', latin1('Gr\x9f\xa7e'), 'Grüße'],
  ])('%s', async (_, charset, bytes, text) => {
    expect(await textOf(plain(charset), bytes)).toBe(text)
  })

  test('broken UTF-8 loses what is broken and nothing else', async () => {
    const bytes = Buffer.concat([utf8('Grüße '), Buffer.from([0xc3]), utf8(' Maß')])
    expect(await textOf(plain('utf-8'), bytes)).toBe('Grüße � Maß')
  })

  test.each([
    [
      'quoted-printable',
      'Gr=FC=DFe aus H=\r\n=F6rnerkirchen  =20\r\n=3D 5',
      'Grüße aus Hörnerkirchen   \n= 5',
    ],
    ['quoted-printable in small letters', 'Gr=fc=dfe', 'Grüße'],
    ['quoted-printable that is none', 'a = b, 5 =% =G1', 'a = b, 5 =% =G1'],
    ['quoted-printable that ends in the middle', 'Gr=FC=DFe =', 'Grüße'],
    ['quoted-printable with raw umlauts', 'Gr\xfc=DFe', 'Grüße'],
    ['base64', Buffer.from('Grüße', 'latin1').toString('base64'), 'Grüße'],
    ['7bit that is none', 'Gr\xfc\xdfe', 'Grüße'],
    ['an invented encoding', 'Gr\xfc\xdfe', 'Grüße'],
  ])('%s', async (encoding, body, text) => {
    const head = `Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: ${encoding.split(' ')[0]}`
    expect(await textOf(head, body)).toBe(text.trimEnd())
  })
})

describe('D24: the subject is readable, whatever was done to it:', () => {
  test.each([
    ['encoded words', '=?iso-8859-1?Q?F=F6rderung_f=FCr_alle?=', 'Förderung für alle'],
    ['base64', '=?UTF-8?B?RsO2cmRlcnVuZw==?=', 'Förderung'],
    ['a language', '=?utf-8*de?Q?F=C3=B6rderung?=', 'Förderung'],
    ['several words, folded', '=?utf-8?Q?F=C3=B6r?=\r\n =?utf-8?Q?derung?=', 'Förderung'],
    ['a character cut in two', '=?utf-8?Q?F=C3?=\r\n =?utf-8?Q?=B6rderung?=', 'Förderung'],
    ['words between words', '=?utf-8?Q?F=C3=BCr?= alle =?iso-8859-1?Q?Sch=FCler?=', 'Für alle Schüler'],
    ['blanks in the word', '=?utf-8?Q?F=C3=B6rderung f=C3=BCr?= alle', 'Förderung für alle'],
    ['no decoding of what is none', '=?utf-8?X?abc?= =?= ?==', '=?utf-8?X?abc?= =?= ?=='],
    ['an invented charset', '=?x-klingonisch?Q?F=F6rderung?=', 'Förderung'],
    ['UTF-7', '=?utf-7?Q?F+APY-rderung?=', 'Förderung'],
    ['raw UTF-8', 'F\xc3\xb6rderung', 'Förderung'],
    ['raw Latin-1 beside an encoded word', 'F\xf6rderung =?utf-8?Q?f=C3=BCr?= alle', 'Förderung für alle'],
  ])('%s', async (_, subject, read) => {
    const raw = Buffer.from(`From: a@b.example\r\nSubject: ${subject}\r\n\r\nText`, 'latin1')
    expect((await readLetter(raw)).subject).toBe(read)
  })
})
