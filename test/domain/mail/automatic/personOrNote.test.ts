import { describe, expect, test } from 'vitest'
import { automaticReason } from '../../../../src/domain/mail/automatic/autoSubmitted.ts'
import { mayAcknowledge } from '../../../../src/domain/mail/outgoing/acknowledgement.ts'
import { letterWith } from '../../../mails/letterIn.ts'

/** No header of a machine on any of them. */
function reasonFor(subject: string, text: string): string | null {
  return automaticReason(letterWith({ subject, text, newestText: text }))
}

describe('a person who writes about absence is read by a person', () => {
  test.each([
    [
      'Krankmeldung',
      'ich bin bis Freitag krankgeschrieben und nicht im Dienst. Bitte eine Vertretung für die Klasse 3a organisieren.',
    ],
    ['Krankmeldung', 'Ich bin bis Freitag krankgeschrieben und nicht im Dienst.'],
    ['Urlaub', 'Wir sind bis 3. Juni nicht erreichbar. Bitte schicken Sie den Bescheid erst danach.'],
    [
      'Termin',
      'Ich bin nächste Woche auf Fortbildung. Ab dem 13. Mai bin ich wieder erreichbar, dann passt mir der Termin am 14.',
    ],
    ['AW: Termin', 'Ich bin nächste Woche auf Fortbildung. Ab dem 13. Mai bin ich wieder erreichbar.'],
    ['Urlaub', 'Ab 3. Juni ist Ben wieder da. Assistenz kann pausieren.'],
    ['Schließtag', 'Unsere Schule ist am 10. Mai geschlossen. Die Assistenzkräfte haben an dem Tag frei.'],
    [
      'AW: Einsatzplan',
      'Unsere Schule ist am 10. Mai geschlossen. Am 13. Mai sind wir wieder da. Frau Ott weiß es schon.',
    ],
    [
      'Elternzeit',
      'Ich bin bis August in Elternzeit. Bitte senden Sie die Unterlagen an meine Vertretung, Frau Ehlers (ehlers@gs.example).',
    ],
    ['Abwesenheit', 'Ich bin vom 3. bis 7. Juni im Urlaub. Meine Vertretung ist Frau Jensen.'],
    [
      'AW: Ihre Nachricht',
      'Ich bin bis 3. Mai im Urlaub. Ab dem 6. Mai bin ich wieder erreichbar. Bitte rufen Sie mich danach an.',
    ],
    [
      'AW: Ihre Nachricht',
      'Danke für Ihre Nachricht. Ich bin bis Montag im Urlaub. Die Zusage von Frau Ott gilt.',
    ],
    [
      'Re: Klassenassistenz',
      'Ich bin diese Woche krankgeschrieben und am Montag wieder da. Ole kommt trotzdem.',
    ],
    ['Abwesenheitsnotiz: 3b', 'Ole fehlt heute. Er ist krank.'],
    ['Abwesenheitsnotiz: Ben', 'Ich bin bis Freitag nicht erreichbar. Ben geht solange zur Oma.'],
    ['Im Urlaub: Ben', 'Wir sind bis Freitag im Urlaub. Ben braucht so lange niemanden.'],
    ['Automatische Antwort auf meine Frage', 'Wann meldet sich jemand wegen meines Sohnes?'],
    ['Automatische Antwort', 'Die hilft mir nicht weiter.'],
    ['Automatische Antwort: leider nichtssagend', 'Ich warte seit sechs Wochen auf den Bescheid.'],
    ['Out of office - wen erreiche ich', 'Bei Ihnen geht niemand ans Telefon.'],
    ['Out of Office: Frage', 'Wen erreiche ich denn dann?'],
    ['Gelesen: und nicht verstanden', 'Ihr Brief vom 3. Mai wurde von uns gelesen. Was heißt „Pool“?'],
    [
      'Gelesen: und nicht verstanden',
      'Ihr Brief vom 3. Mai wurde gelesen. Wir verstehen Absatz 2 nicht.\nBitte um Rückruf.',
    ],
    ['Eingangsbestätigung fehlt', 'Wir haben keine automatische Antwort bekommen.'],
    ['Eingangsbestätigung', 'ich habe keine automatische Antwort bekommen'],
    ['Eingangsbestätigung', 'Außer einer automatischen Antwort kam nichts. Die Schule wartet.'],
    [
      'AW: Ihre Nachricht',
      'Vielen Dank für Ihre Nachricht. Ich bin bis Montag nicht im Büro.\n\nMit freundlichen Grüßen\nSvenja Brandt\n\nPS: Die Unterlagen liegen im Sekretariat.',
    ],
    [
      'Ihre Anfrage',
      'Ihre Nachricht ist bei uns eingegangen. Diese E-Mail wurde automatisch erstellt.\n\nHier noch die Unterlagen der Schule.',
    ],
    ['AW: Eingangsbestätigung', 'Diese automatische Nachricht haben wir erhalten. Der Bescheid fehlt noch.'],
    ['Ihre Anfrage ist eingegangen', 'Das war eine automatische Mitteilung. Die Schule wartet auf Antwort.'],
    [
      'Lesebestätigung: Bescheid',
      'Der Bescheid vom 3. Mai wurde gelesen. Die Eltern sind nicht einverstanden.',
    ],
    ['On leave', 'I am on leave until 3 May. Please send the papers to the school.'],
  ])('%s: %s', (subject, text) => {
    expect(reasonFor(subject, text)).toBeNull()
  })
})

describe('a real note is recognised without any header', () => {
  test.each([
    [
      'Abwesend: Frage zum Pool',
      'Sehr geehrte Damen und Herren, ich bin derzeit nicht im Amt und ab dem 2. Mai wieder erreichbar. Ihre Mail wird nicht gelesen.',
    ],
    [
      'Abwesenheitsnotiz: Klassenassistenz',
      'Vielen Dank für Ihre Nachricht. Ich bin bis zum 12. Mai nicht im Büro.',
    ],
    [
      'Abwesenheitsnotiz',
      'Ich befinde mich bis einschließlich 17.05. im Urlaub. Ihre E-Mails werden in dieser Zeit nicht gelesen.',
    ],
    [
      'Automatische Antwort: Ihre Anfrage (KA-2024-0021)',
      'Guten Tag,\n\nich bin vom 6. bis 10. Mai auf Dienstreise und habe nur eingeschränkten Zugriff auf meine E-Mails.\n\nViele Grüße\nMalte Ehlers',
    ],
    [
      'Automatische Antwort: Poolmodell',
      'Wegen eines Umzugs antworte ich zurzeit verzögert. Vielen Dank für Ihre Nachricht.',
    ],
    [
      'Out of Office: Klassenassistenz',
      'I am attending a workshop in Bergen and will respond when I return. Thank you for your message.',
    ],
    ['Automatic reply: Your letter', 'Thank you for your email. I am out of the office until 13 May.'],
    [
      'Out of office',
      'I am out of the office until Monday. For urgent matters please contact Svenja Brandt (brandt@gs.example).',
    ],
    ['OOO: Round table', 'I am on vacation until 13 May and will reply upon my return.'],
    ['Auto-Reply: Pool model', 'I’m currently away with limited access to email.'],
    [
      'AW: Ihre Nachricht (KA-2024-0033)',
      'Leider bin ich derzeit erkrankt. Meine E-Mails werden nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an Frau Ott unter 04121 555-12.',
    ],
    [
      'Re: Klassenassistenz',
      'Guten Tag,\n\nich bin bis zum 24. Mai in Elternzeit. Ihre Nachricht wird nicht weitergeleitet. Bitte wenden Sie sich an meine Kollegin Frau Ott (ott@stadt.example).\n\nMit freundlichen Grüßen\nMalte Ehlers\nFachdienst Schule',
    ],
    [
      'AW: Auftakt im Kreis',
      'Vielen Dank für Ihre E-Mail. Ich bin am 10. Mai wieder im Büro und werde Ihre Nachricht dann beantworten. Derzeit bin ich im Urlaub.',
    ],
    [
      'AW: Ihre Nachricht',
      'Herzlichen Dank für Ihre Nachricht! Das Schulbüro ist in den Sommerferien nicht besetzt. Ab dem 2. September sind wir wieder wie gewohnt für Sie da.',
    ],
    ['AW: Ihre Nachricht', 'Ich bin bis zum 3. Mai im Urlaub. Ab dem 6. Mai bin ich wieder erreichbar.'],
    [
      'Re: Your message',
      'Thanks for your email. I am currently on parental leave until 1 August. In urgent cases please contact my colleague Malte Ehlers.',
    ],
    [
      'Abwesenheit',
      'Ich bin zurzeit nicht im Haus. Ihre Nachricht wird nicht automatisch weitergeleitet. Vielen Dank für Ihr Verständnis.',
    ],
    [
      'Urlaub',
      'Vielen Dank für Ihre Nachricht. Ich bin bis zum 3. Mai im Urlaub und werde mich nach meiner Rückkehr bei Ihnen melden.',
    ],
    ['Nicht im Büro: Klassenassistenz', 'Ich bin heute nicht im Büro. Morgen bin ich wieder erreichbar.'],
    [
      'Eingangsbestätigung: Ihre Nachricht',
      'Guten Tag,\n\nIhre Nachricht ist bei uns eingegangen. Dies ist eine automatische Antwort, bitte antworten Sie nicht auf diese E-Mail.',
    ],
    [
      'Gelesen: Klassenassistenz',
      'Ihre Nachricht\n\nAn: Malte Ehlers\nBetreff: Frage zu meinem Sohn\nGesendet: Montag, 6. Mai 2024 09:12\n\nwurde am Montag, 6. Mai 2024 um 10:03 gelesen.',
    ],
  ])('%s: %s', (subject, text) => {
    expect(reasonFor(subject, text)).not.toBeNull()
  })

  test('or when it answers by its headers alone', () => {
    const newestText = 'Vielen Dank für Ihre Nachricht. Ich bin bis Montag im Urlaub.'
    const letter = letterWith({ subject: 'Ihre Nachricht', newestText, text: newestText })
    expect(automaticReason(letter)).toBeNull()
    expect(automaticReason({ ...letter, inReplyTo: ['<x@kreis.example>'] })).not.toBeNull()
  })
})

describe('what may be a note opens a Vorgang and gets no acknowledgement', () => {
  const office = { live: true, ownAddresses: ['klassenassistenz@kreis.example'] }

  test.each([
    ['Automatische Antwort: Frage', 'Unser Haus zieht um. Haben Sie schon unsere neue Anschrift?'],
    ['Urlaub', 'Ich bin bis 3. Juni im Urlaub und nicht erreichbar. Frau Ott weiß Bescheid.'],
    [
      'Ihre Nachricht',
      'Vielen Dank für Ihre Nachricht. Ich bin bis Montag im Urlaub. Der Chor probt derweil.',
    ],
  ])('%s: %s', (subject, newestText) => {
    const letter = letterWith({ subject, newestText, text: newestText })
    expect(automaticReason(letter)).toBeNull()
    expect(mayAcknowledge(letter, office)).toEqual({
      yes: false,
      why: 'könnte eine automatische Antwort sein',
    })
  })

  test('a question of a mother on holiday gets one', () => {
    const newestText =
      'Ich bin im Urlaub nicht erreichbar, aber meine Frage: Wann startet die Klassenassistenz?'
    const letter = letterWith({ subject: 'Urlaub', newestText, text: newestText })
    expect(mayAcknowledge(letter, office)).toEqual({ yes: true, to: 'uwe@mail.example' })
  })
})
