import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createReader } from '../../../src/adapters/mime/createReader.ts'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import type { Letter } from '../../../src/domain/mail/letter.ts'

interface File {
  head: string
  bytes: Buffer | string
}

/** A letter with these files, each with the header lines given. */
function mailWith(...files: File[]): Buffer {
  const parts = files.map(({ head, bytes }) =>
    Buffer.concat([
      Buffer.from(`--g\r\n${head}\r\n\r\n`, 'latin1'),
      Buffer.from(bytes as string),
      Buffer.from('\r\n'),
    ]),
  )
  return Buffer.concat([
    Buffer.from(
      'From: uwe@mail.example\r\nContent-Type: multipart/mixed; boundary=g\r\n\r\n--g\r\n\r\nAnbei.\r\n',
    ),
    ...parts,
    Buffer.from('--g--\r\n'),
  ])
}

const named = (disposition: string): File => ({
  head: `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; ${disposition}`,
  bytes: 'x',
})
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const nameOf = async (disposition: string) =>
  (await readLetter(mailWith(named(disposition)))).attachments[0]!.name

describe('D24: the name of a file is readable and harmless, whatever the sender made of it:', () => {
  test.each([
    ['RFC 2231', "filename*=UTF-8''Ger%C3%A4te%20und%20R%C3%A4ume.pdf", 'Geräte und Räume.pdf'],
    ['RFC 2231 in Latin-1', "filename*=iso-8859-1'de'Ger%E4te.pdf", 'Geräte.pdf'],
    ['RFC 2231 in pieces, out of order', "filename*1*=%C3%A4te.pdf; filename*0*=utf-8''Ger", 'Geräte.pdf'],
    ['RFC 2231 in quoted pieces', 'filename*0="Sehr lang"; filename*1="er Name.pdf"', 'Sehr langer Name.pdf'],
    ['RFC 2231 beside a plain one', `filename="Geraete.pdf"; filename*=utf-8''Ger%C3%A4te.pdf`, 'Geräte.pdf'],
    ['RFC 2231 with a broken escape', "filename*=utf-8''100%25%zz.pdf", '100%%zz.pdf'],
    ['encoded words', 'filename="=?iso-8859-1?Q?=DCbersicht=2Exls?="', 'Übersicht.xls'],
    [
      'encoded words cut through a character',
      'filename="=?utf-8?B?R2Vyw6Q=?= =?utf-8?B?dGUucGRm?="',
      'Geräte.pdf',
    ],
    ['raw Latin-1', 'filename="Ger\xe4te.pdf"', 'Geräte.pdf'],
    ['raw UTF-8', 'filename="Ger\xc3\xa4te.pdf"', 'Geräte.pdf'],
    ['no quotes around blanks', 'filename=Mein Antrag.pdf', 'Mein Antrag.pdf'],
    ['an invented charset', 'filename="=?x-klingonisch?Q?Ger=E4te.pdf?="', 'Geräte.pdf'],
    ['folders', 'filename="../../etc/passwd"', 'passwd'],
    ['folders of Windows', 'filename="C:\\\\Users\\\\uwe\\\\Antrag.pdf"', 'Antrag.pdf'],
    ['a folder alone', 'filename="Anlagen/"', 'Anlagen'],
    ['an ending that a writing direction hides', "filename*=utf-8''Foto%E2%80%AEgnp.exe", 'Fotognp.exe'],
    ['invisible characters', "filename*=utf-8''An%E2%80%8Btrag%00.p%C2%ADdf", 'Antrag.pdf'],
    ['line feeds', "filename*=utf-8''Antrag%0D%0ABcc:%20x.pdf", 'Antrag Bcc_ x.pdf'],
    ['two endings', 'filename="Rechnung.pdf.exe"', 'Rechnung.pdf.exe'],
    ['two endings far apart', `filename="Rechnung.pdf${' '.repeat(150)}.exe"`, 'Rechnung.pdf .exe'],
    ['dots alone', 'filename="..."', 'Datei-1'],
    ['blanks alone', 'filename="  "', 'Datei-1'],
    ['no name', '', 'Datei-1'],
  ])('%s', async (_, disposition, name) => {
    expect(await nameOf(disposition)).toBe(name)
  })

  test('a name of 10,000 characters keeps its endings', async () => {
    const name = await nameOf(`filename="${'ä'.repeat(5000)}.pdf.exe"`)
    expect(name).toHaveLength(255)
    expect(name).toMatch(/ä\.pdf\.exe$/)
  })

  test('a letter that is enclosed is named without its subject', async () => {
    const enclosed = {
      head: 'Content-Type: message/rfc822',
      bytes: 'From: a@b.example\r\nSubject: Geheim\r\n\r\nx',
    }
    expect((await readLetter(mailWith(enclosed))).attachments[0]!.name).toBe('Datei-1.eml')
  })
})

describe('what a file is, its bytes say:', () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')])
  const zip = (...names: string[]) =>
    Buffer.concat(
      names.map(name => {
        const head = Buffer.alloc(30)
        head.writeUInt32LE(0x04034b50, 0)
        head.writeUInt16LE(name.length, 26)
        return Buffer.concat([head, Buffer.from(name)])
      }),
    )
  const ooxml = 'application/vnd.openxmlformats-officedocument'
  test.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['MZ\x90\0\x03\0\0\0', 'application/x-msdownload'],
    [Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01', 'latin1'), 'image/png'],
    [zip('[Content_Types].xml', 'word/document.xml'), `${ooxml}.wordprocessingml.document`],
    [zip('_rels/.rels', 'xl/workbook.xml'), `${ooxml}.spreadsheetml.sheet`],
    [zip('readme.txt'), 'application/zip'],
    [ole('WordDocument'), 'application/msword'],
    [ole('Workbook'), 'application/vnd.ms-excel'],
    ['<!DOCTYPE html><script>alert(1)</script>', 'text/html'],
    ['\ufeff \n<HTML><body>', 'text/html'],
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'image/svg+xml'],
    ['<?xml version="1.0"?><rechnung/>', 'application/xml'],
    ['#!/bin/sh\nrm -r /\n', 'text/x-shellscript'],
    ['@echo off\r\nformat c:\r\n', 'application/x-bat'],
    ['Guten Tag', 'text/plain'],
    ['\x01\x02\x03\x04', null],
    ['', null],
  ])('%j is %s', async (bytes, type) => {
    const file = { head: 'Content-Type: application/pdf; name=a.pdf', bytes }
    expect((await readLetter(mailWith(file))).attachments[0]).toMatchObject({
      contentType: 'application/pdf',
      trueType: type,
    })
  })
})

describe('the bytes of a file', () => {
  const reader = createReader(
    { threads: 1, timeoutMs: 20_000, memoryMb: 128 },
    programmeNamed('pinneberg').profile,
  )
  afterAll(() => reader.close())
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 256))
  const base64 = bytes.toString('base64')
  const lines = (width: number) => base64.match(new RegExp(`.{1,${width}}`, 'g'))!.join('\r\n')
  const encoded = (body: string, encoding = 'base64') =>
    mailWith({
      head: `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${encoding}`,
      bytes: body,
    })

  test.each([
    ['lines of 76', lines(76)],
    ['lines of 77, which end inside a group', lines(77)],
    ['one line', base64],
    ['characters that do not belong there', lines(76).replaceAll('\r\n', ' \t*\r\n')],
    [
      'several encodings one after another',
      `${bytes.subarray(0, 1000).toString('base64')}\r\n${bytes.subarray(1000).toString('base64')}`,
    ],
    ['padding that is missing', lines(76).replace(/=+$/, '')],
  ])('are the same from base64 with %s', async (_, body) => {
    const { attachments } = await readLetter(encoded(body))
    expect(attachments[0]).toMatchObject({ size: bytes.length, sha256: sha256(bytes) })
  })

  test('of many megabytes are the same in pieces', async () => {
    const large = Buffer.alloc(9_000_001, bytes)
    for (const width of [76, 61]) {
      const body = large
        .toString('base64')
        .match(new RegExp(`.{1,${width}}`, 'g'))!
        .join('\n')
      expect((await readLetter(encoded(body))).attachments[0]).toMatchObject({
        size: large.length,
        sha256: sha256(large),
      })
    }
  })

  test('are the same from quoted-printable and without any encoding', async () => {
    const text = 'Grüße = "ja"\r\nEnde \t'
    const quoted = 'Gr=C3=BC=C3=9Fe =3D "ja"  \r\nEn=\r\nde=20=09'
    expect((await readLetter(encoded(quoted, 'quoted-printable'))).attachments[0]!.sha256).toBe(sha256(text))
    expect((await readLetter(encoded(text, '8bit'))).attachments[0]!.sha256).toBe(sha256(text))
  })

  test('come out of the mail again, and only those that were listed', async () => {
    const raw = mailWith(
      { head: 'Content-Type: application/pdf; name=a.pdf', bytes: '%PDF-1.4' },
      { head: 'Content-Type: message/rfc822', bytes: mailWith(named('filename=innen.txt')) },
    )
    const { letter } = await reader.read(raw)
    expect(letter.attachments.map(({ name }) => name)).toEqual(['a.pdf', 'Datei-2.eml', 'innen.txt'])
    const open = (position: number, hash: string) => reader.openAttachment(raw, { position, sha256: hash })
    expect(Buffer.from((await open(0, letter.attachments[0]!.sha256!))!).toString()).toBe('%PDF-1.4')
    expect(Buffer.from((await open(2, letter.attachments[2]!.sha256!))!).toString()).toBe('x')
    expect(await open(0, sha256('etwas anderes'))).toBeNull()
    expect(await open(3, letter.attachments[2]!.sha256!)).toBeNull()
    expect(await open(-1, letter.attachments[2]!.sha256!)).toBeNull()
  })

  test('are uuencoded in the text of old programs: there is a file, and the words stay', async () => {
    const letter = await readLetter(
      Buffer.from(
        'From: a@b.example\r\n\r\nAnbei der Plan.\r\nbegin 644 plan.txt\r\n%4&QA;B$`\r\n`\r\nend\r\nbegin mit Freude\r\n',
      ),
    )
    expect(letter.text).toBe('Anbei der Plan.\nbegin mit Freude')
    expect(letter.attachments[0]).toMatchObject({
      name: 'plan.txt',
      size: 5,
      sha256: sha256('Plan!'),
    } satisfies Partial<Letter['attachments'][0]>)
  })
})
