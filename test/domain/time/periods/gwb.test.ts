import { describe, expect, test } from 'vitest'
import { counted, outcome } from './counted.ts'

describe('standstill (§ 134 GWB), both readings', () => {
  test.each([
    [
      'ends on Easter Sunday',
      'SH',
      '2025-04-10',
      'elektronisch',
      '2025-04-20',
      '2025-04-21',
      '2025-04-23',
      5,
    ],
    ['by letter', 'SH', '2025-04-10', 'brief', '2025-04-25', '2025-04-26', '2025-04-26', 9],
    ['over Christmas', 'SH', '2024-12-20', 'fax', '2024-12-30', '2024-12-31', '2024-12-31', 4],
    ['ends on a Saturday', 'SH', '2024-06-05', 'elektronisch', '2024-06-15', '2024-06-16', '2024-06-18', 7],
    [
      'ends on Reformationstag',
      'SH',
      '2024-10-21',
      'elektronisch',
      '2024-10-31',
      '2024-11-01',
      '2024-11-02',
      7,
    ],
    [
      'ends on 31 October in Berlin',
      'BE',
      '2024-10-21',
      'elektronisch',
      '2024-10-31',
      '2024-11-01',
      '2024-11-01',
      8,
    ],
    ['nobody said how it was sent', 'SH', '2025-04-10', null, '2025-04-25', '2025-04-26', '2025-04-26', 9],
  ])('%s', (_, land, sent, way, last, prevailing, careful, workingDays) => {
    const periods = counted({ information_134_abgesendet: sent, versandweg: way }, { land })
    expect(outcome(periods.get('wartefrist_letzter_tag'))).toBe(last)
    expect(outcome(periods.get('vertragsschluss_fruehestens_herrschende_meinung'))).toBe(prevailing)
    expect(outcome(periods.get('vertragsschluss_fruehestens_vorsichtig'))).toBe(careful)
    expect(outcome(periods.get('arbeitstage_in_wartefrist'))).toBe(workingDays)
    expect(periods.get('wartefrist_letzter_tag')).toMatchObject({ shifted: false })
  })

  test('few working days are warned of, and a dispute is named only where there is one', () => {
    const christmas = counted({ information_134_abgesendet: '2024-12-20', versandweg: 'elektronisch' })
    expect(christmas.get('vertragsschluss_fruehestens_vorsichtig')?.why).toContain('nur 4 Arbeitstage')
    expect(christmas.get('wartefrist_letzter_tag')?.certainty).toBe('settled')
    const easter = counted({ information_134_abgesendet: '2025-04-10', versandweg: 'elektronisch' })
    expect(easter.get('vertragsschluss_fruehestens_vorsichtig')?.why).not.toContain('nur')
    expect(easter.get('vertragsschluss_fruehestens_herrschende_meinung')?.why).toContain(
      'OLG Bremen, 2 Verg 1/22',
    )
    expect(easter.get('wartefrist_letzter_tag')?.certainty).toBe('prevailing')
    expect(easter.get('vertragsschluss_fruehestens_vorsichtig')?.certainty).toBe('cautious')
  })

  test('after an ex-ante notice ten days, however it was published', () => {
    const periods = counted({ exante_bekanntmachung_veroeffentlicht: '2025-04-10', versandweg: 'brief' })
    expect(outcome(periods.get('wartefrist_exante_letzter_tag'))).toBe('2025-04-20')
    expect(outcome(periods.get('vertragsschluss_nach_exante_fruehestens_vorsichtig'))).toBe('2025-04-23')
  })
})

describe('objections, review and ineffectiveness (§§ 135, 160, 167, 172, 173 GWB; §§ 187–193 BGB)', () => {
  test.each([
    ['SH', { verstoss_erkannt_am: '2025-04-08' }, 'ruege_spaetestens', '2025-04-22', 'prevailing'],
    ['SH', { verstoss_erkannt_am: '2024-06-03' }, 'ruege_spaetestens', '2024-06-13', 'settled'],
    [
      'SH',
      { nichtabhilfe_beim_bieter_eingegangen: '2024-12-10' },
      'nachpruefungsantrag_spaetestens',
      '2024-12-27',
      'cautious',
    ],
    [
      'SH',
      { information_ueber_vertragsschluss: '2025-04-01' },
      'unwirksamkeit_30_tage_nach_information',
      '2025-05-02',
      'cautious',
    ],
    [
      'SH',
      { vertrag_geschlossen: '2024-08-31' },
      'unwirksamkeit_hoechstens_6_monate',
      '2025-02-28',
      'settled',
    ],
    [
      'SH',
      { vertrag_geschlossen: '2025-08-31' },
      'unwirksamkeit_hoechstens_6_monate',
      '2026-03-02',
      'cautious',
    ],
    [
      'SH',
      { vertrag_geschlossen: '2023-08-31' },
      'unwirksamkeit_hoechstens_6_monate',
      '2024-02-29',
      'settled',
    ],
    [
      'SH',
      { vergabebekanntmachung_ted_veroeffentlicht: '2025-03-20' },
      'unwirksamkeit_30_tage_nach_ted',
      '2025-04-22',
      'cautious',
    ],
    [
      'SH',
      { nachpruefungsantrag_eingegangen: '2025-04-03' },
      'entscheidung_vergabekammer_spaetestens',
      '2025-05-08',
      'settled',
    ],
    [
      'BE',
      { nachpruefungsantrag_eingegangen: '2025-04-03' },
      'entscheidung_vergabekammer_spaetestens',
      '2025-05-09',
      'prevailing',
    ],
    [
      'SH',
      { nachpruefungsantrag_eingegangen: '2025-04-03' },
      'entscheidung_vergabekammer_mit_verlaengerung',
      '2025-05-22',
      'convention',
    ],
    [
      'SH',
      { entscheidung_vergabekammer_zugestellt: '2025-04-04' },
      'sofortige_beschwerde_spaetestens',
      '2025-04-22',
      'settled',
    ],
    [
      'SH',
      { entscheidung_vergabekammer_zugestellt: '2025-04-04' },
      'beschwerde_aufschiebende_wirkung_bis',
      '2025-05-06',
      'prevailing',
    ],
  ])('%s %o: %s is %s', (land, inputs, key, date, certainty) => {
    const period = counted(inputs, { land }).get(key)
    expect([outcome(period), period?.certainty]).toEqual([date, certainty])
  })

  test('what can be seen must be objected to until the very minute of the closing', () => {
    const periods = counted({
      angebotsfrist_ende: '2024-06-12T12:00:00+02:00',
      teilnahmefrist_ende: '2024-05-22',
    })
    expect(outcome(periods.get('ruege_erkennbarer_verstoesse_bis_angebotsfrist'))).toBe(
      '2024-06-12T12:00:00+02:00',
    )
    expect(outcome(periods.get('ruege_erkennbarer_verstoesse_bis_teilnahmefrist'))).toBe('2024-05-22')
  })
})
