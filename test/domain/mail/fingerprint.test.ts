import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash, letterFingerprint } from '../../../src/domain/mail/fingerprint.ts'
import { rawMail } from '../../mails/letterIn.ts'
import { processorTime } from '../../peers/processorTime.ts'

const letter = rawMail('elternfrage-zum-start-in-elmshorn')
const transport = [
  'Received: from a.example by b.example; Mon, 22 Apr 2024 09:00:00 +0200\r\n',
  'Delivered-To: klassenassistenz@kreis.example\r\n',
  'Return-Path: <uwe@mail.example>\r\n',
  'X-Spam-Status: No,\r\n score=0.1\r\n',
  'Authentication-Results: mx.kreis.example; spf=pass\r\n',
  'ARC-Seal: i=1; a=rsa-sha256\r\n',
  'DKIM-Signature: v=1; d=web.example\r\n',
]

describe('the fingerprint of a letter', () => {
  test('is the same for two deliveries, whatever transport adds', () => {
    fc.assert(
      fc.property(fc.subarray(transport), fc.boolean(), fc.nat(3), (added, unix, blanks) => {
        let text = added.join('') + letter.toString('latin1') + '\r\n'.repeat(blanks)
        if (unix) text = text.replaceAll('\r\n', '\n')
        expect(letterFingerprint(Buffer.from(text, 'latin1'))).toBe(letterFingerprint(letter))
      }),
    )
  })

  test('is the same when a server folds a header anew', () => {
    const folded = letter.toString('latin1').replace('Subject: ', 'Subject:\r\n ')
    expect(letterFingerprint(Buffer.from(folded, 'latin1'))).toBe(letterFingerprint(letter))
  })

  test('differs for two letters that share a Message-ID', () => {
    const other = letter.toString('latin1').replace('Elmshorn. Wann', 'Uetersen. Wann')
    expect(letterFingerprint(Buffer.from(other, 'latin1'))).not.toBe(letterFingerprint(letter))
  })

  test('differs when any byte of the text that is no line end changes', () => {
    const body = letter.indexOf('\r\n\r\n') + 4
    const places = [...letter.keys()].filter(i => i >= body && letter[i]! > 0x20)
    fc.assert(
      fc.property(fc.constantFrom(...places), at => {
        const other = Buffer.from(letter)
        other[at] = other[at]! ^ 1
        fc.pre(![0x0a, 0x0d, 0x20].includes(other[at]!))
        expect(letterFingerprint(other)).not.toBe(letterFingerprint(letter))
      }),
    )
  })

  test('exists for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), bytes =>
        /^[0-9a-f]{64}$/.test(letterFingerprint(bytes)),
      ),
    )
  })

  test('is taken of the whole letter, also of what stands behind headers without end', () => {
    const long = Buffer.alloc(3 * 1024 * 1024, 'x-a: b\r\n')
    const other = Buffer.from(long)
    other[2_900_000] = other[2_900_000]! ^ 1
    expect(letterFingerprint(other)).not.toBe(letterFingerprint(long))
  })

  test.each(['\n', '\r\n', 'a\n', 'a:\n', ':\n', 'to: a\n b\n', '\n ', 'x\r', ' '])(
    'of 60 MB of nothing but %j takes a second or two',
    line => {
      const mail = Buffer.alloc(60 * 1024 * 1024, line)
      const took = processorTime()
      letterFingerprint(mail)
      expect(took()).toBeLessThan(3_000)
    },
  )

  test('of 60 MB takes a second or two, also without a blank line or line ends', () => {
    const long = Buffer.alloc(
      60 * 1024 * 1024,
      'Zeile mit Text, wie sie in Anlagen steht, achtundsiebzig Zeichen lang.\r\n',
    )
    const mails = [Buffer.concat([letter, long]), Buffer.alloc(60 * 1024 * 1024, 'x')]
    for (const mail of mails) {
      const took = processorTime()
      letterFingerprint(mail)
      expect(took()).toBeLessThan(3_000)
    }
  })
})

test('the content hash is SHA-256 of the bytes as they are', () => {
  expect(contentHash(Buffer.from('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
