import { describe, expect, test } from 'vitest'
import { counted, outcome } from './counted.ts'

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
