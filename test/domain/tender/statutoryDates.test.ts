import { expect, test } from 'vitest'
import { byValue } from '../../../src/domain/tender/regimeByValue.ts'
import { statutoryDates } from '../../../src/domain/tender/statutoryDates.ts'
import { whyNoSuchProcedure } from '../../../src/domain/tender/whyNoSuchProcedure.ts'
import { day, law, parts } from './tenderWorld.ts'

const facts = {
  verfahren: 'verhandlungsverfahren_mit_tnw',
  regime: 'EU_VgV_sozial',
  auftragsbekanntmachung_abgesendet: '2024-04-15',
}

test('the same facts are counted once, in whatever order they come', () => {
  const statutory = statutoryDates(law.land, law.rules)
  const first = statutory(facts)
  expect(statutory(Object.fromEntries(Object.entries(facts).reverse()))).toBe(first)
  expect(
    statutory({ ...facts, phase: 'tnw' })
      .dates.get('teilnahmefrist_min_ende')
      ?.day.toString(),
  ).toBe('2024-05-15')
})

test('an Ablauf that is no procedure costs nothing and has no dates', () => {
  const statutory = statutoryDates(law.land, law.rules)
  expect(statutory({ schulform: 'Grundschule' })).toBe(statutory({}))
})

test.each([
  [{ ...facts, verfahren: 'verhandlungsverfaren' }, 'kenne ich nicht'],
  [{ ...facts, regime: 'EU' }, 'Regime'],
  [{ ...facts, auftragsbekanntmachung_abgesendet: '2024-02-30' }, 'Den 30.02.2024 gibt es nicht'],
  [{ ...facts, regime: 'UVgO' }, 'gibt es im Regime UVgO nicht'],
])('facts that cannot be are one German sentence: %o', (wrong, sentence) => {
  expect(statutoryDates(law.land, law.rules)(wrong).faults).toEqual([expect.stringContaining(sentence)])
})

test.each([
  [750_000, '2024-04-15', true, true, true],
  [749_999, '2024-04-15', true, false, false],
  [221_000, '2025-12-31', false, true, true],
  [216_000, '2025-12-31', false, false, false],
  [216_000, '2026-01-01', false, true, true],
])('%i Euro on %s, social %s: threshold reached %s', (euros, on, social, reached, fits) => {
  const by = byValue(euros, day(on), { procedure: 'offenes_verfahren', social }, parts.law!.thresholds)
  expect(by).toMatchObject({ reached, fits })
})

test('before the first threshold of the table nothing is said', () => {
  expect(
    byValue(1, day('2023-12-31'), { procedure: 'offenes_verfahren', social: true }, parts.law!.thresholds),
  ).toBeNull()
})

test.each([
  [null, false],
  ['eilig', false],
  ['§ 14 Abs. 4 VgV', false],
  ['§ 14 Abs. 4 Nr. 3 VgV, äußerste Dringlichkeit', true],
  ['Nr.1: keine geeigneten Angebote', true],
])('negotiations without competition for the reason %j: %s', (reason, allowed) => {
  expect(whyNoSuchProcedure('verhandlungsverfahren_ohne_tnw', reason) === null).toBe(allowed)
})
