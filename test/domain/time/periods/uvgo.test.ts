import { expect, test } from 'vitest'
import { notesOn } from '../../../../src/domain/time/periods/periodsOf.ts'
import { readCase } from '../../../../src/domain/time/periods/readCase.ts'
import { counted, outcome, rules, typed } from './counted.ts'

const below = (procedure: string) => ({ regime: 'UVgO', procedure, land: 'NW' })

test.each([
  ['verhandlungsvergabe_mit_tnw', 'auftragsbekanntmachung_abgesendet', 'teilnahmefrist_min_ende'],
  ['verhandlungsvergabe_mit_tnw', 'aufforderung_erstangebot_abgesendet', 'erstangebotsfrist_min_ende'],
  ['verhandlungsvergabe_ohne_tnw', 'aufforderung_erstangebot_abgesendet', 'erstangebotsfrist_min_ende'],
  ['oeffentliche_ausschreibung', 'auftragsbekanntmachung_abgesendet', 'angebotsfrist_min_ende'],
  [
    'beschraenkte_ausschreibung_mit_teilnahmewettbewerb',
    'auftragsbekanntmachung_abgesendet',
    'teilnahmefrist_min_ende',
  ],
  [
    'beschraenkte_ausschreibung_ohne_teilnahmewettbewerb',
    'aufforderung_angebot_abgesendet',
    'angebotsfrist_min_ende',
  ],
  ['direktauftrag', 'aufforderung_angebot_abgesendet', 'angebotsfrist_min_ende'],
])('below the thresholds %s has no number (§ 13 UVgO)', (procedure, input, key) => {
  const period = counted({ [input]: '2024-04-19' }, below(procedure)).get(key)
  expect([outcome(period), period?.norm]).toEqual(['angemessen', '§ 13 Abs. 1 UVgO'])
})

test.each([
  [
    'verhandlungsverfahren_ohne_tnw',
    'aufforderung_erstangebot_abgesendet',
    'erstangebotsfrist_min_ende',
    'angemessen',
  ],
  [
    'wettbewerblicher_dialog',
    'auftragsbekanntmachung_abgesendet',
    'teilnahmefrist_min_ende',
    'nicht_unterstuetzt',
  ],
  [
    'innovationspartnerschaft',
    'auftragsbekanntmachung_abgesendet',
    'teilnahmefrist_min_ende',
    'nicht_unterstuetzt',
  ],
])('above them %s has none that is counted', (procedure, input, key, value) => {
  expect(outcome(counted({ [input]: '2024-04-19' }, { procedure }).get(key))).toBe(value)
})

test('reasons on request are due after 15 days by the BGB (§ 46, § 54 Abs. 2 UVgO)', () => {
  const period = counted({ antrag_eingegangen: '2024-05-15' }, below('direktauftrag')).get(
    'auskunft_auf_verlangen_spaetestens',
  )
  expect([outcome(period), period?.norm]).toEqual(['2024-05-31', '§ 46 Abs. 1 UVgO'])
  expect(period?.why).toContain('§ 193 BGB')
})

test('what the law above the thresholds asks for does not apply, and what leads nowhere is named', () => {
  const below134 = counted(
    { information_134_abgesendet: '2024-05-15', zuschlag_am: '2024-06-01' },
    below('direktauftrag'),
  )
  expect(outcome(below134.get('wartefrist_letzter_tag'))).toBe('entfaellt')
  expect(outcome(below134.get('vergabebekanntmachung_spaetestens'))).toBe('entfaellt')
  const read = readCase(typed({ verstoss_erkannt_am: '2024-05-15' }, below('direktauftrag')), rules)
  expect('case' in read && notesOn(read.case, rules, [])).toEqual([
    'Aus „verstoss_erkannt_am“ folgt im Verfahren direktauftrag (UVgO) keine Frist.',
  ])
})

test('a contract awarded without competition stays published for three months (§ 30 UVgO)', () => {
  const period = counted(
    { ex_post_veroeffentlicht: '2024-11-30' },
    below('verhandlungsvergabe_ohne_tnw'),
  ).get('ex_post_veroeffentlichung_bis_mindestens')
  expect(outcome(period)).toBe('2025-02-28')
})
