import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { letterBytes } from '../../../src/adapters/smtp/letterBytes.ts'
import type { LetterOut } from '../../../src/adapters/types.ts'
import { letterOut } from './letters.ts'

async function bytesOf(letter: LetterOut): Promise<Buffer> {
  const written = await letterBytes(letter)
  if (written.kind !== 'written') throw new Error(written.reason)
  return written.bytes
}

const headOf = (bytes: Buffer) => bytes.toString('latin1').split('\r\n\r\n', 1)[0]!

describe('the bytes of a letter', () => {
  test('are the same for the same letter, and others for another one', async () => {
    const letter = letterOut()
    expect(await bytesOf(letter)).toEqual(await bytesOf(structuredClone(letter)))
    expect(await bytesOf({ ...letter, text: 'anders' })).not.toEqual(await bytesOf(letter))
  })

  test('hold both texts, umlauts, the fixed id and date, and every header', async () => {
    const letter = letterOut({
      subject: 'Rückfrage zu „Übergang“ – Grüße',
      from: { name: 'Büro für Schulbegleitung, Kreis', address: 'postfach@kreis.example' },
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    })
    const bytes = await bytesOf(letter)
    const read = await simpleParser(bytes)
    expect(read.subject).toBe(letter.subject)
    expect(read.from?.value).toEqual([letter.from])
    expect(read.text).toBe(letter.text)
    expect(String(read.html).trim()).toBe(letter.html)
    expect(read.messageId).toBe(letter.messageId)
    expect(read.date?.toISOString()).toBe('2024-04-22T07:12:00.000Z')
    expect(read.inReplyTo).toBe(letter.inReplyTo)
    expect(read.headers.get('auto-submitted')).toBe('auto-replied')
    expect(read.headers.get('x-auto-response-suppress')).toBe('All')
  })

  test('are ASCII in lines of at most 998 characters that all end in CR LF', async () => {
    const references = Array.from({ length: 200 }, (_, index) => `<${index}.${'x'.repeat(60)}@post.example>`)
    const bytes = await bytesOf(letterOut({ text: `${'ä'.repeat(5000)}\n\nEnde`, references }))
    const text = bytes.toString('latin1')
    expect(text.replaceAll('\r\n', '')).toMatch(/^[\t -~]*$/)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(Math.max(...text.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998)
  })

  test('cite only ids that fit in a line, and of a long thread the last twenty', async () => {
    const long = `<${'x'.repeat(1200)}@post.example>`
    const ids = Array.from({ length: 30 }, (_, index) => `<${index}@post.example>`)
    const bytes = await bytesOf(letterOut({ inReplyTo: long, references: [...ids, long] }))
    const read = await simpleParser(bytes)
    expect(read.inReplyTo).toBeUndefined()
    expect(read.references).toEqual(ids.slice(-20))
    expect(
      Math.max(
        ...bytes
          .toString('latin1')
          .split('\r\n')
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(998)
    const longest = `<${'x'.repeat(880)}@post.example>`
    const fits = await bytesOf(letterOut({ inReplyTo: longest, references: Array(20).fill(longest) }))
    expect((await simpleParser(fits)).inReplyTo).toBe(longest)
    expect(
      Math.max(
        ...fits
          .toString('latin1')
          .split('\r\n')
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(998)
  })

  test.each([
    ['the subject', { subject: 'Frage\r\nBcc: alle@kreis.example' }],
    ['the subject, with a lone line feed', { subject: 'Frage\nBcc: alle@kreis.example' }],
    [
      'the name of the sender',
      { from: { name: 'Amt\r\nBcc: alle@kreis.example', address: 'postfach@kreis.example' } },
    ],
    ['a header', { headers: { 'X-Art': 'a\r\nBcc: alle@kreis.example' } }],
    ['the id that is answered', { inReplyTo: '<a@b.example>\r\nBcc: alle@kreis.example' }],
    ['the ids of the thread', { references: ['<a@b.example>\r\nBcc: alle@kreis.example', '<c@d.example>'] }],
    ['the text', { text: 'a\r\n\r\nBcc: alle@kreis.example' }],
  ])('gain no header line through %s', async (_where, other) => {
    const letter = letterOut(other)
    const written = await letterBytes(letter)
    if (written.kind !== 'written') throw new Error(written.reason)
    expect(headOf(written.bytes)).not.toMatch(/^Bcc/im)
    expect(written.envelope).toMatchObject({ from: 'postfach@kreis.example', to: ['erika@post.example'] })
  })

  test.each([
    ['two recipients', { to: 'erika@post.example, alle@kreis.example' }],
    ['a recipient with a line break', { to: 'erika@post.example\r\nRCPT TO:<alle@kreis.example>' }],
    ['a recipient in brackets', { to: 'erika@post.example> <alle@kreis.example' }],
    ['a group', { to: 'alle: erika@post.example;' }],
    ['no address', { to: '' }],
    ['a header that would replace ours', { headers: { Bcc: 'alle@kreis.example' } }],
    ['a header whose name is none', { headers: { 'X: a\r\nBcc': 'alle@kreis.example' } }],
    ['an id that is none', { messageId: 'kaputt' }],
  ])('do not exist for %s', async (_what, other) => {
    expect(await letterBytes(letterOut(other))).toMatchObject({ kind: 'impossible' })
  })

  test('a recipient under an umlaut domain is written in the form that every server understands', async () => {
    const written = await letterBytes(letterOut({ to: 'erika@bücher.example' }))
    expect(written).toMatchObject({ envelope: { to: ['erika@xn--bcher-kva.example'] } })
  })
})
