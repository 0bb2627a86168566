import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { tnef } from '../../mails/tnef.ts'

const plan = Buffer.from('%PDF-1.4 Plan')

function mailWith(winmail: Buffer, text = ''): Buffer {
  return Buffer.from(
    [
      'From: k.schroeder@gs-musterdorf.example',
      'Content-Type: multipart/mixed; boundary=g',
      '',
      '--g',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--g',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      winmail.toString('base64'),
      '--g--',
    ].join('\r\n'),
  )
}

describe('a winmail.dat', () => {
  test('is its files, under their long names, with their bytes', async () => {
    const files = [
      { title: 'RAUMPL~1.PDF', longName: 'Raumplan für Hörnerkirchen.pdf', data: plan },
      { title: 'Liste.txt', data: Buffer.from('a') },
    ]
    const { attachments, text } = await readLetter(mailWith(tnef({ body: 'aus Outlook', files }), 'Anbei.'))
    expect(attachments).toEqual([
      {
        name: 'Raumplan für Hörnerkirchen.pdf',
        contentType: 'application/octet-stream',
        size: plan.length,
        sha256: createHash('sha256').update(plan).digest('hex'),
        trueType: 'application/pdf',
      },
      expect.objectContaining({ name: 'Liste.txt', size: 1 }),
    ])
    expect(text).toBe('Anbei.')
  })

  test('has the words of the letter when they stand nowhere else', async () => {
    const { text, newestText, attachments } = await readLetter(
      mailWith(tnef({ body: 'Wann geht es in H\xf6rnerkirchen los?' })),
    )
    expect(text).toBe('Wann geht es in Hörnerkirchen los?')
    expect(newestText).toBe(text)
    expect(attachments).toEqual([])
  })

  test('in a winmail.dat gives its files too', async () => {
    const inner = tnef({ files: [{ title: 'innen.pdf', data: plan }] })
    const { attachments } = await readLetter(mailWith(tnef({ files: [{ title: 'Brief', embedded: inner }] })))
    expect(attachments.map(({ name }) => name)).toEqual(['Brief', 'innen.pdf'])
  })

  test('with names of folders is as harmless as any other file', async () => {
    const files = [{ longName: '..\\..\\Autostart\\boese.exe', data: plan }]
    expect((await readLetter(mailWith(tnef({ files })))).attachments[0]!.name).toBe('boese.exe')
  })

  test.each([
    ['of other bytes', Buffer.from('kein TNEF, nur so genannt')],
    ['of a head alone', Buffer.from('789f3e220100', 'hex')],
    ['with nothing in it', tnef({})],
  ])('%s stays a file like any other', async (_, bytes) => {
    expect((await readLetter(mailWith(bytes, 'Anbei.'))).attachments).toMatchObject([{ name: 'winmail.dat' }])
  })

  test('cut off anywhere gives what stood before, or itself', async () => {
    const whole = tnef({
      body: 'Text',
      files: [
        { title: 'a.pdf', data: plan },
        { longName: 'b.pdf', data: plan },
      ],
    })
    for (let length = 0; length < whole.length; length += 3) {
      const { attachments } = await readLetter(mailWith(whole.subarray(0, length)))
      expect(attachments.length).toBeLessThanOrEqual(2)
    }
  })
})
