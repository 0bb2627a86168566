import { by, confirmed, office, type Year } from './year.ts'

const lead = office('Projektleitung', 'koordination_jugendamt')
const school = office('Schulamt', 'koordination_schulamt')
const tender = office('Vergabestelle des Kreises', 'vergabestelle')
const group = office('Projektgruppe', 'projektgruppe')

/** Kreis Pinneberg from the letter to the suspension and after it. */
export const pinneberg: Year = {
  programme: 'pinneberg',
  from: '2024-03-22',
  to: '2025-03-21',
  away: {
    // Four days without a server; it comes back at night, a week before the requests to participate are due.
    '2024-05-11': null,
    '2024-05-12': null,
    '2024-05-13': null,
    '2024-05-14': null,
    '2024-05-15': '22:10',
    '2024-10-14': '11:20',
  },
  happens: {
    '2024-04-08': by(tender, ['vergabe start', 'Begonnen: Verhandlungsverfahren mit Teilnahmewettbewerb']),
    '2024-04-09': [
      confirmed(tender, 'vergabe ereignis bedarf', '', 'Eingetragen'),
      confirmed(tender, 'vergabe ereignis verfahrenswahl', '', 'Eingetragen'),
      confirmed(tender, 'vergabe ereignis übergabe am 22.03.2024', '', 'Eingetragen'),
    ],
    '2024-04-22': [
      ...by(lead, ['meilenstein erledigt M3', 'Erledigt am 22.04.2024.']),
      confirmed(tender, 'vergabe ereignis bekanntmachung', 'Mi 22.05.2024', 'Eingetragen'),
    ],
    '2024-05-03': by(school, ['vereinbarung schritt K3 erledigt', 'Erledigt am 03.05.2024.']),
    '2024-05-06': by(lead, ['gremium termin Jugendhilfeausschuss 13.06.2024', 'Die Sitzung ist angelegt.']),
    '2024-05-16': by(school, ['vereinbarung schritt K4a erledigt', 'Erledigt am 16.05.2024.']),
    '2024-05-17': by(lead, [
      'frist anlegen „Stellungnahme an das Verwaltungsgericht“ bis 24.05.2024 wer:Rechtsabteilungen beider Seiten',
      'Angelegt',
    ]),
    '2024-05-23': by(tender, ['frist erledigt teilnahmefrist am 22.05.2024', 'Erledigt am 22.05.2024.']),
    '2024-06-17': [
      confirmed(tender, 'vergabe ereignis auswahl', '', 'Eingetragen'),
      confirmed(tender, 'vergabe ereignis aufforderung', 'Mi 17.07.2024', 'Eingetragen'),
      confirmed(tender, 'vergabe schlusstermin angebotsfrist 19.07.2024', 'Fr 19.07.2024', 'Gesetzt'),
      confirmed(
        tender,
        'frist verschieben zuschlag auf voraussichtlich 2024-10 grund: Plan der Vergabestelle',
        'voraussichtlich Oktober 2024',
        'Verschoben',
      ),
    ],
    '2024-07-19': by(tender, ['frist erledigt angebote', 'Erledigt am 19.07.2024.']),
    '2024-07-22': [confirmed(tender, 'vergabe ereignis öffnung', '', 'Eingetragen')],
    '2024-09-10': [
      confirmed(tender, 'vergabe ereignis wertung', '', 'Eingetragen'),
      confirmed(
        tender,
        'vergabe ereignis information versandweg:elektronisch',
        'Sa 21.09.2024',
        'Eingetragen',
      ),
    ],
    '2024-09-23': by(tender, ['vergabe ereignis zuschlag', 'gesperrt']),
    '2024-12-09': [
      confirmed(
        tender,
        'vergabe phase setzen aufgehoben grund: Das Programm ist ausgesetzt',
        '',
        'aufgehoben',
      ),
    ],
    '2024-05-24': by(lead, [
      'frist erledigt „Stellungnahme an das Verwaltungsgericht“',
      'Erledigt am 24.05.2024.',
    ]),
    '2024-05-30': by(lead, ['frist erledigt „Vorlage abgeben“', 'Erledigt am 30.05.2024.']),
    '2024-06-03': by(
      lead,
      ['vereinbarung schritt K4b erledigt', 'Erledigt am 03.06.2024.'],
      ['vereinbarung schritt K5 erledigt', 'Erledigt am 03.06.2024.'],
      ['übergabe erledigt 1', 'Erledigt am 03.06.2024.'],
      ['übergabe erledigt 2', 'Erledigt am 03.06.2024.'],
    ),
    '2024-06-14': by(
      lead,
      ['vereinbarung schritt K7 erledigt am 13.06.2024', 'Erledigt am 13.06.2024.'],
      ['frist erledigt „Ergebnis festhalten“', 'Erledigt am 14.06.2024.'],
    ),
    '2024-07-15': by(
      lead,
      ['frist erledigt KS1b', 'Erledigt am 15.07.2024.'],
      ['frist erledigt KS2b', 'Erledigt am 15.07.2024.'],
      ['frist erledigt KS3b', 'Erledigt am 15.07.2024.'],
      ['übergabe erledigt 9', 'Erledigt am 15.07.2024.'],
      ['meilenstein erledigt M10', 'Erledigt am 15.07.2024.'],
    ),
    '2024-09-05': [
      confirmed(
        group,
        'meilenstein verschieben M4 auf voraussichtlich 2025-Q1 grund: Personalauswahl braucht länger beschlossen von: Schulamt und Jugendamt',
        'Das würde sich ändern',
        'Verschoben:',
      ),
    ],
  },
}
