import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { UnreadableMail } from '../../../src/adapters/mime/unreadable.ts'
import { letterIn, rawMail } from '../../mails/letterIn.ts'
import { processorTime } from '../../peers/processorTime.ts'

function mail(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'))
}

describe('a letter', () => {
  test('has its addresses in lower case, groups opened, names decoded', async () => {
    const { to, from } = await letterIn('gruppe-als-empfaenger')
    expect(to).toEqual([
      { name: 'Karin', address: 'k.schroeder@gs-musterdorf.example' },
      { name: '', address: 'uwe@mail.example' },
      { name: '', address: 'post@grünland.example' },
    ])
    expect(from).toEqual({ name: 'Karin Schroeder', address: 'k.schroeder@gs-musterdorf.example' })
  })

  test('has its thread: ids with angle brackets, also when the sender forgot them', async () => {
    const letter = await readLetter(
      mail(
        'From: uwe@mail.example',
        'Message-ID: ohne-klammern@mail.example',
        'In-Reply-To: <a@x.example> (Antwort auf <b@x.example>)',
        'References: <c@x.example><d@x.example>',
        ' <c@x.example>',
        '',
        'Text',
      ),
    )
    expect(letter.messageId).toBe('<ohne-klammern@mail.example>')
    expect(letter.inReplyTo).toEqual(['<a@x.example>', '<b@x.example>'])
    expect(letter.references).toEqual(['<c@x.example>', '<d@x.example>'])
  })

  test('without Message-ID, subject or readable date has none, not an invented one', async () => {
    expect(await letterIn('ohne-message-id-und-betreff')).toMatchObject({
      messageId: null,
      subject: '',
      date: null,
      text: 'Bitte rufen Sie mich an.',
    })
  })

  test('without From has an empty sender', async () => {
    expect((await letterIn('ohne-absender')).from).toEqual({ name: '', address: '' })
  })

  test.each([
    ['falscher-zeichensatz', 'Gruß', 'Viele Grüße aus Hörnerkirchen'],
    ['erfundener-zeichensatz', 'Frage', 'Viele Grüße aus Hörnerkirchen'],
    ['rohe-umlaute-im-kopf', 'Fördermaßnahme für Uetersen', 'Über Förderung.'],
  ])('keeps its umlauts: %s', async (name, subject, text) => {
    expect(await letterIn(name)).toMatchObject({ subject, text })
  })

  test('keeps its umlauts when they stand raw in an encoded word', async () => {
    const raw = Buffer.from(
      'From: a@b.example\nSubject: =?iso-8859-1?Q?F\xf6rderung_f\xfcr?= alle\n\nText',
      'latin1',
    )
    expect((await readLetter(raw)).subject).toBe('Förderung für alle')
  })

  test('has the names of its attachments, RFC 2231 and encoded words, and no bytes', async () => {
    expect((await letterIn('dateinamen-rfc2231')).attachments).toEqual([
      {
        name: 'Geräte und Räume.pdf',
        contentType: 'application/pdf',
        size: 9,
        sha256: 'e5c62df5dab5c87b6a015ef3d43597074d1eec433b15f51aec63b8582d0e4ab4',
        trueType: 'application/pdf',
      },
      expect.objectContaining({
        name: 'Übersicht.xls',
        contentType: 'application/vnd.ms-excel',
        size: 8,
        trueType: 'application/x-cfb',
      }),
    ])
  })

  test.each([
    ['winmail-dat', 'application/ms-tnef'],
    ['signiert-smime', 'application/pkcs7-signature'],
    ['kalender-einladung', 'text/calendar'],
    ['weitergeleitet-als-anlage', 'message/rfc822'],
    ['unzustellbar-rfc3464', 'message/delivery-status'],
  ])('lists what is attached: %s', async (name, type) => {
    expect((await letterIn(name)).attachments.map(({ contentType }) => contentType)).toContain(type)
  })

  test('opens an enclosed letter like a forwarded one', async () => {
    const { text, enclosed } = await letterIn('weitergeleitet-als-anlage')
    expect(text).toContain('Von: Amira Haddad <amira@mail.example>')
    expect(text).toContain('Bekommt mein Kind')
    expect(enclosed?.[0]).toMatchObject({
      contentType: 'message/rfc822',
      text: expect.stringContaining('Message-ID: <innen@mail.example>'),
    })
  })

  test('whose parts cannot be told apart keeps its words', async () => {
    expect((await letterIn('mehrteilig-ohne-grenze')).text).toBe('Trotzdem steht hier eine Frage.')
  })

  test('of HTML alone is text without styles, scripts, links and pictures', async () => {
    const html =
      '<html><head><style>p{}</style><title>T</title></head><body><script>x()</script><p>Guten&nbsp;Tag,</p>' +
      '<p>siehe <a href="https://boese.example">hier</a><img src="x" alt="Bild"></p><blockquote>alt</blockquote></body></html>'
    const { text } = await readLetter(mail('From: a@b.example', 'Content-Type: text/html', '', html))
    expect(text).toBe('Guten Tag,\n\nsiehe hier\n\n> alt')
  })

  test('has header names as they are and nothing from the language', async () => {
    const { headers } = await readLetter(
      mail('From: a@b.example', '__proto__: x', 'constructor: y', 'X-A: 1', 'X-A: 2', '', 'Text'),
    )
    expect(Object.keys(headers).sort()).toEqual(['constructor', 'from', 'x-a'])
    expect(headers['x-a']).toBe('1\n2')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test('has no characters that a database refuses', async () => {
    const raw = Buffer.concat([
      mail('From: a@b.example', 'Subject: a\0b', '', ''),
      Buffer.from('Te\0xt \ud800 Ende'),
    ])
    const letter = await readLetter(raw)
    expect(JSON.stringify(letter)).not.toMatch(/\\u0000|\\ud800/)
    expect(letter.text).toContain('Ende')
  })

  test('with 5,000 recipients has them all, in a moment', async () => {
    const to = Array.from({ length: 5000 }, (_, i) => `"Schule ${i}" <schule${i}@schulen.example>`).join(
      ',\r\n ',
    )
    const took = processorTime()
    const letter = await readLetter(mail('From: a@b.example', `To: ${to}`, 'Subject: An alle', '', 'Text'))
    expect(letter.to).toHaveLength(5000)
    expect(letter.to[4999]).toEqual({ name: 'Schule 4999', address: 'schule4999@schulen.example' })
    expect(letter.headers.to!.length).toBeLessThanOrEqual(10_000)
    expect(took()).toBeLessThan(3_000)
  })

  test('nested 200 deep has its innermost text', async () => {
    const open = Array.from({ length: 200 }, (_, i) => [
      `Content-Type: multipart/mixed; boundary=g${i}`,
      '',
      `--g${i}`,
    ]).flat()
    const close = Array.from({ length: 200 }, (_, i) => `--g${199 - i}--`)
    const letter = await readLetter(
      mail(
        'From: a@b.example',
        'MIME-Version: 1.0',
        ...open,
        'Content-Type: text/plain',
        '',
        'ganz innen',
        ...close,
      ),
    )
    expect(letter.text).toBe('ganz innen')
  })

  test('in a letter in a letter, 50 deep, ends by itself', async () => {
    const heads = Array.from({ length: 50 }, (_, i) => [
      `From: a${i}@b.example`,
      'Content-Type: message/rfc822',
      '',
    ]).flat()
    const letter = await readLetter(mail(...heads, 'From: x@y.example', '', 'innen'))
    expect(letter.from.address).toBe('a0@b.example')
  })

  test.each([
    ['a byte order mark before it', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), rawMail('nur-zitat')])],
    ['blank lines before it', Buffer.concat([Buffer.from('\r\n\r\n'), rawMail('nur-zitat')])],
    [
      'an mbox line before it',
      Buffer.concat([Buffer.from('From uwe Mon Apr 22 09:14:00 2024\r\n'), rawMail('nur-zitat')]),
    ],
    [
      'lone CR as line ends',
      Buffer.from(rawMail('nur-zitat').toString('latin1').replaceAll('\r\n', '\r'), 'latin1'),
    ],
    [
      'LF as line ends',
      Buffer.from(rawMail('nur-zitat').toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    ],
  ])('is read with %s', async (_, raw) => {
    expect(await readLetter(raw)).toMatchObject({
      messageId: '<u3@mail.example>',
      from: { address: 'uwe@mail.example' },
    })
  })

  test('of headers alone has an empty text', async () => {
    expect(await readLetter(mail('From: a@b.example', 'Subject: nur Kopf'))).toMatchObject({
      subject: 'nur Kopf',
      text: '',
    })
  })
})

describe('no letter', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blank lines', '\r\n \r\n\0', 'empty'],
    ['words without a head', 'Guten Tag,\n\nich habe eine Frage.\n', 'no-mail'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'no-mail'],
  ])('is made of %s', async (_, text, kind) => {
    const error = await readLetter(Buffer.from(text, 'latin1')).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UnreadableMail)
    expect(error).toMatchObject({ kind, german: expect.stringMatching(/\.$/) })
  })
})

test('wherever text is cut, half an emoji is never left: PostgreSQL and JSON would refuse the letter', async () => {
  const upTo = (length: number) => `${'x'.repeat(length - 1)}😀 Ende`
  const letter = await readLetter(
    mail(
      `From: "${upTo(500)}" <uwe@mail.example>`,
      `Subject: ${upTo(2000)}`,
      `X-Long: ${upTo(10_000)}`,
      'X-Twice: a',
      // With the line before and a line feed, one character short of the limit.
      `X-Twice: ${upTo(9_998)}`,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      upTo(2_000_000),
      '--b',
      'Content-Type: application/pdf',
      `Content-Disposition: attachment; filename="${upTo(255)}"`,
      '',
      'x',
      '--b--',
    ),
  )
  expect([letter.subject.length, letter.text.length, letter.from.name.length]).toEqual([2000, 2_000_000, 500])
  expect(letter.attachments[0]!.name).toHaveLength(255)
  expect([letter.headers['x-long'], letter.headers['x-twice']].map(value => value?.length)).toEqual([
    10_000, 10_000,
  ])
  // JSON.stringify writes half a pair as \\ud83d, and everything else as it is.
  expect(JSON.stringify(letter)).not.toMatch(/\\ud[89a-f]/i)
})

test('a mail damaged anywhere becomes a letter or is unreadable, never an error of ours', async () => {
  const names = [
    'outlook-html-antwort',
    'unzustellbar-rfc3464',
    'dateinamen-rfc2231',
    'kalender-zusage',
    'rohe-umlaute-im-kopf',
  ]
  const damage = fc.record({
    name: fc.constantFrom(...names),
    places: fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 20 }),
    cut: fc.nat(3000),
    doubled: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ name, places, cut, doubled }) => {
      const raw = Buffer.from(rawMail(name))
      for (const [at, byte] of places) raw[at % raw.length] = byte
      const damaged = doubled ? Buffer.concat([raw.subarray(0, cut), raw]) : raw.subarray(0, Math.max(1, cut))
      const result = await readLetter(damaged).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableMail)
      else expect(result).toMatchObject({ text: expect.any(String), newestText: expect.any(String) })
    }),
    { numRuns: 1500 },
  )
})
