import { by, confirmed, office, type Year } from './year.ts'

const fachstelle = office('Gemeinsame Fachstelle Schulsozialarbeit', 'koordination_jugendamt')

const schools = ['Gesamtschule Beispielstadt', 'Grundschule am Musterpark', 'Förderschule Musterweg']

/** The year of the Rahmenkonzept: nine aspects at three schools, the chain of reports, papers for the committee. */
export const krefeld: Year = {
  programme: 'krefeld',
  from: '2019-02-01',
  to: '2020-01-31',
  away: { '2019-11-14': null, '2019-11-15': '23:30' },
  happens: {
    '2019-02-11': by(fachstelle, ...schools.map(school => [`schule anlegen „${school}“`, school] as const), [
      'gremium termin Steuergruppe 14.03.2019',
      'Die Sitzung ist angelegt.',
    ]),
    '2019-02-26': by(fachstelle, ['frist erledigt „Einladung verschicken“', 'Erledigt am 26.02.2019.']),
    '2019-03-07': by(fachstelle, ['frist erledigt „Unterlagen und Vorlagen“', 'Erledigt am 07.03.2019.']),
    '2019-03-18': by(
      fachstelle,
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        n => [`schule aspekt ${n} erfüllt schule:Gesamtschule Beispielstadt`, 'ist erfüllt.'] as const,
      ),
      ['schule aspekt 4 erfüllt schule:Grundschule am Musterpark', 'ist erfüllt.'],
    ),
    '2019-03-27': by(fachstelle, [
      'frist erledigt „Protokoll verschicken Steuergruppe“',
      'Erledigt am 27.03.2019.',
    ]),
    '2019-04-30': by(fachstelle, ['gremium termin Ausschuss 29.05.2019', 'Die Sitzung ist angelegt.']),
    '2019-05-15': by(fachstelle, [
      'frist erledigt „Einladung verschicken Ausschuss“',
      'Erledigt am 15.05.2019.',
    ]),
    '2019-06-12': by(fachstelle, [
      'frist erledigt „Protokoll verschicken Ausschuss“',
      'Erledigt am 12.06.2019.',
    ]),
    // The Steuergruppe sets the days that the paper does not name.
    '2019-06-17': [
      confirmed(
        fachstelle,
        'frist verschieben „Jahresberichte auswerten 2019/20“ auf 15.11.2019 beschluss: Steuergruppe grund: Turnus festgelegt',
        'Das würde sich ändern',
        'Verschoben:',
      ),
    ],
    '2019-09-02': [
      confirmed(
        fachstelle,
        'frist verschieben „Standardisierten Jahresbericht Gesamtschule Beispielstadt 2019/20“ auf 31.10.2019 grund: Turnus festgelegt',
        'Das würde sich ändern',
        'Verschoben:',
      ),
      confirmed(
        fachstelle,
        'frist verschieben „Standardisierten Jahresbericht Grundschule am Musterpark 2019/20“ auf 31.10.2019 grund: Turnus festgelegt',
        'Das würde sich ändern',
        'Verschoben:',
      ),
      confirmed(
        fachstelle,
        'frist verschieben „Im Schul- und Jugendhilfeausschuss berichten 2019/20“ auf voraussichtlich 2020-Q1 grund: Sitzungsplan',
        'Das würde sich ändern',
        'Verschoben:',
      ),
      ...by(fachstelle, [
        'frist anlegen „Anschluss an den Kinder- und Jugendförderplan 2015–2020 klären“ bis 31.12.2019 wer:Gemeinsame Fachstelle Schulsozialarbeit',
        'Angelegt',
      ]),
    ],
    '2019-10-29': by(fachstelle, [
      'frist erledigt „Standardisierten Jahresbericht Gesamtschule Beispielstadt 2019/20“',
      'Erledigt am 29.10.2019.',
    ]),
    '2019-11-18': by(fachstelle, [
      'frist erledigt „Jahresberichte auswerten 2019/20“',
      'Erledigt am 18.11.2019.',
    ]),
  },
}
