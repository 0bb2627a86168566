import { describe, expect, test } from 'vitest'
import { counted, outcome } from './counted.ts'

const open = { procedure: 'offenes_verfahren' }
const restricted = { procedure: 'nicht_offenes_verfahren', regime: 'EU_VgV' }

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
