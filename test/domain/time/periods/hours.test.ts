import { describe, expect, test } from 'vitest'
import { counted, outcome } from './counted.ts'

const key = 'nationale_bekanntmachung_fruehestens'

describe('48 hours before a publication at home (§ 40 Abs. 3 VgV)', () => {
  test.each([
    ['over a weekend', '2024-04-19T14:23:00+02:00', '2024-04-21T14:23:00+02:00'],
    ['over the turn of the year', '2024-12-31T18:00:00+01:00', '2025-01-02T18:00:00+01:00'],
    ['over 29 February', '2024-02-28T09:00:00+01:00', '2024-03-01T09:00:00+01:00'],
    ['over the night of summer time 2025', '2025-03-29T10:15:00+01:00', '2025-03-31T11:15:00+02:00'],
    ['over the night of winter time 2025', '2025-10-25T10:00:00+02:00', '2025-10-27T09:00:00+01:00'],
    ['over the night of winter time 2026', '2026-10-24T23:30:00+02:00', '2026-10-26T22:30:00+01:00'],
    ['over the night of summer time 2027', '2027-03-27T01:00:00+01:00', '2027-03-29T02:00:00+02:00'],
    ['from the first 02:30 of that night', '2025-10-26T02:30:00+02:00', '2025-10-28T01:30:00+01:00'],
    ['from the second 02:30 of that night', '2025-10-26T02:30:00+01:00', '2025-10-28T02:30:00+01:00'],
    ['from Brussels’ confirmation in UTC', '2024-07-01T08:00:00Z', '2024-07-03T10:00:00+02:00'],
    ['without offset, local time', '2024-07-01T08:00', '2024-07-03T08:00:00+02:00'],
    ['of a day without hour, from its end', '2024-07-01', '2024-07-04T00:00:00+02:00'],
  ])('%s', (_, received, earliest) => {
    expect(outcome(counted({ eingangsbestaetigung_amt_fuer_veroeffentlichungen: received }).get(key))).toBe(
      earliest,
    )
  })

  test('the publication in TED opens the way if it comes first', () => {
    const both = (ted: string) =>
      outcome(
        counted({
          eingangsbestaetigung_amt_fuer_veroeffentlichungen: '2024-04-18T10:00:00+02:00',
          ted_veroeffentlicht: ted,
        }).get(key),
      )
    expect(both('2024-04-19T09:00:00+02:00')).toBe('2024-04-19T09:00:00+02:00')
    expect(both('2024-04-22T09:00:00+02:00')).toBe('2024-04-20T10:00:00+02:00')
    expect(both('2024-04-19')).toBe('2024-04-19T00:00:00+02:00')
    expect(outcome(counted({ ted_veroeffentlicht: '2024-04-19T09:00:00+02:00' }).get(key))).toBe(
      '2024-04-19T09:00:00+02:00',
    )
  })

  test('a later publication in TED changes nothing, and is not said to', () => {
    const period = counted({
      eingangsbestaetigung_amt_fuer_veroeffentlichungen: '2024-04-19T10:00+02:00',
      ted_veroeffentlicht: '2024-04-23',
    }).get('nationale_bekanntmachung_fruehestens')
    expect(outcome(period)).toBe('2024-04-21T10:00:00+02:00')
    expect(period?.why).toContain('also nicht früher')
    expect(period?.why).not.toContain('von da an')
  })

  test('who does not count the broken hour learns how long that is', () => {
    const at = (received: string) =>
      counted({ eingangsbestaetigung_amt_fuer_veroeffentlichungen: received }).get(key)?.why
    expect(at('2024-04-18T10:15:00+02:00')).toContain('wartet bis Sa 20.04.2024, 11:00 Uhr')
    expect(at('2024-04-18T10:00:00+02:00')).not.toContain('angebrochene')
  })
})
