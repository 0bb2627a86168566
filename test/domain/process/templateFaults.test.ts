import { expect, test } from 'vitest'
import { templateFaults } from '../../../src/domain/process/template/templateFaults.ts'
import { step, template } from './processes.ts'

const known = {
  roles: new Set(['schulamt']),
  regions: new Set(['region-1']),
  templates: new Map([
    ['probe', new Set(['a', 'b'])],
    ['kooperation', new Set(['K9'])],
  ]),
}
const faults = (...written: object[]) =>
  templateFaults(written.map(template), known).map(({ path, sentence }) => `${path.join('.')}: ${sentence}`)

test.each([
  [[step('a', { nach: ['b'] })], '0.schritte.0.nach.0: Den Schritt „b“ gibt es in diesem Ablauf nicht.'],
  [[step('a'), step('a')], '0.schritte.1.id: Der Schritt „a“ steht schon weiter oben.'],
  [[step('a', { wer: 'schulmat' })], '0.schritte.0.wer: „schulmat“ steht nicht unter beteiligte.'],
  [[step('a', { regionen: ['region-9'] })], '0.schritte.0.regionen.0: Die Region „region-9“ gibt es nicht.'],
  [
    [step('a', { termin: { nach: 'ostern', tage: 3 } })],
    '0.schritte.0.termin: „ostern“ ist weder ein Schritt dieses Ablaufs noch beginn, schuljahresbeginn, erster_schultag, sommerferien, schuljahresende.',
  ],
  [
    [step('a', { tor: { braucht: 'vertrag:K9', wirkung: 'sperren' } })],
    '0.schritte.0.tor.braucht: Den Ablauf „vertrag“ gibt es nicht.',
  ],
  [
    [step('a', { nach: ['b'] }), step('b', { termin: { nach: 'a', tage: 1 } })],
    '0.schritte: Diese Schritte warten im Kreis aufeinander: a → b → a.',
  ],
])('%j', (schritte, sentence) => {
  expect(faults({ schritte })).toContain(sentence)
})

test('a gate that waits for a step which no Ablauf has is named', () => {
  expect(
    faults({ schritte: [step('a', { tor: { braucht: 'kooperation:K99', wirkung: 'sperren' } })] })[0],
  ).toContain('K99')
})

test('a template that holds together has none', () => {
  expect(faults({ schritte: [step('a', { wer: 'schulamt' }), step('b', { nach: ['a'] })] })).toEqual([])
})

test('a cycle without its length, and one that repeats after a step that is not there, are named', () => {
  expect(faults({ beginnt: 'zyklus', schritte: [step('a')] })[0]).toContain(
    'Zu „zyklus“ gehört unter wiederholung',
  )
  expect(faults({ wiederholung: { nach: 'z' }, schritte: [step('a')] })[0]).toContain(
    'Den Schritt „z“ gibt es',
  )
})
