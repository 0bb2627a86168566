import { describe, expect, test } from 'vitest'
import { automaticReason } from '../../../src/domain/mail/autoSubmitted.ts'
import { letterIn, letterWith } from '../../mails/letterIn.ts'

describe('automatic mail is recognised', () => {
  test.each([
    ['abwesenheit-rfc3834', /Auto-Submitted \(auto-replied\)/],
    ['abwesenheit-ohne-kopfzeile', /Abwesenheitsnotiz/],
    ['automatische-antwort-outlook', /Abwesenheitsnotiz/],
    ['verteilerliste', /Verteilerliste/],
    ['kalender-zusage', /Kalender/],
    ['lesebestaetigung', /Lesebestätigung/],
    ['noreply-newsletter', /no-reply/],
    ['unzustellbar-rfc3464', /Auto-Submitted|Zustellbericht/],
    ['unzustellbar-exim', /Zustellbericht/],
    ['unzustellbar-qmail', /Zustellbericht/],
    ['verzoegert-rfc3464', /Zustellbericht/],
  ])('%s', async (name, reason) => {
    expect(automaticReason(await letterIn(name))).toMatch(reason)
  })

  test.each([
    [{ precedence: 'bulk' }],
    [{ precedence: 'Auto_Reply' }],
    [{ 'x-autoreply': 'yes' }],
    [{ 'x-autorespond': 'Urlaub' }],
    [{ 'return-path': '<>' }],
    [{ 'list-unsubscribe': '<mailto:ab@liste.example>' }],
    [{ 'auto-submitted': 'auto-generated' }],
    [{ 'auto-submitted': 'auto-notified; owner-email="x@mail.example"' }],
  ])('by its headers %o', headers => {
    expect(automaticReason(letterWith({ headers }))).not.toBeNull()
  })

  test.each([
    'Automatische Antwort: Frage',
    'Out of Office: Frage',
    'Automatic reply: Question',
    'Out of office',
    'Abwesenheitsassistent: Frage',
  ])('by the subject „%s“ alone', subject => {
    expect(automaticReason(letterWith({ subject }))).not.toBeNull()
  })

  test.each([
    ['Abwesenheit', 'Ich bin bis 03.05. nicht im Büro. Ihre Mail wird nicht weitergeleitet.'],
    ['Im Urlaub', 'In dringenden Fällen wenden Sie sich bitte an das Sekretariat.'],
    ['Out of the office until Monday', 'I am currently out of the office.'],
    ['Eingangsbestätigung', 'Diese E-Mail wurde automatisch erstellt.'],
  ])('by the subject „%s“ with the usual sentences', (subject, newestText) => {
    expect(automaticReason(letterWith({ subject, newestText }))).not.toBeNull()
  })
})

describe("a person's letter is not held for automatic", () => {
  test.each([
    'elternfrage-zum-start-in-elmshorn',
    'entschuldigung-mit-betreff-abwesenheit',
    'kontaktformular-von-noreply',
    'kalender-einladung',
    'weitergeleitet-ohne-eigenes-wort',
    'weitergeleitet-als-anlage',
    'zwei-absender',
    'ohne-absender',
  ])('%s', async name => {
    expect(automaticReason(await letterIn(name))).toBeNull()
  })

  test.each([
    ['an answer to an out-of-office note', { subject: 'AW: Automatische Antwort: Frage' }],
    ['a question about absence', { subject: 'Abwesenheitsnotiz für die Schule – brauche ich die?' }],
    ['a subject that only begins like one', { subject: 'Automatische Antworten abschalten?' }],
    ['a receipt that a person asks for', { subject: 'Eingangsbestätigung erbeten' }],
    [
      "a contact form of the office's own domain",
      { from: { name: 'Formular', address: 'noreply@kreis.example' } },
    ],
    ['Auto-Submitted: no', { headers: { 'auto-submitted': 'no' } }],
    ['suppressed auto-responses alone', { headers: { 'x-auto-response-suppress': 'All' } }],
    ['Precedence: first-class', { headers: { precedence: 'first-class' } }],
    ['an address with „reply“ in the name', { from: { name: '', address: 'replya.no@mail.example' } }],
  ])('%s', (_, changes) => {
    expect(automaticReason(letterWith(changes))).toBeNull()
  })

  test('what came through a list of our own is a letter', () => {
    const letter = letterWith({ headers: { 'list-id': '<klassenassistenz.listen.kreis.example>' } })
    expect(automaticReason(letter)).not.toBeNull()
    expect(automaticReason(letter, ['klassenassistenz@listen.kreis.example'])).toBeNull()
  })
})
