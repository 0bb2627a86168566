import type { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, ProcessChange } from '../process/process.ts'
import { isSettled } from '../process/stepsNamed.ts'

/** Goes on after it: companies may ask for reasons or for a review, and the file is kept. */
const goesOn = new Set(['auskunft', 'nachpruefung', 'aufbewahrung'])

/**
 * What becomes of a procedure that is given up after its publication (§ 63 VgV): what is open is dropped, and the reasons are owed to
 * all companies at once, which is a task of its own (§ 62 Abs. 1 Satz 2, § 63 Abs. 2 VgV; § 46 UVgO).
 */
export function givenUp(process: PlannedProcess, today: Temporal.PlainDate): ProcessChange[] {
  const role = process.steps.find(each => each.id === 'zuschlag')?.role ?? null
  return [
    { kind: 'fact', name: 'phase_gesetzt', value: 'aufgehoben' },
    ...process.steps
      .filter(each => !isSettled(each) && !goesOn.has(each.id))
      .map(({ id }): ProcessChange => ({ kind: 'dropped', step: id })),
    {
      kind: 'added',
      step: 'aufhebung',
      title: 'Gründe der Aufhebung allen Unternehmen mitteilen (§ 62 Abs. 1, § 63 Abs. 2 VgV)',
      when: today.toString(),
      tentative: false,
      role,
      soft: false,
      // These words are ours: they may be read where typed ones may not.
      fields: { wortlaut: 'fest' },
    },
  ]
}
