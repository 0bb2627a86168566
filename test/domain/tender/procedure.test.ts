import { expect, test } from 'vitest'
import { isBlocked } from '../../../src/domain/process/gates.ts'
import type { ProcessChange } from '../../../src/domain/process/process.ts'
import { tenderStateOf } from '../../../src/domain/tender/tenderState.ts'
import { dated, procedureAfter, step } from './tenderWorld.ts'

const notice: ProcessChange = { kind: 'done', step: 'bekanntmachung', on: '2024-04-15' }

test('a notice of 15.04.2024 dates the phases as counted by hand', () => {
  const process = procedureAfter({
    facts: { elektronische_angebote: true },
    changes: [
      notice,
      { kind: 'done', step: 'aufforderung', on: '2024-06-05' },
      { kind: 'moved', step: 'angebote', to: '2024-07-08', tentative: false },
      { kind: 'fact', name: 'versandweg', value: 'elektronisch' },
      { kind: 'done', step: 'information', on: '2024-09-05' },
      { kind: 'done', step: 'zuschlag', on: '2024-09-17' },
    ],
  })
  expect(process.faults).toEqual([])
  // 15.04. + 30 days: Wednesday.
  expect(dated(process, 'teilnahmefrist')).toBe('2024-05-15')
  // Monday 08.07. with six full days before it.
  expect(dated(process, 'bieterfragen')).toBe('2024-07-01')
  // Thursday 05.09. + 10 days is Sunday 15.09.; carefully counted it runs through Monday.
  expect(dated(process, 'wartefrist')).toBe('2024-09-17')
  expect(dated(process, 'vergabebekanntmachung')).toBe('2024-10-17')
  expect(dated(process, 'aufbewahrung')).toBe('2027-09-17')
})

test.each([
  [{ elektronische_angebote: true }, '2024-07-01'],
  [{ elektronische_angebote: false }, '2024-07-05'],
  // What nobody said shortens nothing.
  [{}, '2024-07-05'],
  [{ dringlich_begruendet: true }, '2024-06-17'],
  [{ elektronische_angebote: true, einvernehmliche_frist_tage: 14 }, '2024-06-19'],
])('an invitation of 05.06.2024 with %o lets first tenders end on %s at the earliest', (facts, end) => {
  const process = procedureAfter({
    facts,
    changes: [notice, { kind: 'done', step: 'aufforderung', on: '2024-06-05' }],
  })
  expect(dated(process, 'angebote')).toBe(end)
})

test('the agreement warns before the invitation and locks the award until it is signed', () => {
  const open = procedureAfter({ changes: [notice] })
  expect(step(open, 'bekanntmachung').gate).toBeNull()
  expect(step(open, 'aufforderung').gate).toMatchObject({ needs: 'kooperation:K9', effect: 'warnen' })
  expect(isBlocked(step(open, 'aufforderung'))).toBe(false)
  expect(isBlocked(step(open, 'zuschlag'))).toBe(true)
  const signed = procedureAfter({ changes: [notice], signed: true })
  expect(isBlocked(step(signed, 'zuschlag'))).toBe(false)
})

test('a review locks the award anew, and whoever unlocked the agreement has not unlocked that', () => {
  const unlocked: ProcessChange = { kind: 'unlocked', step: 'zuschlag' }
  const review: ProcessChange = { kind: 'fact', name: 'nachpruefungsantrag_eingegangen', value: '2024-09-06' }
  const gate = (changes: ProcessChange[]) => step(procedureAfter({ changes }), 'zuschlag').gate
  expect(gate([unlocked])).toMatchObject({ needs: 'kooperation:K9', unlocked: true })
  expect(gate([unlocked, review])).toEqual({
    needs: 'vergabe-verhandlungsverfahren_mit_tnw:nachpruefung',
    effect: 'sperren',
    unlocked: false,
  })
  expect(gate([unlocked, review, unlocked])).toMatchObject({ needs: 'kooperation:K9', unlocked: true })
  // Unlocked while the review was open: the agreement is not.
  expect(gate([review, unlocked])).toMatchObject({ needs: 'kooperation:K9', unlocked: false })
  expect(gate([review, { kind: 'done', step: 'nachpruefung', on: '2024-10-01' }])).toMatchObject({
    needs: 'kooperation:K9',
  })
  // Entered by mistake and taken back.
  expect(gate([review, { ...review, value: null }])).toMatchObject({ needs: 'kooperation:K9' })
})

test('an open procedure has no call for competition, and its tender period is public', () => {
  const process = procedureAfter({
    procedure: 'offenes_verfahren',
    facts: { elektronische_angebote: true },
    changes: [notice],
  })
  const state = tenderStateOf([process])
  expect(state).toMatchObject({
    phase: 'angebotsphase',
    next: { title: 'Ende der Angebotsfrist', earliest: true },
  })
  expect(state?.since?.toString()).toBe('2024-04-15')
})

test('the end of first tenders and a review are no public dates', () => {
  const process = procedureAfter({
    changes: [
      notice,
      { kind: 'done', step: 'teilnahmefrist', on: '2024-05-15' },
      { kind: 'done', step: 'aufforderung', on: '2024-06-05' },
      { kind: 'fact', name: 'nachpruefungsantrag_eingegangen', value: '2024-06-10' },
    ],
  })
  expect(tenderStateOf([process])).toMatchObject({ phase: 'angebotsphase', next: null })
})

test('facts that contradict each other date nothing and are named', () => {
  const process = procedureAfter({
    changes: [notice, { kind: 'done', step: 'zuschlag', on: '2024-04-01' }],
  })
  expect(process.faults).toEqual([expect.stringContaining('liegt vor')])
  expect(dated(process, 'teilnahmefrist')).toBeNull()
})

test('below the thresholds a review board and a standstill are unknown', () => {
  const process = procedureAfter({
    procedure: 'verhandlungsvergabe_mit_tnw',
    facts: { regime: 'UVgO' },
    changes: [notice, { kind: 'fact', name: 'nachpruefungsantrag_eingegangen', value: '2024-06-10' }],
    signed: true,
  })
  expect(process.faults).toEqual([])
  expect(process.steps.map(each => each.id)).not.toContain('nachpruefung')
  expect(step(process, 'zuschlag').gate).toBeNull()
})
