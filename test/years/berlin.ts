import { by, confirmed, office, type Year } from './year.ts'

const mitte = office('Koordinatorin oder Koordinator des Bezirks', 'koordination_schulamt')
const supervision = office('Leitung der regionalen Schulaufsicht', 'koordination_schulamt')

/** The first year of the agreement: signed in three Bezirke, one dispute over Easter, the first yearly talk. */
export const berlin: Year = {
  programme: 'berlin',
  from: '2020-01-02',
  to: '2021-01-31',
  away: { '2020-07-18': null, '2020-07-19': null, '2020-07-20': '09:05' },
  happens: {
    '2020-01-07': by(
      supervision,
      ['vereinbarung schritt B1 erledigt am 16.12.2019 bezirk:Mitte', 'Erledigt'],
      ['vereinbarung schritt B3 erledigt am 18.12.2019 bezirk:Mitte', 'Erledigt'],
      ['vereinbarung schritt B4 erledigt am 20.12.2019 bezirk:Mitte', 'Damit beginnt'],
      ['vereinbarung schritt B1 erledigt region:Pankow', 'Erledigt'],
    ),
    '2020-01-15': by(mitte, ['gremium termin Vernetzungskreis 20.02.2020', 'Die Sitzung ist angelegt.']),
    '2020-02-05': by(mitte, ['frist erledigt „Einladung verschicken“', 'Erledigt am 05.02.2020.']),
    '2020-02-27': by(mitte, ['frist erledigt „Protokoll verschicken“', 'Erledigt am 27.02.2020.']),
    '2020-03-05': by(mitte, ['frist erledigt „Ergebnisse sichern“', 'Erledigt am 05.03.2020.']),
    '2020-03-27': by(mitte, ['schlichtung start Mitte', 'Mitte']),
    '2020-04-14': by(mitte, ['schlichtung ergebnis Mitte gescheitert', 'Festgehalten.']),
    '2020-04-15': by(mitte, ['frist erledigt B11', 'Erledigt am 15.04.2020.']),
    '2020-09-01': by(
      supervision,
      ['vereinbarung schritt B3 erledigt region:Pankow', 'Erledigt'],
      ['vereinbarung schritt B4 erledigt region:Pankow', 'Damit beginnt'],
    ),
    // On 2 November the talk is arranged; it is held on 14 December, six days before it is due on a Sunday.
    '2020-12-14': [
      confirmed(mitte, 'frist erledigt „B6 Mitte“', 'Das würde sich ändern', 'Erledigt am 14.12.2020.'),
    ],
    '2021-01-08': by(mitte, ['frist erledigt „B7 Mitte 1“', 'Erledigt am 08.01.2021.']),
  },
}
