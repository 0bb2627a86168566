import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../../src/adapters/mime/readLetter.ts'
import { programmeNamed } from '../../../../src/buildWorld.ts'
import { visibleText } from '../../../../src/domain/mail/quotes/visibleText.ts'
import { acknowledgement } from '../../../../src/texts/letters/acknowledgement.ts'
import { answerHtml, answerText } from '../../../../src/texts/letters/answerLetter.ts'
import { marked, quotedBy, unmarked } from './programs.ts'

const { profile } = programmeNamed('pinneberg')
const ticket = { number: 'KA-2024-0017', bidderQuestion: false, flags: [], dataClass: 'allgemein' as const }
const confirmations = (['eltern', 'schule', null] as const).map(stakeholder =>
  acknowledgement(profile, { ...ticket, stakeholder }, Temporal.PlainDate.from('2024-04-22')),
)
const answered = answerText(profile, ticket.number, 'Guten Tag,\n\nin welcher Klasse ist Ihr Kind?', {
  body: 'Guten Tag,\nbekommt mein Sohn Hilfe?\n\nUwe Thiessen',
  at: '2024-04-19T08:12:00Z',
})
const ours = [...confirmations.map(({ text }) => text), answered]
const reply = 'Er ist in der 2b.\n\nViele Grüße\nUwe Thiessen'

describe.each([...unmarked, ...marked])('a citizen who answers our letter with $name', program => {
  test('is read without our letter', () => {
    for (const letter of ours) {
      const quote = `${program.head}\n\n${quotedBy(program, letter.trim())}`
      const { newest } = visibleText(`${reply}\n\n${quote}`)
      expect(newest.replace(/\n+(?:Von meinem|Outlook für).*$/, '')).toBe(reply)
    }
  })
})

test('in our own answer the letter of the citizen is a quote', () => {
  const { newest, quoted } = visibleText(answered)
  expect(newest).toContain('in welcher Klasse')
  expect(newest).not.toContain('bekommt mein Sohn')
  expect(quoted).toMatch(/^Ihre Nachricht vom .*:\n+> Guten Tag,/)
})

test.each([
  [
    'Gmail',
    '<div class="gmail_attr">Am Fr., 19. Apr. 2024 um 10:12 Uhr schrieb Kreis &lt;ka@kreis.example&gt;:</div><blockquote class="gmail_quote">',
    '</blockquote>',
  ],
  [
    'Outlook',
    '<div><p><b>Von:</b> Kreis &lt;ka@kreis.example&gt;<br><b>Gesendet:</b> Freitag, 19. April 2024 10:12<br><b>An:</b> Uwe<br><b>Betreff:</b> Frage</p></div>',
    '',
  ],
])('our letter in HTML is cut from an answer written with %s', async (_, open, close) => {
  for (const html of [...confirmations.map(each => each.html), answerHtml('Frage', answered)]) {
    const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)![1]!
    const mail = `From: uwe@mail.example\nContent-Type: text/html; charset=utf-8\n\n<div>Er ist in der 2b.</div><div>${open}${body}${close}</div>`
    expect((await readLetter(Buffer.from(mail))).newestText).toBe('Er ist in der 2b.')
  }
})
