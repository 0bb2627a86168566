import { expect, test } from 'vitest'
import { counted } from './counted.ts'

// Other people's scripts ask by these names (contract `kla fristen`): inputs, procedure, and the keys that must follow.
const contract: [Record<string, unknown>, string, string[]][] = [
  [
    { auftragsbekanntmachung_abgesendet: '2024-04-19', vorinformation_uebermittelt: '2024-01-15' },
    'verhandlungsverfahren_mit_tnw nicht_offenes_verfahren',
    [
      'teilnahmefrist_min_ende',
      'teilnahmefrist_fruehester_schlusstermin_mit_uhrzeit',
      'teilnahmefrist_min_ende_dringlich',
      'vergleich_regelfrist',
      'verkuerzung_zulaessig_bei_absendung_2024-04-19',
    ],
  ],
  [
    { auftragsbekanntmachung_abgesendet: '2024-04-19' },
    'offenes_verfahren',
    [
      'angebotsfrist_min_ende',
      'angebotsfrist_min_ende_elektronisch',
      'angebotsfrist_min_ende_dringlich',
      'angebotsfrist_fruehester_schlusstermin_mit_uhrzeit',
    ],
  ],
  [
    { aufforderung_erstangebot_abgesendet: '2024-06-10', einvernehmliche_frist_tage: 14 },
    'verhandlungsverfahren_mit_tnw',
    [
      'erstangebotsfrist_min_ende',
      'erstangebotsfrist_min_ende_elektronisch',
      'erstangebotsfrist_min_ende_dringlich',
      'erstangebotsfrist_min_ende_vorinformation',
      'angebotsfrist_einvernehmlich_14_tage',
      'angebotsfrist_ohne_einvernehmen_min',
    ],
  ],
  [
    { aufforderung_angebot_abgesendet: '2024-06-10', einvernehmliche_frist_tage: 14 },
    'nicht_offenes_verfahren',
    [
      'angebotsfrist_min_ende',
      'angebotsfrist_min_ende_elektronisch',
      'angebotsfrist_min_ende_dringlich',
      'angebotsfrist_einvernehmlich_14_tage',
      'angebotsfrist_ohne_einvernehmen_min',
    ],
  ],
  [
    {
      eingangsbestaetigung_amt_fuer_veroeffentlichungen: '2024-04-19T10:00:00+02:00',
      angebotsfrist_ende: '2024-06-12T12:00:00+02:00',
      antrag_eingegangen: '2024-08-01',
      information_134_abgesendet: '2024-09-02',
      versandweg: 'fax',
      verstoss_erkannt_am: '2024-09-03',
      nichtabhilfe_beim_bieter_eingegangen: '2024-09-10',
      zuschlag_am: '2024-09-16',
      soziale_dienstleistung: true,
      vertrag_geschlossen: '2024-09-16',
      information_ueber_vertragsschluss: '2024-09-17',
      vergabebekanntmachung_ted_veroeffentlicht: '2024-10-01',
      vertragslaufzeit_ende: '2028-07-31',
    },
    'verhandlungsverfahren_mit_tnw verhandlungsverfahren_ohne_tnw offenes_verfahren nicht_offenes_verfahren wettbewerblicher_dialog innovationspartnerschaft',
    [
      'nationale_bekanntmachung_fruehestens',
      'auskunft_spaetestens_6_tage',
      'auskunft_spaetestens_4_tage_dringlich',
      'angebotsfrist_gesetzt_mit_uhrzeit_zulaessig',
      'auskunft_auf_verlangen_spaetestens',
      'wartefrist_letzter_tag',
      'vertragsschluss_fruehestens_herrschende_meinung',
      'vertragsschluss_fruehestens_vorsichtig',
      'arbeitstage_in_wartefrist',
      'ruege_spaetestens',
      'nachpruefungsantrag_spaetestens',
      'vergabebekanntmachung_spaetestens',
      'vergabebekanntmachung_quartalsbuendelung_spaetestens',
      'unwirksamkeit_30_tage_nach_information',
      'unwirksamkeit_hoechstens_6_monate',
      'unwirksamkeit_30_tage_nach_ted',
      'aufbewahrung_bis_mindestens',
    ],
  ],
]

test.each(
  contract.flatMap(([inputs, names, keys]) =>
    names.split(' ').map(procedure => ({ procedure, inputs, keys })),
  ),
)('$procedure: all keys of the contract follow from $inputs', ({ procedure, inputs, keys }) => {
  for (const regime of ['EU_VgV', 'EU_VgV_sozial']) {
    const found = counted(inputs, { procedure, regime })
    expect(keys.filter(key => !found.has(key))).toEqual([])
  }
})
