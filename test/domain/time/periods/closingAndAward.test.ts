import { describe, expect, test } from 'vitest'
import { counted, outcome } from './counted.ts'

describe('answers before the end of the tender period (§ 20 Abs. 3 VgV)', () => {
  test.each([
    ['2024-06-12T12:00:00+02:00', '2024-06-05', '2024-06-07'],
    ['2024-06-12', '2024-06-05', '2024-06-07'],
    ['2024-06-11T22:30:00Z', '2024-06-05', '2024-06-07'],
    // Midnight is the end of the day before, however it is written.
    ['2024-06-12T24:00', '2024-06-05', '2024-06-07'],
    ['2024-06-12T24:00:00+02:00', '2024-06-05', '2024-06-07'],
    ['2024-06-13T00:00', '2024-06-05', '2024-06-07'],
    ['2024-02-29T24:00', '2024-02-22', '2024-02-24'],
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

  test('is not said to be unchecked where the law names no least period', () => {
    const inputs = { ...sent, angebotsfrist_ende: '2024-06-28T12:00' }
    const procedure = 'verhandlungsverfahren_ohne_tnw'
    const why = counted(inputs, { procedure }).get('angebotsfrist_gesetzt_mit_uhrzeit_zulaessig')?.why
    expect(why).toContain('die Frist muss angemessen sein')
    expect(why).not.toContain('nicht geprüft')
  })

  test('the shorter period says that it is too short where the documents are not online', () => {
    const why = (inputs: object) => counted({ ...sent, ...inputs }).get('erstangebotsfrist_min_ende')?.why
    expect(why({ unterlagen_nicht_online: true })).toContain('verlangt fünf Tage mehr')
    expect(why({})).not.toContain('fünf Tage')
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

  test('the thirty days are settled, but for social services', () => {
    const notice = (regime: string) =>
      counted({ zuschlag_am: '2024-04-19' }, { regime }).get('vergabebekanntmachung_spaetestens')
    expect(notice('EU_VgV')).toMatchObject({ certainty: 'settled', norm: '§ 39 Abs. 1 VgV' })
    expect(notice('EU_VgV_sozial')).toMatchObject({ certainty: 'cautious' })
    expect(outcome(notice('EU_VgV_sozial'))).toBe(outcome(notice('EU_VgV')))
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
