import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { previewOf } from '../../../src/domain/process/previewOf.ts'
import type { ProcessChange } from '../../../src/domain/process/process.ts'
import { linkFaults } from '../../../src/domain/process/template/linkFaults.ts'
import { linkablePhases } from '../../../src/domain/process/template/links.ts'
import { readPhases } from '../../../src/domain/tender/procedurePhases.ts'
import { instance, plans, step, template } from './processes.ts'

const contract = template({ id: 'vertrag', schritte: [step('K8'), step('K9'), step('K10')] })
const notice = { art: 'vergabe', je: 'verfahren', schritte: [step('bekanntmachung')] }
const procedures = [template({ id: 'vergabe-a', ...notice }), template({ id: 'vergabe-b', ...notice })]
const milestones = template({
  id: 'ziele',
  schritte: [
    step('M3', { erledigt_mit: 'vergabe:bekanntmachung', termin: { am: '2024-04', voraussichtlich: true } }),
    step('M8', { erledigt_mit: ['vertrag:K8', 'vertrag:K9'], nach: ['M3'] }),
    step('M9', { erledigt_mit: 'ziele:M8' }),
  ],
})
const done = (id: string, on: string): ProcessChange => ({ kind: 'done', step: id, on })

/** The milestones after these changes to the contract, the procedures begun so far, and themselves. */
function after(
  changes: readonly ProcessChange[],
  begun: readonly (readonly ProcessChange[])[] = [],
  own: readonly ProcessChange[] = [],
) {
  const all = plans(
    [contract, ...procedures, milestones],
    [
      { instance: instance({ id: 1, template: 'vertrag' }), changes },
      { instance: instance({ id: 2, template: 'ziele' }), changes: own },
      ...begun.map((each, i) => ({
        instance: instance({
          id: 3 + i,
          template: procedures[i]!.id,
          subject: { kind: 'verfahren', name: '' },
          cycle: String(i + 1),
        }),
        changes: each,
      })),
    ],
  )
  const steps = all.find(each => each.template.id === 'ziele')!.steps
  return {
    all,
    of: (id: string) => {
      const { state, doneOn, doneWith } = steps.find(each => each.id === id)!
      return [state, doneOn?.toString() ?? null, doneWith]
    },
  }
}

test('what is linked to several steps is done with the last of them, and what is linked to it as well', () => {
  expect(after([done('K8', '2024-04-20')]).of('M8')).toEqual(['offen', null, null])
  const both = after([done('K9', '2024-04-18'), done('K8', '2024-04-20')])
  expect(both.of('M8')).toEqual(['erledigt', '2024-04-20', 'Schritt K8“ und „Schritt K9'])
  expect(both.of('M9').slice(0, 2)).toEqual(['erledigt', '2024-04-20'])
})

test('it is open again when that step is opened again', () => {
  const changes = [done('K8', '2024-04-18'), done('K9', '2024-04-20')]
  expect(after([...changes, { kind: 'reopened', step: 'K9' }]).of('M8')).toEqual(['offen', null, null])
})

test('what a person said of the step itself holds', () => {
  const linked = [done('K8', '2024-04-20'), done('K9', '2024-04-20')]
  expect(after(linked, [], [done('M8', '2024-04-03')]).of('M8')).toEqual(['erledigt', '2024-04-03', null])
  expect(after(linked, [], [{ kind: 'dropped', step: 'M8' }]).of('M8')).toEqual(['entfallen', null, null])
})

test('the procedure that was begun last decides, of whatever kind it is', () => {
  const made = [done('bekanntmachung', '2024-04-15')]
  expect(after([], [made]).of('M3')).toEqual(['erledigt', '2024-04-15', 'Schritt bekanntmachung'])
  expect(after([], [made, []]).of('M3')).toEqual(['offen', null, null])
})

test('that something was done along is no move of its date', () => {
  const [before, then] = [after([], [[]]).all, after([], [[done('bekanntmachung', '2024-04-15')]]).all]
  expect(previewOf(before, then).moved.map(({ step }) => step.id)).toEqual(['bekanntmachung'])
})

const known = { templates: new Map([['vertrag', new Set(['K9'])]]), tenders: true }
const fault = (erledigt_mit: string | string[], more: object = {}) =>
  linkFaults([{ template: 'ziele', steps: [{ id: 'M1', erledigt_mit }], path: ['meilensteine'] }], {
    ...known,
    ...more,
  }).map(({ path, sentence }) => `${path.join('.')}: ${sentence}`)

test.each([
  ['vertrag:K99', {}, 'Den Schritt „K99“ hat der Ablauf „vertrag“ nicht'],
  [['vertrag:K9', 'vertarg:K9'], {}, 'Den Ablauf „vertarg“ gibt es nicht'],
  ['vergabe:auskunft', {}, 'Die Phase „auskunft“ gibt es hier nicht'],
  ['vergabe:bekanntmachung', { tenders: false }, 'setzt eine Ausschreibung voraus'],
  [
    'ziele:M1',
    { templates: new Map([['ziele', new Set(['M1'])]]) },
    'im Kreis miteinander erledigt: ziele:M1 → ziele:M1',
  ],
] as const)('a link to %j is refused when the profile is read', (link, more, sentence) => {
  const found = fault(typeof link === 'string' ? link : [...link], more)
  expect(found.join('\n')).toContain(`meilensteine.0.erledigt_mit: `)
  expect(found.join('\n')).toContain(sentence)
})

test('a link to a step that is there is none', () => {
  expect(fault(['vertrag:K9', 'vergabe:zuschlag'])).toEqual([])
})

test('what may be linked are the phases of the file, without those that tell of a company', () => {
  const path = 'profiles/procedures/phasen.yaml'
  const read = readPhases(readFileSync(path, 'utf8'), path)
  const ids = 'data' in read ? new Set(read.data.phasen.map(each => each.id)) : null
  expect([...linkablePhases, 'auskunft', 'nachpruefung'].sort()).toEqual([...(ids ?? [])].sort())
})
