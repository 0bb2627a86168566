import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { ProcessChange, ProcessInstance } from '../../../src/domain/process/process.ts'
import type { ProcessTemplate } from '../../../src/domain/process/template/template.ts'
import { cyclesAround, instanceKey, wantedInstances } from '../../../src/domain/process/wantedInstances.ts'
import { day, instance, plans, step, template } from './processes.ts'

const regions = ['mitte', 'pankow'].map(name => ({ kind: 'region' as const, name }))
const around = (today = '2024-04-22') => ({ today: day(today), stand: day('2024-03-22') })

function wanted(
  templates: readonly ProcessTemplate[],
  existing: readonly { instance: ProcessInstance; changes?: readonly ProcessChange[] }[] = [],
  today?: string,
) {
  const subjects = (kind: string) => (kind === 'region' ? regions : [{ kind: 'programm' as const, name: '' }])
  return wantedInstances(templates, subjects, plans(templates, existing), around(today)).map(each =>
    `${each.template} ${each.subject.name} ${each.cycle} ${each.start}`.replace(/ +/g, ' '),
  )
}

describe('what should exist', () => {
  test('one for each subject, from the day of the document', () => {
    expect(wanted([template({ je: 'region', schritte: [step('a')] })])).toEqual([
      'probe mitte 2024-03-22',
      'probe pankow 2024-03-22',
    ])
  })

  test('nothing of itself on command, and nothing twice', () => {
    expect(wanted([template({ beginnt: 'auf_befehl', schritte: [step('a')] })])).toEqual([])
    expect(wanted([template({ schritte: [step('a')] })], [{ instance: instance() }])).toEqual([])
  })

  test.each([
    ['jahr', '2024-04-22', ['2024', '2025']],
    ['schuljahr', '2024-07-31', ['2023/24', '2024/25']],
    ['schuljahr', '2024-08-01', ['2024/25', '2025/26']],
    ['halbjahr', '2024-01-31', ['2023/24 1. Halbjahr', '2023/24 2. Halbjahr']],
    ['halbjahr', '2024-02-01', ['2023/24 2. Halbjahr', '2024/25 1. Halbjahr']],
    ['jahr', '2024-12-31', ['2024', '2025']],
  ] as const)('each %s on %s', (every, today, cycles) => {
    expect(cyclesAround(every, day(today)).map(each => each.cycle)).toEqual(cycles)
  })

  test('what begins with a step of another begins on the day on which that was done', () => {
    const templates = [
      template({ id: 'vertrag', name: 'Vertrag', schritte: [step('K9')] }),
      template({
        id: 'talk',
        name: 'Gespräch',
        beginnt: { mit: 'vertrag:K9' },
        wiederholung: { nach: 'G1' },
        schritte: [step('G1')],
      }),
    ]
    const contract = { instance: instance({ template: 'vertrag' }) }
    expect(wanted(templates, [contract])).toEqual([])
    const signed = { ...contract, changes: [{ kind: 'done', step: 'K9', on: '2024-04-20' } as const] }
    expect(wanted(templates, [signed])).toEqual(['talk 1 2024-04-20'])
    const first = { instance: instance({ id: 2, template: 'talk', cycle: '1' }) }
    expect(wanted(templates, [signed, first])).toEqual([])
    const held = { ...first, changes: [{ kind: 'done', step: 'G1', on: '2025-04-18' } as const] }
    expect(wanted(templates, [signed, held])).toEqual(['talk 2 2025-04-18'])
  })

  test('on any day of twenty years the cycle that lies around it, and the one after it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('jahr', 'halbjahr', 'schuljahr'),
        fc.integer({ min: 0, max: 7300 }),
        (every, n) => {
          const today = Temporal.PlainDate.from('2015-01-01').add({ days: n })
          const [now, next] = cyclesAround(every, today)
          expect(Temporal.PlainDate.compare(now!.start, today)).toBeLessThanOrEqual(0)
          expect(Temporal.PlainDate.compare(next!.start, today)).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('names that look alike are different Abläufe', () => {
    const key = (name: string, cycle: string) =>
      instanceKey({ template: 'a', subject: { kind: 'schule', name }, cycle })
    expect(key('x","y', '')).not.toBe(key('x', 'y'))
  })
})
