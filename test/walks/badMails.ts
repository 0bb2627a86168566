import { letter } from './letters.ts'

/** A mail that something is wrong with, and what has to become of it. */
export interface BadMail {
  what: string
  raw: string | Buffer
  becomes: 'ticket' | 'quarantined' | 'duplicate'
}

const megabyte = 1024 * 1024

/** Built anew for each test: the large ones should not live as long as the test file. */
export function badMails(): BadMail[] {
  return [
    { what: 'of no bytes at all', raw: '', becomes: 'quarantined' },
    { what: 'of 60 MB', raw: large('riese@post.example', 60), becomes: 'quarantined' },
    { what: 'of 45 MB', raw: large('brocken@post.example', 45), becomes: 'ticket' },
    { what: 'without Message-ID', raw: letter({ id: null }), becomes: 'ticket' },
    {
      what: 'without From',
      raw: letter({ id: 'ohne-absender@post.example', from: null }),
      becomes: 'ticket',
    },
    { what: 'to 5,000 people', raw: toMany(5_000), becomes: 'ticket' },
    { what: 'nested 200 deep', raw: nested(200), becomes: 'ticket' },
    { what: 'in charsets that do not exist', raw: strangeCharset(), becomes: 'ticket' },
    {
      what: 'with a Message-ID',
      raw: letter({ id: 'gleich@post.example', subject: 'Erster Brief' }),
      becomes: 'ticket',
    },
    {
      what: 'with the same Message-ID and another text',
      raw: letter({ id: 'gleich@post.example', subject: 'Zweiter Brief', text: 'Ganz etwas anderes.' }),
      becomes: 'ticket',
    },
    {
      what: 'with a body of NUL bytes',
      raw: letter({ id: 'nul@post.example', subject: 'a\0b', text: '\0'.repeat(5_000) }),
      becomes: 'ticket',
    },
    {
      what: 'with a subject of a megabyte',
      raw: letter({ id: 'betreff@post.example', subject: 'Frage '.repeat(megabyte / 6) }),
      becomes: 'ticket',
    },
  ]
}

/** An ordinary letter with an attachment of so many MB. */
function large(id: string, megabytes: number): Buffer {
  const head = letter({
    id,
    contentType: 'multipart/mixed; boundary=grenze',
    text: [
      '--grenze',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Anbei unser Konzept, wann geht es in Elmshorn los?',
      '--grenze',
      'Content-Type: application/octet-stream; name=konzept.bin',
      'Content-Transfer-Encoding: base64',
      '',
      '',
    ].join('\r\n'),
  })
  const line = `${'QUJD'.repeat(19)}\r\n`
  const body = line.repeat(Math.ceil((megabytes * megabyte) / line.length))
  return Buffer.from(`${head}${body}--grenze--\r\n`)
}

function toMany(people: number): string {
  const list = Array.from({ length: people }, (_, i) => `eltern${i}@post.example`).join(',\r\n ')
  return letter({ id: 'verteiler@post.example', headers: [`Cc: ${list}`] })
}

function nested(depth: number): string {
  let body = 'Content-Type: text/plain; charset=utf-8\r\n\r\nWann geht es in Elmshorn los?\r\n'
  for (let level = depth; level > 1; level--)
    body = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${body}\r\n--b${level}--\r\n`
  return letter({
    id: 'tief@post.example',
    contentType: 'multipart/mixed; boundary=b1',
    text: `--b1\r\n${body}\r\n--b1--`,
  })
}

function strangeCharset(): string {
  return letter({
    id: 'zeichensatz@post.example',
    from: '=?x-klingonisch-7?Q?Gr=FC=DFe?= <uwe@post.example>',
    subject: '=?utf-9?B?w7zDtg==?= =?iso-8859-99?Q?Sch=FCler?=',
    contentType: 'text/plain; charset="x-gibt-es-nicht"',
    headers: ['Content-Transfer-Encoding: 8bit'],
  })
}
