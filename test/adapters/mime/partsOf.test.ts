import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'

const read = (...lines: string[]) => readLetter(Buffer.from(lines.join('\r\n'), 'latin1'))
const mixed = (...lines: string[]) =>
  read('From: a@b.example', 'Content-Type: multipart/mixed; boundary=g', '', ...lines)

describe('D24: words do not vanish in a mail that is put together wrongly:', () => {
  test('a part inside that is never ended', async () => {
    const { text } = await mixed(
      '--g',
      'Content-Type: multipart/alternative; boundary=innen',
      '',
      '--innen',
      '',
      'eins',
      '--g',
      'Content-Type: application/pdf',
      '',
      'x',
      '--g--',
    )
    expect(text).toContain('eins')
  })

  test('boundaries of which one begins like the other are told apart', async () => {
    const { text } = await mixed(
      '--g',
      'Content-Type: multipart/mixed; boundary=g-1',
      '',
      '--g-1',
      '',
      'eins',
      '--g-1--',
      '--g',
      '',
      'zwei',
      '--g--',
    )
    expect(text).toBe('eins\n\nzwei')
  })

  test('a part inside that uses the boundary of the one around it', async () => {
    const { text } = await mixed(
      '--g',
      'Content-Type: multipart/mixed; boundary=g',
      '',
      '--g',
      '',
      'eins',
      '--g--',
      '--g',
      '',
      'zwei',
      '--g--',
    )
    expect(text).toBe('eins\n\nzwei')
  })

  test('a boundary that is not declared', async () => {
    const { text } = await read(
      'From: a@b.example',
      'Content-Type: multipart/mixed',
      '',
      '--irgendwas',
      'Content-Type: text/plain',
      '',
      'eins',
      '--irgendwas',
      'Content-Type: application/pdf',
      '',
      'x',
      '--irgendwas--',
    )
    expect(text).toContain('eins')
  })

  test.each([
    ['a part without head', ['--g', '', 'eins', '--g--'], 'eins'],
    ['a part whose blank line was forgotten', ['--g', 'eins', '--g--'], 'eins'],
    ['a part of a head alone', ['--g', 'Content-Type: text/plain', '--g', '', 'eins', '--g--'], 'eins'],
    ['a nonsense type', ['--g', 'Content-Type: text', '', 'eins', '--g--'], 'eins'],
    ['no end at all', ['--g', '', 'eins'], 'eins'],
  ])('%s', async (_, lines, text) => {
    expect((await mixed(...lines)).text).toBe(text)
  })

  test('a head that goes over into the text without a blank line', async () => {
    const { subject, text } = await read(
      'From: a@b.example',
      'Subject: Frage',
      'Wann geht es los?',
      'Und wo?',
    )
    expect([subject, text]).toEqual(['Frage', 'Wann geht es los?\nUnd wo?'])
  })

  test('a header line that was broken without a blank before it', async () => {
    const letter = await read(
      'From: a@b.example',
      'Subject: Frage zum Start',
      'in Elmshorn',
      'To: c@d.example',
      '',
      'Text',
    )
    expect([letter.subject, letter.to[0]?.address, letter.text]).toEqual([
      'Frage zum Start in Elmshorn',
      'c@d.example',
      'Text',
    ])
  })

  test('a separating line that has a blank in it', async () => {
    expect((await read('From: a@b.example', 'Subject: Frage', ' ', 'Wann geht es los?')).text).toBe(
      'Wann geht es los?',
    )
  })
})

test('of alternatives the plain text counts, unless it is empty', async () => {
  const alternatives = (text: string) =>
    read(
      'From: a@b.example',
      'Content-Type: multipart/alternative; boundary=g',
      '',
      '--g',
      'Content-Type: text/plain',
      '',
      text,
      '--g',
      'Content-Type: multipart/related; boundary=h',
      '',
      '--h',
      'Content-Type: text/html',
      '',
      '<p>aus HTML</p>',
      '--h',
      'Content-Type: image/png; name=logo.png',
      '',
      'x',
      '--h--',
      '--g--',
    )
  expect((await alternatives('aus Text')).text).toBe('aus Text')
  expect(await alternatives('  ')).toMatchObject({ text: 'aus HTML', attachments: [{ name: 'logo.png' }] })
})

test('letters of a digest are letters without saying so', async () => {
  const { attachments, quotedText } = await read(
    'From: a@b.example',
    'Content-Type: multipart/digest; boundary=g',
    '',
    '--g',
    '',
    'From: c@d.example',
    'Subject: eins',
    '',
    'Im ersten Brief steht etwas.',
    '--g--',
  )
  expect(attachments).toMatchObject([{ name: 'Datei-1.eml', contentType: 'message/rfc822' }])
  expect(quotedText).toContain('Von: c@d.example')
})
