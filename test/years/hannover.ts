import { by, confirmed, office, type Year } from './year.ts'

const ag = office('AG Schulassistenz', 'koordination_jugendamt')
const controlling = office('Fachbereich Soziales', 'koordination_schulamt')

const park = 'schule:"Grundschule am Musterpark"'
const igs = 'schule:"IGS Beispielstadt"'

/** Twelve months of the Region Hannover: one pool is set up, one waits for its parents, the survey date comes and goes. */
export const hannover: Year = {
  programme: 'hannover',
  from: '2018-11-01',
  to: '2019-10-31',
  away: {
    // A server room without power, from Friday noon until late on Monday.
    '2019-02-02': null,
    '2019-02-03': null,
    '2019-02-04': '22:10',
  },
  happens: {
    '2018-11-05': by(
      ag,
      ['pool anlegen „Grundschule am Musterpark“ ort:Springe', 'Pool angelegt.'],
      ['pool anlegen „IGS Beispielstadt“ ort:Garbsen', 'Pool angelegt.'],
      [`pool bedingung C1 erfüllt ${park}`, 'C1 ist erfüllt.'],
      [`pool bedingung C2 erfüllt ${park}`, 'C2 ist erfüllt.'],
      [`pool bedingung C1 erfüllt ${igs}`, 'C1 ist erfüllt.'],
      ['gremium termin „AG Schulassistenz“ 28.11.2018', 'Die Sitzung ist angelegt.'],
    ),
    '2018-11-13': by(ag, ['frist erledigt „Einladung verschicken“', 'Erledigt am 13.11.2018.']),
    '2018-11-20': by(
      ag,
      [`pool bedingung C3 erfüllt ${park}`, 'C3 ist erfüllt.'],
      [`pool bedingung C4 erfüllt ${park}`, 'C4 ist erfüllt.'],
      [`pool bedingung C5 erfüllt ${park}`, 'C5 ist erfüllt.'],
      [`pool bedingung C6 erfüllt ${park}`, 'C6 ist erfüllt.'],
      [`pool bedingung P2 erfüllt ${park}`, 'Vorher fehlt noch: P1'],
    ),
    '2018-12-03': by(
      ag,
      [`pool bedingung P1 erfüllt ${park}`, 'P1 ist erfüllt.'],
      [`pool bedingung P2 erfüllt ${park}`, 'P2 ist erfüllt.'],
    ),
    '2018-12-04': by(controlling, ['frist erledigt „Erhebung vorbereiten 2018“', 'Erledigt am 04.12.2018.']),
    '2018-12-11': by(ag, ['frist erledigt „Protokoll verschicken“', 'Erledigt am 11.12.2018.']),
    '2018-12-17': by(controlling, ['meilenstein erledigt M6', 'Erledigt am 17.12.2018.']),
    '2019-01-02': by(controlling, [
      'frist erledigt „Stichtag 2018“ am 31.12.2018',
      'Erledigt am 31.12.2018.',
    ]),
    '2019-01-08': by(ag, ['frist erledigt „V1 2019/20“', 'Erledigt am 08.01.2019.']),
    '2019-07-08': by(ag, ['frist erledigt „V3 2019/20“', 'Erledigt am 08.07.2019.']),
    '2019-01-15': by(ag, ['meilenstein erledigt R4', 'Erledigt am 15.01.2019.']),
    // Nobody passes the figures on in time; the second reminder helps.
    '2019-02-12': by(controlling, [
      'frist erledigt „Zahlen zusammenstellen 2018“',
      'Erledigt am 12.02.2019.',
    ]),
    '2019-02-18': [
      confirmed(
        ag,
        'meilenstein verschieben R5 auf voraussichtlich 2019/20 grund: Eltern noch nicht einig',
        'Das würde sich ändern',
        'Verschoben:',
      ),
    ],
    '2019-03-11': by(ag, [
      'frist anlegen „Zufriedenheitsabfrage verschicken“ bis 15.05.2019 wer:AG Schulassistenz',
      'Angelegt',
    ]),
    '2019-05-20': by(ag, ['frist erledigt „Zufriedenheitsabfrage verschicken“', 'Erledigt am 20.05.2019.']),
  },
}
