import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../../src/adapters/mime/readLetter.ts'

const letterWith = (head: string, body: string) =>
  readLetter(Buffer.from(`From: eva@mail.example\n${head}\n\n${body}`))
const html = 'Content-Type: text/html; charset=utf-8'

describe('what a writer sets off like a quote is read as the letter', () => {
  test('with ">" in a mail that answers nothing', async () => {
    const body = 'Guten Tag,\n> NEU: Die Klasse 3b hat keine Assistenz.\n> Wann kommt jemand?\nGruß'
    expect(await letterWith('Subject: Frage', body)).toMatchObject({ newestText: body, quotedText: '' })
  })

  test('with <blockquote>', async () => {
    const { newestText, quotedText } = await letterWith(
      html,
      '<blockquote>Die Klasse 3b hat keine Assistenz.</blockquote><p>Gruß</p>',
    )
    expect(newestText).toContain('Die Klasse 3b hat keine Assistenz.')
    expect(quotedText).toBe('')
  })
})

describe('the same lines are a quote', () => {
  test.each([
    'In-Reply-To: <a@kreis.example>',
    'References: <a@kreis.example>',
    'Subject: AW: Frage',
    'Subject: Fwd: Frage',
  ])('where the mail answers or forwards: %s', async head => {
    expect(await letterWith(head, '> Wann kommt jemand?\n\nAm Montag.')).toMatchObject({
      newestText: 'Am Montag.',
      quotedText: '> Wann kommt jemand?',
    })
  })

  test('where the head of a quote stands above them', async () => {
    const body =
      'Ja.\n\nAm 19.04.24 um 10:12 schrieb Kreis <ka@kreis.example>:\n> Kommen Sie?\n\nMontag.\n\n> Wann?'
    expect((await letterWith('Subject: Frage', body)).newestText).toBe('Ja.\n\n\nMontag.')
  })
})
