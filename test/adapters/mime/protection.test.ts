import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { letterIn, rawMail } from '../../mails/letterIn.ts'

describe('a signed letter is read like any other:', () => {
  test.each([
    ['signiert-smime', 'Dieser Brief ist unterschrieben.', ['smime.p7s']],
    ['smime-undurchsichtig', 'für die Klassenassistenz in Hörnerkirchen', ['Raumplan.pdf']],
    ['smime-undurchsichtig-in-stuecken', 'für die Klassenassistenz in Hörnerkirchen', ['Raumplan.pdf']],
    ['pgp-im-text-signiert', 'wann beginnt die Klassenassistenz in Hörnerkirchen?', []],
  ])('%s', async (name, words, files) => {
    const { protection, newestText, attachments } = await letterIn(name)
    expect(protection).toBe('signed')
    expect(newestText).toContain(words)
    expect(newestText).not.toMatch(/PGP|SHA256/)
    expect(attachments.map(each => each.name)).toEqual(files)
  })
})

describe('an encrypted letter says that it is one:', () => {
  test.each(['smime-verschluesselt', 'pgp-mime-verschluesselt'])('%s', async name => {
    expect(await letterIn(name)).toMatchObject({
      protection: 'encrypted',
      newestText: '',
      subject: 'Raumplan',
    })
  })

  test('between the lines of a text that can be read', async () => {
    const pgp = '-----BEGIN PGP MESSAGE-----\n\nhQEMA0ZlaGx0\n=abcd\n-----END PGP MESSAGE-----'
    const letter = await readLetter(Buffer.from(`From: a@b.example\n\nBitte dringend lesen:\n\n${pgp}\n`))
    expect(letter.protection).toBe('encrypted')
    expect(letter.newestText).toContain('Bitte dringend lesen')
  })

  test('inside one that is forwarded', async () => {
    const inner = rawMail('smime-verschluesselt').toString('latin1')
    const raw = `From: a@b.example\nContent-Type: message/rfc822\n\n${inner}`
    expect((await readLetter(Buffer.from(raw))).protection).toBe('encrypted')
  })

  test('a letter about encryption is none', async () => {
    const raw = 'From: a@b.example\n\nWas heißt „-----BEGIN PGP MESSAGE-----“ in Ihrer Antwort?\n'
    expect((await readLetter(Buffer.from(raw))).protection).toBeUndefined()
  })
})

test('a broken signature container stays a file, and nothing is claimed of it', async () => {
  const raw = rawMail('smime-undurchsichtig').toString('latin1')
  const broken = raw.replace(/\r\n\r\n.{40}/s, '\r\n\r\nMIIB')
  const { attachments, protection, text } = await readLetter(Buffer.from(broken, 'latin1'))
  expect(attachments).toMatchObject([{ name: 'smime.p7m', contentType: 'application/pkcs7-mime' }])
  expect({ protection, text }).toEqual({ protection: undefined, text: '' })
})
