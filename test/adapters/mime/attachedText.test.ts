import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { classifyLetter } from '../../../src/domain/classify/classifyLetter.ts'

const programme = programmeNamed('pinneberg')
const own = 'Guten Tag, anbei die Unterlagen zur Klassenassistenz.'
const danger = 'Der Vater hat das Kind mit dem Gürtel geschlagen.'

function withFile(type: string, name: string, bytes: Buffer | string): Buffer {
  return Buffer.from(
    [
      'From: Eva <eva@mail.example>',
      'Subject: Unterlagen',
      'Content-Type: multipart/mixed; boundary=g',
      '',
      '--g\nContent-Type: text/plain; charset=utf-8',
      '',
      own,
      `--g\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"`,
      '',
      Buffer.from(bytes as string)
        .toString('base64')
        .replace(/.{76}/g, '$&\n'),
      '--g--',
      '',
    ].join('\n'),
  )
}

const inQuotedPrintable = `From: a@mail.example\nSubject: Sorge\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(danger).toString('base64')}\n`

describe('a child in danger rings from an attached file, which never becomes the text of the letter:', () => {
  test.each([
    ['a note', 'text/plain; charset=utf-8', 'notiz.txt', danger],
    ['a note that is called something else', 'application/octet-stream', 'notiz.bin', danger],
    ['a note of Windows', 'text/plain', 'notiz.txt', Buffer.from(`\ufeff${danger}`, 'utf16le')],
    [
      'a page',
      'text/html',
      'seite.html',
      `<html><body><p>Der <b>Vater</b> hat das Kind mit dem G&uuml;rtel geschlagen.</p></body></html>`,
    ],
    [
      'RTF',
      'application/rtf',
      'brief.rtf',
      "{\\rtf1\\ansi Der Vater hat das Kind mit dem G\\'fcrtel geschlagen.\\par}",
    ],
    [
      'an appointment',
      'text/calendar; charset=utf-8',
      'termin.ics',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION;LANGUAGE=de:Der Vater hat das Kind mit \r\n dem Gürtel geschlagen.\\nBitte\\, helfen.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ],
    [
      'XML',
      'text/xml',
      'form.xml',
      `<?xml version="1.0"?><a><b>Der Vater hat das Kind mit dem G&#252;rtel geschlagen.</b></a>`,
    ],
    ['a letter as a file', 'application/octet-stream', 'brief.eml', inQuotedPrintable],
    [
      'a long note',
      'application/octet-stream',
      'notiz',
      `${'Wir warten auf den Bus. '.repeat(8000)}${danger}`,
    ],
  ])('%s', async (_, type, name, bytes) => {
    const letter = await readLetter(withFile(type, name, bytes))
    expect(letter.newestText).toBe(own)
    const found = classifyLetter(programme, letter)
    expect(found.urgentChildProtection).toBe(true)
    const evidence = found.because.find(each => each.axis === 'urgent_child_protection')
    expect(evidence?.kind).toMatch(/, in einer Anlage$/)
    expect(evidence?.kind).not.toContain('Gürtel')
  })
})

test('files that are no text and long tables are not read', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d', 'hex'), Buffer.from(danger)])
  expect((await readLetter(withFile('text/plain', 'bild.txt', png))).aside).toBeUndefined()
  const long = `${danger}\n`.repeat(8000)
  expect((await readLetter(withFile('text/plain', 'tabelle.txt', long))).aside).toBeUndefined()
})

test('a harmless file changes nothing of what the letter is taken for', async () => {
  const alone = await readLetter(Buffer.from(`From: Eva <eva@mail.example>\nSubject: Unterlagen\n\n${own}`))
  const letter = await readLetter(withFile('text/plain', 'liste.txt', 'Stühle, Tische, eine Tafel'))
  const [one, two] = [alone, letter].map(each => classifyLetter(programme, each))
  expect(two).toEqual(one)
})
