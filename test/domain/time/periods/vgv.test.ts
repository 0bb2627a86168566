import { describe, expect, test } from 'vitest'
import { counted, outcome } from './counted.ts'

const open = { procedure: 'offenes_verfahren' }
const restricted = { procedure: 'nicht_offenes_verfahren', regime: 'EU_VgV' }

describe('30 days from the notice, VO (EWG, Euratom) 1182/71', () => {
  test.each([
    ['into Pentecost', 'SH', '2024-04-19', '2024-05-19', '2024-05-21', '2024-05-22'],
    ['into Good Friday', 'SH', '2025-03-19', '2025-04-18', '2025-04-22', '2025-04-23'],
    ['into Christmas', 'SH', '2024-11-25', '2024-12-25', '2024-12-27', '2024-12-30'],
    ['onto Christmas Eve, a working day', 'SH', '2024-11-24', '2024-12-24', '2024-12-24', '2024-12-27'],
    ['onto New Year’s Eve, a working day', 'SH', '2024-12-01', '2024-12-31', '2024-12-31', '2025-01-02'],
    ['into New Year', 'SH', '2024-12-02', '2025-01-01', '2025-01-02', '2025-01-03'],
    ['onto 29 February', 'SH', '2024-01-30', '2024-02-29', '2024-02-29', '2024-03-01'],
    ['past a February without a 29th', 'SH', '2023-01-30', '2023-03-01', '2023-03-01', '2023-03-02'],
    ['into week 53', 'SH', '2026-11-28', '2026-12-28', '2026-12-28', '2026-12-29'],
    ['out of week 53 into the next year', 'SH', '2026-12-02', '2027-01-01', '2027-01-04', '2027-01-05'],
    ['over the change to summer time', 'SH', '2025-03-12', '2025-04-11', '2025-04-11', '2025-04-14'],
    ['over the change to winter time', 'SH', '2026-10-01', '2026-10-31', '2026-11-02', '2026-11-03'],
    ['onto Reformationstag in the north', 'SH', '2024-10-01', '2024-10-31', '2024-11-01', '2024-11-04'],
    ['onto Reformationstag in Niedersachsen', 'NI', '2024-10-01', '2024-10-31', '2024-11-01', '2024-11-04'],
    ['onto 31 October in the west', 'NW', '2024-10-01', '2024-10-31', '2024-10-31', '2024-11-04'],
    ['onto Fronleichnam in the west', 'NW', '2024-04-30', '2024-05-30', '2024-05-31', '2024-06-03'],
    ['onto that Thursday in the north', 'SH', '2024-04-30', '2024-05-30', '2024-05-30', '2024-05-31'],
    ['onto Berlin’s single holiday', 'BE', '2025-04-08', '2025-05-08', '2025-05-09', '2025-05-12'],
    ['onto that day elsewhere', 'SH', '2025-04-08', '2025-05-08', '2025-05-08', '2025-05-09'],
    ['onto that day in Berlin a year later', 'BE', '2026-04-08', '2026-05-08', '2026-05-08', '2026-05-11'],
    ['onto the women’s day in Berlin', 'BE', '2027-02-06', '2027-03-08', '2027-03-09', '2027-03-10'],
    ['onto Berlin’s holiday on a Saturday', 'BE', '2028-05-18', '2028-06-17', '2028-06-19', '2028-06-20'],
    ['onto Buß- und Bettag in Sachsen', 'SN', '2025-10-20', '2025-11-19', '2025-11-20', '2025-11-21'],
    ['onto Weltkindertag in Thüringen', 'TH', '2027-08-21', '2027-09-20', '2027-09-21', '2027-09-22'],
    ['onto Heilige Drei Könige in Bayern', 'BY', '2024-12-07', '2025-01-06', '2025-01-07', '2025-01-08'],
    ['onto Mariä Himmelfahrt in the Saarland', 'SL', '2025-07-16', '2025-08-15', '2025-08-18', '2025-08-19'],
  ])('%s (%s, %s)', (_, land, sent, unrolled, end, closing) => {
    const periods = counted({ auftragsbekanntmachung_abgesendet: sent }, { land })
    expect(periods.get('teilnahmefrist_min_ende')).toMatchObject({
      norm: '§ 17 Abs. 2 VgV',
      shifted: unrolled !== end,
    })
    const period = periods.get('teilnahmefrist_min_ende')
    expect(period?.kind === 'date' && period.unrolled.toString()).toBe(unrolled)
    expect(outcome(period)).toBe(end)
    expect(outcome(periods.get('teilnahmefrist_fruehester_schlusstermin_mit_uhrzeit'))).toBe(closing)
    expect(outcome(periods.get('vergleich_regelfrist'))).toBe(end)
  })

  test('the reason counts it out', () => {
    const period = counted({ auftragsbekanntmachung_abgesendet: '2024-04-19' }).get('teilnahmefrist_min_ende')
    expect(period?.why).toBe(
      'Fristbeginn am Tag nach der Absendung der Auftragsbekanntmachung (Fr 19.04.2024), am Sa 20.04.2024; der 30. Tag ist So 19.05.2024; kein Arbeitstag: So 19.05.2024 (Sonntag) und Mo 20.05.2024 (Pfingstmontag); deshalb Ablauf am Di 21.05.2024 (Art. 3 Abs. 4 VO (EWG, Euratom) 1182/71).',
    )
    expect(period?.law).toBe('VgV, Fassung ab 18.04.2016')
  })

  test('that a holiday of one Land counts is less than settled', () => {
    const certainty = (land: string, sent: string) =>
      counted({ auftragsbekanntmachung_abgesendet: sent }, { land }).get('teilnahmefrist_min_ende')?.certainty
    expect(certainty('NW', '2024-04-30')).toBe('prevailing')
    expect(certainty('SH', '2024-04-19')).toBe('settled')
    // In 2017 the 31 October was a holiday everywhere.
    expect(certainty('SH', '2017-10-01')).toBe('settled')
    expect(certainty('SH', '2018-10-01')).toBe('prevailing')
  })

  test('the day of dispatch is the local one, also a minute before midnight and by another clock', () => {
    for (const sent of [
      '2024-04-19T23:59',
      '2024-04-19T23:59:00+02:00',
      '2024-04-19T21:59:00Z',
      '2024-04-18T22:00:00Z',
    ])
      expect(
        outcome(counted({ auftragsbekanntmachung_abgesendet: sent }).get('teilnahmefrist_min_ende')),
      ).toBe('2024-05-21')
    expect(
      outcome(
        counted({ auftragsbekanntmachung_abgesendet: '2025-03-29T23:30:00Z' }).get('teilnahmefrist_min_ende'),
      ),
    ).toBe('2025-04-29')
  })
})

describe('shorter periods', () => {
  test.each([
    [
      open,
      'auftragsbekanntmachung_abgesendet',
      '2024-04-02',
      'angebotsfrist_min_ende',
      '2024-05-07',
      '§ 15 Abs. 2 VgV',
    ],
    [
      open,
      'auftragsbekanntmachung_abgesendet',
      '2024-04-02',
      'angebotsfrist_min_ende_elektronisch',
      '2024-05-02',
      '§ 15 Abs. 4 VgV',
    ],
    [
      open,
      'auftragsbekanntmachung_abgesendet',
      '2024-04-02',
      'angebotsfrist_min_ende_dringlich',
      '2024-04-17',
      '§ 15 Abs. 3 VgV',
    ],
    [
      open,
      'auftragsbekanntmachung_abgesendet',
      '2024-04-02',
      'angebotsfrist_min_ende_vorinformation',
      '2024-04-17',
      '§ 38 Abs. 3 VgV',
    ],
    [
      open,
      'auftragsbekanntmachung_abgesendet',
      '2024-04-02',
      'vergleich_regelfrist',
      '2024-05-07',
      '§ 15 Abs. 2 VgV',
    ],
    [
      {},
      'auftragsbekanntmachung_abgesendet',
      '2025-04-04',
      'teilnahmefrist_min_ende_dringlich',
      '2025-04-22',
      '§ 17 Abs. 3 VgV',
    ],
    [
      {},
      'aufforderung_erstangebot_abgesendet',
      '2024-12-16',
      'erstangebotsfrist_min_ende',
      '2025-01-15',
      '§ 17 Abs. 6 VgV',
    ],
    [
      {},
      'aufforderung_erstangebot_abgesendet',
      '2024-12-16',
      'erstangebotsfrist_min_ende_elektronisch',
      '2025-01-10',
      '§ 17 Abs. 9 VgV',
    ],
    [
      {},
      'aufforderung_erstangebot_abgesendet',
      '2024-12-16',
      'erstangebotsfrist_min_ende_dringlich',
      '2024-12-27',
      '§ 17 Abs. 8 VgV',
    ],
    [
      {},
      'aufforderung_erstangebot_abgesendet',
      '2024-12-16',
      'erstangebotsfrist_min_ende_vorinformation',
      '2024-12-27',
      '§ 38 Abs. 3 VgV',
    ],
    [
      {},
      'aufforderung_erstangebot_abgesendet',
      '2024-12-16',
      'angebotsfrist_ohne_einvernehmen_min',
      '2024-12-27',
      '§ 17 Abs. 7 VgV',
    ],
    [
      restricted,
      'auftragsbekanntmachung_abgesendet',
      '2025-04-04',
      'teilnahmefrist_min_ende',
      '2025-05-05',
      '§ 16 Abs. 2 VgV',
    ],
    [
      restricted,
      'auftragsbekanntmachung_abgesendet',
      '2025-04-04',
      'teilnahmefrist_min_ende_dringlich',
      '2025-04-22',
      '§ 16 Abs. 3 VgV',
    ],
    [
      restricted,
      'aufforderung_angebot_abgesendet',
      '2024-12-16',
      'angebotsfrist_min_ende',
      '2025-01-15',
      '§ 16 Abs. 5 VgV',
    ],
    [
      restricted,
      'aufforderung_angebot_abgesendet',
      '2024-12-16',
      'angebotsfrist_min_ende_elektronisch',
      '2025-01-10',
      '§ 16 Abs. 8 VgV',
    ],
    [
      restricted,
      'aufforderung_angebot_abgesendet',
      '2024-12-16',
      'angebotsfrist_min_ende_dringlich',
      '2024-12-27',
      '§ 16 Abs. 7 VgV',
    ],
    [
      restricted,
      'aufforderung_angebot_abgesendet',
      '2024-12-16',
      'angebotsfrist_min_ende_vorinformation',
      '2024-12-27',
      '§ 38 Abs. 3 VgV',
    ],
    [
      restricted,
      'aufforderung_angebot_abgesendet',
      '2024-12-16',
      'angebotsfrist_ohne_einvernehmen_min',
      '2024-12-27',
      '§ 16 Abs. 6 VgV',
    ],
    [
      {},
      'aufforderung_interessensbestaetigung_abgesendet',
      '2024-04-19',
      'interessensbestaetigung_ende',
      '2024-05-21',
      '§ 38 Abs. 5 VgV',
    ],
  ])('%o: %s %s → %s', (other, input, sent, key, end, norm) => {
    const period = counted({ [input]: sent }, other).get(key)
    expect([outcome(period), period?.norm]).toEqual([end, norm])
  })

  test('what depends on something unknown says so, what was denied is left out', () => {
    const key = 'teilnahmefrist_min_ende_dringlich'
    const sent = { auftragsbekanntmachung_abgesendet: '2024-04-19' }
    expect(counted(sent).get(key)).toMatchObject({ open: ['dringlich_begruendet'] })
    expect(counted(sent).get(key)?.why).toContain(
      'Gilt nur, wenn eine Dringlichkeit hinreichend begründet ist.',
    )
    expect(counted({ ...sent, dringlich_begruendet: true }).get(key)).toMatchObject({ open: [] })
    expect(counted({ ...sent, dringlich_begruendet: true }).get(key)?.why).not.toContain('Gilt nur')
    expect(counted({ ...sent, dringlich_begruendet: false }).has(key)).toBe(false)
  })

  test('documents that are not online cost five days, with electronic tenders too', () => {
    const inputs = { aufforderung_erstangebot_abgesendet: '2024-06-03', unterlagen_nicht_online: true }
    expect(outcome(counted(inputs).get('erstangebotsfrist_min_ende_unterlagen_nicht_online'))).toBe(
      '2024-07-08',
    )
    expect(
      outcome(counted(inputs).get('erstangebotsfrist_min_ende_elektronisch_unterlagen_nicht_online')),
    ).toBe('2024-07-03')
    expect([...counted({ aufforderung_erstangebot_abgesendet: '2024-06-03' }).keys()].join()).not.toContain(
      'nicht_online',
    )
  })

  test('what all agreed upon is counted, and has two working days (Art. 3 Abs. 5)', () => {
    const agreed = (sent: string, days: number) =>
      outcome(
        counted({ aufforderung_erstangebot_abgesendet: sent, einvernehmliche_frist_tage: days }).get(
          `angebotsfrist_einvernehmlich_${days}_tage`,
        ),
      )
    expect(agreed('2024-06-10', 12)).toBe('2024-06-24')
    // Maundy Thursday: the second day is a Saturday, Tuesday is the first working day, Wednesday the second.
    expect(agreed('2025-04-17', 2)).toBe('2025-04-23')
    // One day is no period of two days.
    expect(agreed('2025-04-17', 1)).toBe('2025-04-22')
  })
})

describe('a Vorinformation (§ 38 Abs. 3 VgV)', () => {
  const allowed = (early: string, ...sent: string[]) => {
    const periods = counted(
      { vorinformation_uebermittelt: early, auftragsbekanntmachung_abgesendet: sent },
      open,
    )
    return sent.map(each => outcome(periods.get(`verkuerzung_zulaessig_bei_absendung_${each}`)))
  }

  test('shortens from 35 days to twelve months after it', () => {
    expect(allowed('2024-01-15', '2024-02-18', '2024-02-19', '2025-01-15', '2025-01-16')).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(allowed('2024-02-29', '2025-02-28', '2025-03-01')).toEqual([true, false])
    expect(allowed('2023-02-28', '2024-02-28', '2024-02-29')).toEqual([true, false])
  })

  test('gives the shorter period only on days when it may', () => {
    const key = 'angebotsfrist_min_ende_vorinformation'
    const periods = (sent: string) =>
      counted({ vorinformation_uebermittelt: '2024-01-15', auftragsbekanntmachung_abgesendet: sent }, open)
    expect(outcome(periods('2024-02-18').get(key))).toBeUndefined()
    expect(outcome(periods('2024-02-19').get(key))).toBe('2024-03-05')
    expect(periods('2024-02-19').get(key)?.open).toEqual([])
    expect(
      counted(
        { vorinformation_uebermittelt: false, auftragsbekanntmachung_abgesendet: '2024-02-19' },
        open,
      ).has(key),
    ).toBe(false)
  })

  test('several days of dispatch are compared side by side', () => {
    const periods = counted({ auftragsbekanntmachung_abgesendet: ['2024-04-22', '2024-04-19'] })
    expect(outcome(periods.get('teilnahmefrist_min_ende_bei_absendung_2024-04-19'))).toBe('2024-05-21')
    expect(outcome(periods.get('teilnahmefrist_min_ende_bei_absendung_2024-04-22'))).toBe('2024-05-22')
    expect(periods.has('teilnahmefrist_min_ende')).toBe(false)
    const one = counted({ auftragsbekanntmachung_abgesendet: ['2024-04-19'] })
    expect(outcome(one.get('teilnahmefrist_min_ende'))).toBe('2024-05-21')
  })
})

describe('answers before the end of the tender period (§ 20 Abs. 3 VgV)', () => {
  test.each([
    ['2024-06-12T12:00:00+02:00', '2024-06-05', '2024-06-07'],
    ['2024-06-12', '2024-06-05', '2024-06-07'],
    ['2024-06-11T22:30:00Z', '2024-06-05', '2024-06-07'],
    ['2025-10-26T02:30:00+01:00', '2025-10-19', '2025-10-21'],
    ['2026-10-25T12:00', '2026-10-18', '2026-10-20'],
    ['2025-01-02T10:00', '2024-12-26', '2024-12-28'],
    ['2024-03-06T10:00', '2024-02-28', '2024-03-01'],
  ])('%s: six days leave %s, four leave %s, never shifted', (closing, six, four) => {
    const periods = counted({ angebotsfrist_ende: closing })
    expect(outcome(periods.get('auskunft_spaetestens_6_tage'))).toBe(six)
    expect(outcome(periods.get('auskunft_spaetestens_4_tage_dringlich'))).toBe(four)
    expect(periods.get('auskunft_spaetestens_6_tage')).toMatchObject({
      shifted: false,
      certainty: 'cautious',
    })
  })

  test('the plainer count and the last working day are named', () => {
    const why = counted({ angebotsfrist_ende: '2026-10-25T12:00' }).get('auskunft_spaetestens_6_tage')?.why
    expect(why).toContain('Nach der großzügigeren Zählung genügt Mo 19.10.2026.')
    expect(why).toContain('am letzten Arbeitstag davor zu erledigen: Fr 16.10.2026.')
    const easter = counted({ angebotsfrist_ende: '2025-04-22T12:00' }).get(
      'auskunft_spaetestens_4_tage_dringlich',
    )
    expect(outcome(easter)).toBe('2025-04-17')
    expect(easter?.why).toContain('Dazwischen liegt kein Arbeitstag')
  })
})

describe('a closing date with a clock time', () => {
  const sent = { aufforderung_erstangebot_abgesendet: '2024-06-10' }
  test.each([
    [
      'on the last day of the least period',
      { ...sent, angebotsfrist_ende: '2024-07-10T23:59', elektronische_angebote: false },
      false,
    ],
    [
      'at its very end',
      { ...sent, angebotsfrist_ende: '2024-07-11T00:00', elektronische_angebote: false },
      true,
    ],
    [
      'on the next working day',
      { ...sent, angebotsfrist_ende: '2024-07-11T08:00', elektronische_angebote: false },
      true,
    ],
    ['on a Saturday', { ...sent, angebotsfrist_ende: '2024-07-13T12:00' }, false],
    [
      'after 25 days, electronic',
      { ...sent, angebotsfrist_ende: '2024-07-08T12:00', elektronische_angebote: true },
      true,
    ],
    ['after 25 days, nobody said electronic', { ...sent, angebotsfrist_ende: '2024-07-08T12:00' }, false],
    [
      'after ten days, urgent',
      { ...sent, angebotsfrist_ende: '2024-06-21T12:00', dringlich_begruendet: true },
      true,
    ],
    [
      'after five days, agreed',
      { ...sent, angebotsfrist_ende: '2024-06-18T12:00', einvernehmliche_frist_tage: 5 },
      true,
    ],
    [
      'after 25 days, documents not online',
      {
        ...sent,
        angebotsfrist_ende: '2024-07-08T12:00',
        elektronische_angebote: true,
        unterlagen_nicht_online: true,
      },
      false,
    ],
    ['on a whole day, dispatch unknown', { angebotsfrist_ende: '2024-07-10' }, true],
  ])('%s', (_, inputs, value) => {
    expect(outcome(counted(inputs).get('angebotsfrist_gesetzt_mit_uhrzeit_zulaessig'))).toBe(value)
  })

  test('says which condition would allow it', () => {
    const inputs = { ...sent, angebotsfrist_ende: '2024-07-08T12:00' }
    const why = counted(inputs).get('angebotsfrist_gesetzt_mit_uhrzeit_zulaessig')?.why
    expect(why).toContain('Mit einer kürzeren Mindestfrist (§ 17 Abs. 9 VgV) wäre es möglich')
    expect(why).toContain('mit Begründung (§ 65 Abs. 3 VgV)')
  })
})

describe('after the award', () => {
  test.each([
    [{ antrag_textform_eingegangen: '2025-12-10' }, 'auskunft_auf_verlangen_spaetestens', '2025-12-29'],
    [{ antrag_eingegangen: '2024-05-15' }, 'auskunft_auf_verlangen_spaetestens', '2024-05-30'],
    [
      { antrag_eingegangen: '2024-05-15', antrag_textform_eingegangen: '2024-05-17' },
      'auskunft_auf_verlangen_spaetestens',
      '2024-06-03',
    ],
    [{ zuschlag_am: '2024-10-20' }, 'vergabebekanntmachung_spaetestens', '2024-11-19'],
    [{ zuschlag_am: '2024-10-20' }, 'vergabebekanntmachung_quartalsbuendelung_spaetestens', '2025-01-30'],
    [{ zuschlag_am: '2023-04-01' }, 'vergabebekanntmachung_quartalsbuendelung_spaetestens', '2023-07-31'],
    [{ zuschlag_am: '2024-03-31' }, 'vergabebekanntmachung_quartalsbuendelung_spaetestens', '2024-04-30'],
    [
      { zuschlag_am: '2025-05-20', vertragslaufzeit_ende: '2027-07-31' },
      'aufbewahrung_bis_mindestens',
      '2028-05-20',
    ],
    [
      { zuschlag_am: '2025-05-20', vertragslaufzeit_ende: '2030-07-31' },
      'aufbewahrung_bis_mindestens',
      '2030-07-31',
    ],
    [{ zuschlag_am: '2024-02-29' }, 'aufbewahrung_bis_mindestens', '2027-02-28'],
    [{ vertragslaufzeit_ende: '2030-07-31' }, 'aufbewahrung_bis_mindestens', '2030-07-31'],
  ])('%o → %s', (inputs, key, date) => {
    expect(outcome(counted(inputs).get(key))).toBe(date)
  })

  test('only social services bundle by quarters', () => {
    const key = 'vergabebekanntmachung_quartalsbuendelung_spaetestens'
    expect(counted({ zuschlag_am: '2024-10-20' }, { regime: 'EU_VgV' }).has(key)).toBe(false)
    expect(
      counted({ zuschlag_am: '2024-10-20', soziale_dienstleistung: true }, { regime: 'EU_VgV' }).has(key),
    ).toBe(true)
    expect(counted({ zuschlag_am: '2024-10-20', soziale_dienstleistung: false }).has(key)).toBe(false)
  })
})
