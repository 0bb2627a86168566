import { describe, expect, test } from 'vitest'
import { bodyAndFooter, bodyAndSignature } from '../../../../src/domain/mail/quotes/signature.ts'

const said = 'Guten Tag,\n\nwann geht es los?'

describe('what a program or a house puts below a letter is its footer, the greeting stays', () => {
  test.each([
    '-- \nErika Muster\nRektorin, Grundschule Musterdorf',
    '--\nErika Muster',
    'Von meinem iPhone gesendet',
    'Von meinem Samsung Galaxy Smartphone gesendet.',
    'Gesendet von Outlook für Android<https://aka.example/AAb9ysg>',
    'Gesendet mit der WEB.DE Mail App',
    'Gesendet mit der mobilen Mail App',
    'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
    'Outlook für iOS<https://aka.example/o0ukef> beziehen',
    'Sent from my iPhone',
    'Get Outlook for iOS<https://aka.example/o0ukef>',
    'Envoyé de mon iPhone',
    'Diese E-Mail kann vertrauliche Informationen enthalten. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte.',
    'This e-mail and any attachments are confidential.\nPlease delete it if you are not the addressee.',
    'Denken Sie an die Umwelt, bevor Sie diese Mail drucken.',
    'Virenfrei. www.avast.com',
    '_______________________________________________\nschulen mailing list\nschulen@listen.example',
    '-----BEGIN PGP SIGNATURE-----\niQEzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----',
  ])('%j', footer => {
    const letter = `${said}\n\nMit freundlichen Grüßen\nErika Muster`
    expect(bodyAndFooter(`${letter}\n\n${footer}`)).toEqual({ body: letter, footer })
    expect(bodyAndSignature(`${letter}\n\n${footer}`).body).toBe(said)
    expect(bodyAndSignature(`${said}\n\n${footer}`)).toEqual({ body: said, signature: footer })
  })
})

describe('what a person writes is no footer', () => {
  test.each([
    'Danke.\n\nVon meinem iPhone gesendet\n\nPS: Mein Sohn hat seit gestern keine Begleitung mehr in seiner Klasse.',
    'Von meinem iPhone gesendet\n\nMein Kind wird geschlagen.',
    'Gesendet von meinem Handy, weil der Rechner kaputt ist.',
    'Sent from my desk, is much easier than my phone.',
    'Erstens\n---\nZweitens weint mein Sohn jeden Morgen und will nicht in die Schule.',
    'Diese Mail schreibe ich für meine Nachbarin.',
  ])('%j', text => {
    expect(bodyAndFooter(text)).toEqual({ body: text, footer: '' })
  })
})

test.each([
  'Med venlig hilsen\nJens Petersen',
  'Saygılarımla\nAyşe Yılmaz',
  'З повагою\nОлена',
  'Pozdrawiam,\nJan',
  'Cordialement\nClaire',
  'Best regards\nTom',
])('a greeting in another language opens the signature: %j', signature => {
  expect(bodyAndSignature(`${said}\n\n${signature}`)).toEqual({ body: said, signature })
})

test('a word of greeting inside the letter opens nothing', () => {
  const text = 'Hilsen kender jeg ikke. Wann geht es los?'
  expect(bodyAndSignature(text).signature).toBe('')
})
