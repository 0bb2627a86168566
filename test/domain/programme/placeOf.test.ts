import { describe, expect, test } from 'vitest'
import { placeOf, placesIn } from '../../../src/domain/programme/region.ts'
import { processorTime } from '../../peers/processorTime.ts'
import { pinneberg } from './pinneberg.ts'
import { programmeNamed } from './profiles.ts'

const programme = pinneberg()
const place = (newestText: string, subject = '') => placeOf(programme, { subject, newestText }).place
const unknownPlace = (newestText: string, subject = '') =>
  placeOf(programme, { subject, newestText }).unknownPlace

describe('one place that the question is about', () => {
  test.each([
    ['Wann kommen die Klassenassistenzen an die Elmshorner Schulen?', 'Elmshorn'],
    ['Wann geht es in Elmshorn los?', 'Elmshorn'],
    ['wann geht es in elmshorn los', 'Elmshorn'],
    ['WANN GEHT ES IN ELMSHORN LOS', 'Elmshorn'],
    ['Elmshorns Grundschulen warten.', 'Elmshorn'],
    ['An der Grundschule Elmshorn-Süd fehlt jemand.', 'Elmshorn'],
    ['Meine Tochter besucht die Grundschule Barmstedt.', 'Barmstedt'],
    ['Die Pinneberger Eltern sind unruhig.', 'Pinneberg'],
    ['In der Stadt Pinneberg gibt es Fragen.', 'Pinneberg'],
    ['Die Rellinger Schule fragt an.', 'Rellingen'],
    ['Halstenbeker Eltern fragen.', 'Halstenbek'],
    ['Die Schule in Boenningstedt fragt.', 'Bönningstedt'],
    ['Die Schule in Bo\u0308nningstedt fragt.', 'Bönningstedt'],
    ['Die Kinder aus Kl. Nordende', 'Klein Nordende'],
    ['unsere Kinder in Brande-Hörnerkirchen', 'Brande-Hörnerkirchen'],
    ['Wir in Klein Offenseth-Sparrieshoop', 'Klein Offenseth-Sparrieshoop'],
    ['Anders als in Elmshorn haben wir in Uetersen eine kleine Schule.', 'Uetersen'],
    ['Ich wohne in Wedel, arbeite aber an der Grundschule in Quickborn.', 'Quickborn'],
    ['Wir wohnen in Wedel und haben eine Frage.', 'Wedel'],
    ['Frau Holm aus der Grundschule Barmstedt rief an.', 'Barmstedt'],
    ['Wie im Kreis Pinneberg üblich, gilt das auch für unsere Schule in Tornesch?', 'Tornesch'],
    ['Unser Sohn geht in Elmshron zur Schule.', 'Elmshorn'],
    ['Der Rat der Gemeinde Appen berät.', 'Appen'],
    ['Die Grundschule in Holm', 'Holm'],
    ['Die Holmer Eltern', 'Holm'],
    ['Antwort bitte an 25436 Tornesch', 'Tornesch'],
    ['Wann ist Quickborn dran, nachdem Elmshorn, Pinneberg und Barmstedt gestartet sind?', 'Quickborn'],
    ['Auch in Uetersen gibt es Interesse.', 'Uetersen'],
    ['Warum startet ihr nicht in Schenefeld?', 'Schenefeld'],
    ['wir sind die grundschule in holm', 'Holm'],
    ['an der Schule auf Helgoland', 'Helgoland'],
  ])('%s → %s', (text, expected) => expect(place(text)).toBe(expected))

  test.each([
    ['several', 'Betrifft das Elmshorn und Pinneberg?'],
    ['several that are neighbours by name', 'in Kl. Nordende und Groß Nordende'],
    ['several in a list with names that are words', 'die Schulen in Appen, Heist und Holm'],
    ['the Kreis', 'Was plant der Kreis Pinneberg?'],
    ['the Kreis in the genitive', 'im Auftrag des Kreises Pinneberg'],
    ['its offices', 'Jugendamt Pinneberg, Schulamt des Kreises Pinneberg, Kreishaus in Pinneberg'],
    [
      'the address of the mailbox',
      'Ich schrieb an klassenassistenz@kreis-pinneberg.de und sah www.elmshorn.de',
    ],
    ['a region by its places', 'Die Region Elmshorn, Pinneberg und Barmstedt startet zuerst.'],
    ['the address of the Kreis', 'Kreis Pinneberg, Kurt-Wagener-Straße 11, 25337 Elmshorn'],
    ['a party', 'Der Ortsverein Elmshorn fragt.'],
    ['a street', 'Elmshorner Straße 12, Pinneberger Chaussee 3, Wedeler Landstraße'],
    ['a newspaper', 'Das Pinneberger Tageblatt und die Elmshorner Nachrichten berichten.'],
    ['a court', 'Das Amtsgericht Elmshorn'],
    ['an Amt', 'Das Amt Elmshorn-Land und das Amt Hörnerkirchen fragen.'],
    ['a surname', 'Herr Holm, Frau Dr. Heist und Familie Bilsen'],
    ['words', 'Wie heist das? Wir haben Appen und wedeln.'],
    ['a comparison only', 'Wird das so wie in Elmshorn?'],
    ['nothing', 'Guten Tag, was ist eine Klassenassistenz?'],
    ['an empty letter', ''],
  ])('%s is none', (_, text) => expect(place(text)).toBeNull())

  test('the subject line decides between several in the text', () => {
    expect(place('Wie ist es in Elmshorn und Pinneberg?', 'Frage aus Barmstedt: Zeitplan in Barmstedt')).toBe(
      'Barmstedt',
    )
  })
})

describe('content beats signature', () => {
  const school =
    'Mit freundlichen Grüßen\nErika Muster\nSchulleitung\nGrundschule Hafenstraße\nHafenstraße 1\n25335 Elmshorn'

  test('a school that asks for itself is where it stands', () => {
    expect(
      placeOf(programme, { subject: '', newestText: `Wann startet es an unserer Schule?\n\n${school}` }),
    ).toEqual({
      place: 'Elmshorn',
      unknownPlace: null,
      from: 'signature',
      words: 'Elmshorn',
    })
  })

  test('a school that asks for another place is not', () => {
    expect(place(`Es geht um die Schule in Barmstedt.\n\n${school}`)).toBe('Barmstedt')
    expect(place(`Es geht um eine Schule in Norderstedt.\n\n${school}`)).toBeNull()
  })

  test('a question about all schools of the Kreis is about none', () => {
    expect(place(`Wann startet es an allen Schulen im Kreis?\n\n${school}`)).toBeNull()
  })

  test('parents who write of their child are where they live', () => {
    expect(place('Bekommt mein Sohn noch Hilfe?\n\nViele Grüße\nA. Muster\nAm Wald 3\n25355 Barmstedt')).toBe(
      'Barmstedt',
    )
  })

  test('the seat of a provider or a paper is no place of a question', () => {
    expect(place('Wie ist der Stand?\n\nMit freundlichen Grüßen\nHilfe am Weg gGmbH\n22880 Wedel')).toBeNull()
    expect(
      place('Wie ist der Stand bei uns?\n\nMit freundlichen Grüßen\nRedaktion Musterblatt\n25421 Pinneberg'),
    ).toBeNull()
  })

  test('a signature that is handed in is used', () => {
    expect(
      placeOf(programme, {
        subject: '',
        newestText: 'Was gilt für unsere Schule?',
        signature: 'Grundschule Tornesch',
      }).place,
    ).toBe('Tornesch')
  })
})

describe('a place outside is said, not guessed', () => {
  test.each([
    ['Unsere Gemeinde Itzehoe möchte das auch.', 'Itzehoe'],
    ['Wir ziehen um, die Schule ist in Hamburg-Rissen.', 'Hamburg-Rissen'],
    ['Die Grundschule Musterhausen fragt an.', 'Musterhausen'],
    ['Mein Kind geht in Bad Bramstedt zur Schule.', 'Bad Bramstedt'],
    ['Wir wohnen in Lübeck.', 'Lübeck'],
    ['Wir wohnen in 24534 Neumünster.', 'Neumünster'],
    ['Wir sind der Kreis Steinburg und haben Fragen.', 'Kreis Steinburg'],
    ['Die Schule in Heide fragt.', 'Heide'],
  ])('%s → %s', (text, expected) => {
    expect(unknownPlace(text)).toBe(expected)
    expect(place(text)).toBeNull()
  })

  test.each([
    'Kann die Stadt Räume stellen, und ob die Gemeinde Personal stellt?',
    'Die Grundschule Hafenstraße und die Schule Am Wald fragen.',
    'In Hamburg gibt es das Modell schon.',
    'Ich studiere an der Universität in Kiel.',
    'in Absprache, nach Dienstschluss, in der Innenstadt, im Wohnheim',
    'Das Hamburger Abendblatt schreibt darüber.',
    'Ich wohne in der Hamburger Straße.',
  ])('%s names none', text => expect(unknownPlace(text)).toBeNull())

  test('a place of ours wins over one outside', () => {
    expect(place('Wir ziehen von Hamburg nach Elmshorn, die Schule ist in Elmshorn.')).toBe('Elmshorn')
    expect(unknownPlace('Wir ziehen von Hamburg nach Elmshorn.')).toBeNull()
  })

  test('the other Tangstedt is not ours', () =>
    expect(place('die Schule in Tangstedt (Kreis Stormarn)')).toBeNull())

  test('what lies elsewhere is read from the profile of each programme', () => {
    const of = (profile: string, newestText: string) =>
      placeOf(programmeNamed(profile), { subject: '', newestText }).place
    expect(of('pinneberg', 'die Schule in Tangstedt (Stormarn)')).toBeNull()
    expect(of('pinneberg', 'die Schule in Elmshorn (Holstein)')).toBe('Elmshorn')
    expect(of('pinneberg', 'die Schule in Tangstedt (Kreis Pinneberg)')).toBe('Tangstedt')
    expect(of('hannover', 'die Schule in Burgdorf (Landkreis Wolfenbüttel)')).toBeNull()
    expect(of('hannover', 'die Schule in Burgdorf (Wolfenbüttel)')).toBeNull()
    expect(of('hannover', 'die Schule in Burgdorf (Region Hannover)')).toBe('Burgdorf')
    expect(of('verden', 'die Schule in Langwedel (Landkreis Verden)')).toBe('Langwedel')
    expect(of('verden', 'die Schule in Verden (Aller)')).toBe('Verden')
  })
})

test('a mention keeps the words of the letter, umlauts and all', () => {
  expect(
    placesIn(programme, 'in Kölln-Reisiek, Uetersen und der Elmshorner Straße').map(each => each.words),
  ).toEqual(['Kölln-Reisiek', 'Uetersen'])
})

test.each([
  ['one endless word', 'A'],
  ['dots', 'a.'],
  ['hyphens', 'Aaa-'],
  ['signs of an address', 'a@'],
  ['post codes', '25335 '],
  ['misspelt names', 'Elmshron '],
  ['names', 'Elmshorn, '],
  ['beginnings of sentences', 'wohne in '],
  ['blank lines', ' \n'],
])('a letter of 200,000 characters of %s is read in a moment', (_, piece) => {
  const newestText = `${piece.repeat(200_000 / piece.length)} in Barmstedt`
  const took = processorTime()
  placeOf(programme, { subject: newestText, newestText })
  expect(took()).toBeLessThan(2_000)
})
