import { by, confirmed, office, type Year } from './year.ts'

const resources = office('UA Ressourcenplanung', 'koordination_jugendamt')
const concept = office('UA Pädagogisches Konzept', 'koordination_schulamt')

/** The year after the interim result: two sub-groups hand results to each other, two model sites, a matrix that fills. */
export const verden: Year = {
  programme: 'verden',
  from: '2020-03-10',
  to: '2021-03-09',
  away: { '2020-08-29': null, '2020-08-30': null, '2020-08-31': '10:15' },
  happens: {
    '2020-03-16': by(concept, ['frist erledigt S3', 'Erledigt am 16.03.2020.']),
    '2020-03-17': by(concept, [
      'gremium übergabe UA Pädagogisches Konzept an UA Ressourcenplanung: Entwurf der Bedarfsfeststellung, Stand März.',
      'Ergebnis aus UA Pädagogisches Konzept',
    ]),
    '2020-03-20': by(
      resources,
      ['frist erledigt S4 am 19.03.2020', 'Erledigt am 19.03.2020.'],
      ['frist erledigt „Ergebnis aus UA Pädagogisches Konzept“ am 19.03.2020', 'Erledigt am 19.03.2020.'],
      [
        'gremium beschluss UA Ressourcenplanung: Zwei Modellstandorte werden vorgeschlagen.',
        'Zwei Modellstandorte',
      ],
      ['gremium termin „UA Ressourcenplanung“ 14.05.2020', 'Die Sitzung ist angelegt.'],
      ['gremium termin „UA Pädagogisches Konzept“ 11.06.2020', 'Die Sitzung ist angelegt.'],
    ),
    '2020-04-27': by(resources, [
      'matrix interesse träger:Beispiel gGmbH sozialraum:Nord schule:Musterschule',
      'Eingetragen als Nummer 1.',
    ]),
    '2020-04-29': by(resources, [
      'frist erledigt „Einladung verschicken UA Ressourcenplanung“',
      'Erledigt am 29.04.2020.',
    ]),
    '2020-05-11': by(resources, [
      'frist erledigt „Unterlagen fertig UA Ressourcenplanung“',
      'Erledigt am 11.05.2020.',
    ]),
    '2020-05-15': by(resources, [
      'gremium übergabe UA Ressourcenplanung an UA Pädagogisches Konzept: Stellenrahmen für zwei Standorte.',
      'Ergebnis aus UA Ressourcenplanung',
    ]),
    '2020-05-27': by(concept, [
      'frist erledigt „Einladung verschicken UA Pädagogisches Konzept“',
      'Erledigt am 27.05.2020.',
    ]),
    '2020-06-09': by(concept, [
      'frist erledigt „Unterlagen fertig UA Pädagogisches Konzept“',
      'Erledigt am 09.06.2020.',
    ]),
    '2020-06-12': by(
      concept,
      ['frist erledigt „Ergebnis aus UA Ressourcenplanung“ am 11.06.2020', 'Erledigt am 11.06.2020.'],
      ['gremium beschluss UA Pädagogisches Konzept: Die Bedarfsfeststellung wird erprobt.', 'wird erprobt'],
    ),
    '2020-06-24': by(concept, [
      'frist erledigt „Protokoll verschicken UA Pädagogisches Konzept“',
      'Erledigt am 24.06.2020.',
    ]),
    '2020-05-25': by(resources, [
      'frist erledigt „Protokoll verschicken UA Ressourcenplanung“',
      'Erledigt am 25.05.2020.',
    ]),
    '2020-06-15': by(
      resources,
      ['modell anlegen „Grundschule am Musterpark“ ort:Achim', 'Grundschule am Musterpark ist angelegt.'],
      ['modell anlegen „Oberschule Beispielstadt“ ort:Verden', 'Oberschule Beispielstadt ist angelegt.'],
    ),
    '2020-06-22': [
      confirmed(
        resources,
        'meilenstein verschieben V2 auf voraussichtlich 2020-09 beschluss: Steuerungsgruppe grund: Standorte stehen fest',
        'Das würde sich ändern',
        'Verschoben:',
      ),
    ],
    '2020-09-14': by(
      resources,
      ['meilenstein erledigt V2', 'Erledigt am 14.09.2020.'],
      ['gremium termin Steuerungsgruppe 29.10.2020', 'Die Sitzung ist angelegt.'],
      ['frist anlegen „Finanzierungswege rechtlich prüfen lassen“ bis Dezember 2020', 'Angelegt'],
    ),
    '2020-08-31': by(resources, [
      'frist erledigt „Auswertung Grundschule am Musterpark 2019/20 2.“',
      'Erledigt am 31.08.2020.',
    ]),
    '2020-12-17': by(resources, [
      'frist erledigt „Finanzierungswege rechtlich prüfen lassen“',
      'Erledigt am 17.12.2020.',
    ]),
    '2020-11-11': by(resources, [
      'frist erledigt „Protokoll verschicken Steuerungsgruppe“',
      'Erledigt am 11.11.2020.',
    ]),
    '2020-10-14': by(resources, [
      'frist erledigt „Einladung verschicken Steuerungsgruppe“',
      'Erledigt am 14.10.2020.',
    ]),
    '2020-11-16': by(resources, [
      'modell erfahrung Grundschule am Musterpark: Die Bedarfe waren höher als gedacht.',
      'Die Bedarfe waren höher als gedacht.',
    ]),
    '2021-02-24': by(resources, [
      'frist erledigt „Auswertung Grundschule am Musterpark 2020/21 1.“',
      'Erledigt am 24.02.2021.',
    ]),
  },
}
