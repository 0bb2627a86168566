import { describe, expect, test } from 'vitest'
import { problemOf } from './counted.ts'

describe('what cannot be gets one sentence', () => {
  test.each([
    [{ zuschlag_am: '2024-02-30' }, '„zuschlag_am“: Den 30.02.2024 gibt es nicht.'],
    [{ zuschlag_am: '2023-02-29' }, '„zuschlag_am“: Den 29.02.2023 gibt es nicht.'],
    [
      { angebotsfrist_ende: '2024-06-12T25:00' },
      '„angebotsfrist_ende“: Den Zeitpunkt 2024-06-12T25:00 gibt es nicht.',
    ],
    [
      { zuschlag_am: '19.04.2024' },
      '„zuschlag_am“ ist kein Datum. Möglich sind: 2024-04-19 (Tag) oder 2024-04-19T14:00:00+02:00 (Zeitpunkt).',
    ],
    [
      { zuschlag_am: 20240419 },
      '„zuschlag_am“ ist kein Datum. Möglich sind: 2024-04-19 (Tag) oder 2024-04-19T14:00:00+02:00 (Zeitpunkt).',
    ],
    [
      { zuschlag_am: ['2024-04-19'] },
      '„zuschlag_am“ ist kein Datum. Möglich sind: 2024-04-19 (Tag) oder 2024-04-19T14:00:00+02:00 (Zeitpunkt).',
    ],
    [{ zuschlag_am: '9999-01-01' }, '„zuschlag_am“: Das Jahr 9999 liegt außerhalb von 1990 bis 2199.'],
    [
      { zuschlag_am: '2010-01-01' },
      'Für den 01.01.2010 gibt es kein Regelwerk GWB; das älteste gilt ab 18.04.2016.',
    ],
    [{ zuschlag: '2024-04-19' }, 'Die Angabe „zuschlag“ kenne ich nicht. Meinten Sie „zuschlag_am“?'],
    [{ constructor: '2024-04-19' }, /^Die Angabe „constructor“ kenne ich nicht\. Möglich sind: /],
    [{ dringlich_begruendet: 'ja' }, '„dringlich_begruendet“ muss true (ja) oder false (nein) sein.'],
    [
      { versandweg: 'taube' },
      'Den Versandweg „taube“ kenne ich nicht. Möglich sind: elektronisch, fax, brief.',
    ],
    [
      { einvernehmliche_frist_tage: 0 },
      '„einvernehmliche_frist_tage“ muss eine ganze Zahl von 1 bis 366 sein.',
    ],
    [
      { einvernehmliche_frist_tage: 12.5 },
      '„einvernehmliche_frist_tage“ muss eine ganze Zahl von 1 bis 366 sein.',
    ],
    [{ auftragsbekanntmachung_abgesendet: [] }, '„auftragsbekanntmachung_abgesendet“ ist eine leere Liste.'],
    [
      { auftragsbekanntmachung_abgesendet: ['2024-04-19', '2024-04-31'] },
      '„auftragsbekanntmachung_abgesendet“: Den 31.04.2024 gibt es nicht.',
    ],
    [
      { auftragsbekanntmachung_abgesendet: Array(101).fill('2024-04-19') },
      '„auftragsbekanntmachung_abgesendet“ hat mehr als 100 Tage.',
    ],
    [
      { aufforderung_erstangebot_abgesendet: '2024-06-10', angebotsfrist_ende: '2024-06-09T12:00' },
      '„angebotsfrist_ende“ (09.06.2024) liegt vor „aufforderung_erstangebot_abgesendet“ (10.06.2024).',
    ],
    [
      { auftragsbekanntmachung_abgesendet: '2024-06-12', vertrag_geschlossen: '2024-06-11' },
      '„vertrag_geschlossen“ (11.06.2024) liegt vor „auftragsbekanntmachung_abgesendet“ (12.06.2024).',
    ],
    [
      { verstoss_erkannt_am: '2024-06-12', nichtabhilfe_beim_bieter_eingegangen: '2024-06-11' },
      '„nichtabhilfe_beim_bieter_eingegangen“ (11.06.2024) liegt vor „verstoss_erkannt_am“ (12.06.2024).',
    ],
    [
      { angebotsfrist_ende: '2024-06-12T24:01' },
      '„angebotsfrist_ende“: Den Zeitpunkt 2024-06-12T24:01 gibt es nicht.',
    ],
    [
      {
        eingangsbestaetigung_amt_fuer_veroeffentlichungen: '2024-04-19T12:00+02:00',
        ted_veroeffentlicht: '2024-04-19T09:00+02:00',
      },
      '„ted_veroeffentlicht“ (19.04.2024) liegt vor „eingangsbestaetigung_amt_fuer_veroeffentlichungen“ (19.04.2024).',
    ],
    [
      {
        vorinformation_uebermittelt: '2024-05-01',
        auftragsbekanntmachung_abgesendet: ['2024-06-10', '2024-04-19'],
      },
      '„auftragsbekanntmachung_abgesendet“ (19.04.2024) liegt vor „vorinformation_uebermittelt“ (01.05.2024).',
    ],
  ])('%o', (inputs, sentence) => {
    expect(problemOf(inputs)).toEqual(sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence)
  })

  test.each([
    [
      { land: 'XX' },
      'Das Land „XX“ kenne ich nicht. Möglich sind: BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH.',
    ],
    [
      { land: undefined },
      'Land fehlt. Möglich sind: BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH.',
    ],
    [{ regime: 'VOB' }, 'Das Regime „VOB“ kenne ich nicht. Möglich sind: EU_VgV, EU_VgV_sozial, UVgO.'],
    [
      { procedure: 'offenes_verfaren' },
      'Das Verfahren „offenes_verfaren“ kenne ich nicht. Meinten Sie „offenes_verfahren“?',
    ],
    [
      { regime: 'UVgO', procedure: 'offenes_verfahren' },
      'Das Verfahren „offenes_verfahren“ gibt es im Regime UVgO nicht. Möglich sind: oeffentliche_ausschreibung, beschraenkte_ausschreibung_mit_teilnahmewettbewerb, beschraenkte_ausschreibung_ohne_teilnahmewettbewerb, verhandlungsvergabe_mit_tnw, verhandlungsvergabe_ohne_tnw, direktauftrag.',
    ],
  ])('%o', (other, sentence) => {
    expect(problemOf({ zuschlag_am: '2024-04-19' }, other)).toBe(sentence)
  })

  test('Teilnahmewettbewerb may be written out or shortened', () => {
    for (const procedure of [
      'verhandlungsverfahren_mit_teilnahmewettbewerb',
      'verhandlungsverfahren_mit_tnw',
    ])
      expect(problemOf({ zuschlag_am: '2024-04-19' }, { procedure })).toBeNull()
    const procedure = 'beschraenkte_ausschreibung_ohne_tnw'
    expect(problemOf({ zuschlag_am: '2024-04-19' }, { procedure, regime: 'UVgO' })).toBeNull()
  })

  test('what is possible gets none: null is not said, the same day is in order', () => {
    expect(problemOf({})).toBeNull()
    expect(problemOf({ zuschlag_am: null, versandweg: null })).toBeNull()
    expect(
      problemOf({ information_134_abgesendet: '2024-04-19', vertrag_geschlossen: '2024-04-19' }),
    ).toBeNull()
    expect(
      problemOf({
        auftragsbekanntmachung_abgesendet: '2024-04-19',
        ted_veroeffentlicht: '2024-04-19T09:00Z',
      }),
    ).toBeNull()
  })
})
