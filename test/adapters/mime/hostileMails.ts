import { crc32, deflateRawSync } from 'node:zlib'

/** A mail made to cost time or memory. Built when it is wanted: together they would be a gigabyte. */
export interface HostileMail {
  what: string
  raw(): Buffer
  /** What must be found in its text if it can be read at all. */
  says?: string
}

const megabyte = 1_048_576
const head = 'From: uwe@mail.example\r\nSubject: Frage\r\nMIME-Version: 1.0\r\n'
const question = 'Wann geht es in Elmshorn los?'

function filled(before: string, unit: string, megabytes: number, after = ''): Buffer {
  const raw = Buffer.alloc(before.length + Math.round(megabytes * megabyte) + after.length, unit)
  raw.write(before, 'latin1')
  raw.write(after, raw.length - after.length, 'latin1')
  return raw
}

const multipart = (body: string, kind = 'mixed') =>
  `${head}Content-Type: multipart/${kind}; boundary=g\r\n\r\n--g\r\nContent-Type: text/plain\r\n\r\n${question}\r\n${body}`

/** A ZIP whose one entry unpacks to so many megabytes of nothing. */
function zipBomb(megabytes: number): Buffer {
  const content = Buffer.alloc(megabytes * megabyte)
  const packed = deflateRawSync(content)
  const entry = Buffer.alloc(30)
  entry.writeUInt32LE(0x04034b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(8, 8)
  entry.writeUInt32LE(crc32(content), 14)
  entry.writeUInt32LE(packed.length, 18)
  entry.writeUInt32LE(content.length, 22)
  const name = Buffer.from('[Content_Types].xml')
  entry.writeUInt16LE(name.length, 26)
  return Buffer.concat([entry, name, packed])
}

function letterInLetter(depth: number): string {
  let inner = `From: a@b.example\r\nSubject: innen\r\n\r\n${question}`
  for (let i = 0; i < depth; i++)
    inner = `From: a${i}@b.example\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inner).toString('base64')}`
  return inner
}

export const hostileMails: HostileMail[] = [
  {
    what: '10,000 parts',
    raw: () => Buffer.from(multipart('--g\r\nContent-Type: application/pdf\r\n\r\nx\r\n'.repeat(10_000))),
    says: question,
  },
  {
    what: 'two million boundaries that lead nowhere',
    raw: () => filled(multipart(''), '--g\r\n\r\n', 16),
    says: question,
  },
  {
    what: 'ten million lines that look like boundaries',
    raw: () => filled(multipart(''), '--h\r\n', 48),
    says: question,
  },
  {
    what: 'a header of 10 MB',
    raw: () => filled(`${head}X-Lang: `, 'a b', 10, `\r\n\r\n${question}`),
    says: question,
  },
  {
    what: 'a header folded over a million lines',
    raw: () => filled(`${head}References: <a@b.example>`, '\r\n <x@y.example>', 16, `\r\n\r\n${question}`),
    says: question,
  },
  {
    what: 'a million headers',
    raw: () => filled(head, 'X-A: 1\r\n', 10, `\r\n\r\n${question}`),
    says: question,
  },
  {
    what: 'a subject of encoded words without end',
    raw: () => filled('From: a@b.example\r\nSubject: ', '=?utf-8?Q?=C3=A4?= ', 4, `\r\n\r\n${question}`),
    says: question,
  },
  {
    what: 'parameters without end',
    raw: () => filled(`${head}Content-Type: text/plain`, '; a*1*=(((((', 4, `\r\n\r\n${question}`),
    says: question,
  },
  {
    what: 'quoted-printable in one line of 20 MB',
    raw: () => filled(`${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${question}\r\n`, '=41', 20),
    says: question,
  },
  {
    what: 'quoted-printable of soft breaks alone',
    raw: () =>
      filled(`${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${question}\r\n`, '= \t\r\n', 40),
    says: question,
  },
  {
    what: 'base64 of padding alone',
    raw: () =>
      filled(
        multipart('--g\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
        'QQ==',
        40,
      ),
    says: question,
  },
  {
    what: 'uuencoded lines without end',
    raw: () => filled(`${head}\r\n${question}\r\nbegin 644 a.bin\r\n`, `M${'A'.repeat(60)}\r\n`, 40),
    says: question,
  },
  { what: 'NUL bytes alone below its head', raw: () => filled(`${head}\r\n`, '\0', 40) },
  {
    what: 'HTML of a million tags',
    raw: () => filled(`${head}Content-Type: text/html\r\n\r\n<p>${question}</p>`, '<div><b>', 16),
    says: question,
  },
  { what: 'multiparts in multiparts, 20,000 deep', raw: () => deepMultiparts(20_000) },
  { what: 'letters in letters, 30 deep and encoded each time', raw: () => Buffer.from(letterInLetter(30)) },
  {
    what: 'an archive that unpacks to 60 MB',
    raw: () =>
      Buffer.from(
        multipart(
          `--g\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${zipBomb(60).toString('base64')}\r\n--g--\r\n`,
        ),
      ),
    says: question,
  },
  {
    what: 'S/MIME of brackets without end',
    raw: () =>
      filled(
        `${head}Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
        // 30 80 30 80 …: sequences of unknown length, each in the one before.
        'MIAwgDCA',
        20,
      ),
  },
  {
    what: 'a winmail.dat of attributes without end',
    raw: () =>
      Buffer.from(
        multipart(
          `--g\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.concat(
            [
              Buffer.from('789f3e220100', 'hex'),
              Buffer.alloc(8 * megabyte, Buffer.from('0102900600000000000000', 'hex')),
            ],
          ).toString('base64')}\r\n--g--\r\n`,
        ),
      ),
    says: question,
  },
  {
    what: '5,000 enclosed letters',
    raw: () =>
      Buffer.from(
        multipart('--g\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nx\r\n'.repeat(5_000)),
      ),
    says: question,
  },
  {
    what: 'an attachment of 50 MB',
    raw: () =>
      filled(
        multipart('--g\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
        `${'QUJD'.repeat(19)}\r\n`,
        50,
        '\r\n--g--\r\n',
      ),
    says: question,
  },
]

function deepMultiparts(depth: number): Buffer {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=g${i}\r\n\r\n--g${i}\r\n`,
  )
  return Buffer.from(`${head}${open.join('')}Content-Type: text/plain\r\n\r\n${question}\r\n`)
}
