import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type ComparedFigures, type LedgerFigures, ledgerLine } from '../../src/texts/ledgerLine.ts'

const now = Temporal.Instant.from('2026-11-21T09:00:00+01:00')
const all: LedgerFigures = { arrived: 412, quarantined: 0, waiting: 0, waitingSince: null }
const equal: ComparedFigures = {
  mailboxes: 1,
  at: Temporal.Instant.from('2026-11-21T02:40:00+01:00'),
  missing: 0,
}
const line = (figures: Partial<LedgerFigures> = {}, compared: Partial<ComparedFigures> = {}) =>
  ledgerLine({ ...all, ...figures }, { ...equal, ...compared }, now)

describe('the line of the ledger', () => {
  test('says what arrived, what became of it, and that the mailbox holds nothing else', () => {
    expect(line()).toBe(
      '412 Briefe angekommen, 412 nachgewiesen, davon 0 in Quarantäne; zuletzt mit dem Postfach verglichen am 21.11., 02:40 Uhr: keine Abweichung.',
    )
  })

  test('counts one letter as one', () => {
    expect(line({ arrived: 1, quarantined: 1 })).toMatch(
      /^1 Brief angekommen, 1 nachgewiesen, davon 1 in Quarantäne;/,
    )
  })

  test('does not count as proven what is still being handled, and says since when', () => {
    const waitingSince = now.subtract({ minutes: 150 })
    expect(line({ waiting: 3, waitingSince })).toMatch(
      /^412 Briefe angekommen, 409 nachgewiesen, davon 0 in Quarantäne, 3 noch in Arbeit \(der älteste seit 2 Stunden\);/,
    )
    expect(line({ waiting: 1, waitingSince: now })).toContain(
      '1 noch in Arbeit (seit weniger als einer Minute)',
    )
  })

  test('says how many letters were missing', () => {
    expect(line({}, { missing: 1 })).toMatch(/02:40 Uhr: 1 Brief fehlte hier\.$/)
    expect(line({}, { missing: 3, mailboxes: 2 })).toMatch(
      /mit den 2 Postfächern verglichen am .*: 3 Briefe fehlten hier\.$/,
    )
  })

  test('says that a comparison is overdue, and when there was none', () => {
    const at = now.subtract({ hours: 37 })
    expect(line({}, { at })).toMatch(/keine Abweichung \(der nächste Vergleich ist überfällig\)\.$/)
    expect(line({}, { at: null })).toMatch(/; mit dem Postfach noch nicht verglichen\.$/)
    expect(line({}, { at: null, mailboxes: 2 })).toMatch(
      /; mit den 2 Postfächern noch nicht vollständig verglichen\.$/,
    )
  })

  test('names the year of another year, and says nothing of mailboxes where none is watched', () => {
    const at = Temporal.Instant.from('2025-12-31T02:40:00+01:00')
    expect(line({}, { at })).toContain('verglichen am 31.12.2025, 02:40 Uhr')
    expect(line({}, { mailboxes: 0, at: null })).toBe(
      '412 Briefe angekommen, 412 nachgewiesen, davon 0 in Quarantäne.',
    )
  })
})
