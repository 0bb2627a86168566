import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../../src/domain/process/fingerprint.ts'
import { openSince } from '../../../src/domain/process/openSince.ts'
import { previewOf } from '../../../src/domain/process/previewOf.ts'
import type { PlannedProcess, ProcessChange } from '../../../src/domain/process/process.ts'
import { day, instance, plan, plans, step, stepOf, template } from './processes.ts'

const wann = (process: PlannedProcess, id: string) => stepOf(process, id).when?.wann ?? null

describe('a date by rule', () => {
  test.each([
    [{ am: '2024-Q4', voraussichtlich: true }, '2024-Q4'],
    [{ nach: 'beginn', tage: 14 }, '2024-04-16'],
    [{ nach: 'beginn', arbeitstage: 3 }, '2024-04-05'],
    [{ nach: 'beginn', wochen: 2 }, '2024-04-16'],
    // 04.05.2024 is a Saturday.
    [{ nach: 'beginn', tage: 32 }, '2024-05-04'],
    [{ nach: 'beginn', tage: 32, rollt: true }, '2024-05-06'],
    [{ nach: 'beginn', jahre: 1 }, '2025-04-02'],
    [{ vor: 'sommerferien', monate: 3 }, '2024-04-22'],
    [{ wie: 'erster_schultag' }, '2024-09-02'],
    [{ wie: 'schuljahresbeginn' }, '2023-08-01'],
    [{ wie: 'schuljahresende' }, '2024-07-31'],
    [{ jaehrlich: '12-31' }, '2024-12-31'],
    [{ jaehrlich: '02-29', jahre_spaeter: 1 }, '2025-02-28'],
    [{ frist: 'frist' }, null],
  ])('%j', (termin, expected) => {
    expect(wann(plan({ schritte: [step('a', { termin })] }), 'a')).toBe(expected)
  })

  test('a month ends on its last day, when it has no such day (§ 188 Abs. 3 BGB)', () => {
    const [made] = plans(
      [template({ schritte: [step('a', { termin: { nach: 'beginn', monate: 1 } })] })],
      [{ instance: instance({ start: day('2024-01-31') }) }],
    )
    expect(wann(made!, 'a')).toBe('2024-02-29')
  })

  test('follows a step, as fuzzy as that is', () => {
    const written = {
      schritte: [
        step('a', { termin: { am: '2024-05', voraussichtlich: true } }),
        step('b', { termin: { nach: 'a', monate: 1 } }),
      ],
    }
    expect(stepOf(plan(written), 'b').when).toMatchObject({ wann: '2024-06', tentative: true })
    expect(wann(plan(written, [{ kind: 'done', step: 'a', on: '2024-05-15' }]), 'b')).toBe('2024-06-15')
  })

  test('by law appears with its event, and says why', () => {
    const written = { schritte: [step('a', { termin: { frist: 'frist' } })] }
    const known = plan(written, [{ kind: 'fact', name: 'abgesendet', value: '2024-04-15' }])
    expect(stepOf(known, 'a')).toMatchObject({
      legal: true,
      soft: false,
      norm: '§ 1 Probe',
      why: '30 Tage nach der Absendung.',
    })
    expect(wann(known, 'a')).toBe('2024-05-15')
  })
})

const chain = {
  schritte: [
    step('a', { termin: { am: '2024-05-02' } }),
    step('b', { nach: ['a'], termin: { nach: 'a', wochen: 2 } }),
    step('c', { nach: ['b'], termin: { nach: 'b', tage: 10 } }),
    step('d', { nach: ['c'], termin: { am: '2024-06-15' } }),
  ],
}

describe('a plan', () => {
  test('moves what depends on a step with it, and names what no longer fits', () => {
    const moved = plan(chain, [{ kind: 'moved', step: 'a', to: '2024-06-03', tentative: false }])
    expect(moved.steps.map(each => each.when?.wann)).toEqual([
      '2024-06-03',
      '2024-06-17',
      '2024-06-27',
      '2024-06-15',
    ])
    expect(stepOf(moved, 'd').conflicts).toEqual(['c'])
  })

  test('keeps the old date, the reason, the decision, who and when', () => {
    const moved = plan(chain, [{ kind: 'moved', step: 'a', to: '2024-06-03', tentative: false }])
    expect(stepOf(moved, 'a').moves).toMatchObject([
      {
        from: { wann: '2024-05-02' },
        to: { wann: '2024-06-03' },
        by: 'Koordination Jugendamt',
        at: '2024-04-22T07:00:00Z',
      },
    ])
  })

  test('back to its rule, everything is where it was', () => {
    const back = plan(chain, [
      { kind: 'moved', step: 'b', to: '2024-07-01', tentative: true },
      { kind: 'unset', step: 'b' },
    ])
    expect(back.steps.map(each => each.when)).toEqual(plan(chain).steps.map(each => each.when))
    expect(stepOf(back, 'b').moves).toHaveLength(2)
  })

  test('is over when nothing that must be done is left', () => {
    const done = (ids: string[]) =>
      ids.map((id): ProcessChange => ({ kind: 'done', step: id, on: '2024-04-20' }))
    expect(plan(chain, done(['a', 'b', 'c'])).over).toBe(false)
    expect(plan(chain, [...done(['a', 'b', 'c']), { kind: 'dropped', step: 'd' }]).over).toBe(true)
    expect(plan(chain, [{ kind: 'ended' }]).over).toBe(true)
  })

  test('knows since when somebody could have acted', () => {
    const made = plan(chain, [{ kind: 'done', step: 'a', on: '2024-04-19' }])
    expect(openSince(made, stepOf(made, 'b'))?.toString()).toBe('2024-04-19')
    expect(openSince(made, stepOf(made, 'c'))).toBeNull()
    expect(openSince(plan(chain), stepOf(plan(chain), 'a'))?.toString()).toBe('2024-04-02')
  })

  test('with a change to a step that the template lost is read on', () => {
    expect(
      plan(chain, [{ kind: 'done', step: 'gone', on: '2024-04-20' }]).steps.map(each => each.state),
    ).toEqual(Array(4).fill('offen'))
  })
})

describe('a gate', () => {
  const gated = (wirkung: string) => [
    template({ id: 'vertrag', name: 'Vertrag', schritte: [step('K9')] }),
    template({
      id: 'vergabe',
      name: 'Vergabe',
      schritte: [step('zuschlag', { tor: { braucht: 'vertrag:K9', wirkung } })],
    }),
  ]
  const made = (wirkung: string, contract: ProcessChange[] = [], tender: ProcessChange[] = []) =>
    stepOf(
      plans(gated(wirkung), [
        { instance: instance({ id: 1, template: 'vertrag' }), changes: contract },
        { instance: instance({ id: 2, template: 'vergabe' }), changes: tender },
      ])[1]!,
      'zuschlag',
    ).gate

  test('holds until what it needs is done, or a person unlocks it', () => {
    expect(made('sperren')).toEqual({ needs: 'vertrag:K9', effect: 'sperren', unlocked: false })
    expect(made('sperren', [], [{ kind: 'unlocked', step: 'zuschlag' }])).toMatchObject({ unlocked: true })
    expect(made('sperren', [{ kind: 'done', step: 'K9', on: '2024-04-20' }])).toBeNull()
    expect(made('warnen')).toMatchObject({ effect: 'warnen' })
    expect(made('frei')).toBeNull()
  })

  test('closes again when what it needs is opened again', () => {
    expect(
      made('sperren', [
        { kind: 'done', step: 'K9', on: '2024-04-20' },
        { kind: 'reopened', step: 'K9' },
      ]),
    ).not.toBeNull()
  })
})

const someDay = fc
  .integer({ min: 0, max: 500 })
  .map(n => Temporal.PlainDate.from('2024-01-01').add({ days: n }).toString())
const id = fc.constantFrom('a', 'b', 'c', 'd')
const change: fc.Arbitrary<ProcessChange> = fc.oneof(
  fc.record({
    kind: fc.constant('moved' as const),
    step: id,
    to: fc.option(someDay, { nil: null }),
    tentative: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('done' as const), step: id, on: someDay }),
  fc.record({ kind: fc.constant('reopened' as const), step: id }),
  fc.record({ kind: fc.constant('unset' as const), step: id }),
  fc.record({ kind: fc.constant('dropped' as const), step: id }),
  fc.record({ kind: fc.constant('unlocked' as const), step: id }),
  fc.record({ kind: fc.constant('snoozed' as const), step: id, until: someDay }),
)
const history = fc.array(change, { maxLength: 12 })

describe('whatever people do', () => {
  test('the same history gives the same plan', () => {
    fc.assert(
      fc.property(history, changes => {
        expect(JSON.stringify(plan(chain, changes))).toBe(JSON.stringify(plan(chain, changes)))
      }),
    )
  })

  test('a preview shows exactly the dates that the change then moves', () => {
    fc.assert(
      fc.property(history, change, (changes, next) => {
        const before = plan(chain, changes)
        const after = plan(chain, [...changes, next])
        const shown = new Map(previewOf([before], [after]).moved.map(each => [each.step.id, each]))
        for (const { id: each, when } of after.steps) {
          const from = stepOf(before, each).when
          const same = from?.wann === when?.wann && from?.tentative === when?.tentative
          expect(shown.has(each)).toBe(!same)
          if (!same) expect(shown.get(each)).toMatchObject({ from, to: when })
        }
      }),
    )
  })

  test('a move and back to the rule leaves every date where it was by rule', () => {
    fc.assert(
      fc.property(id, someDay, (moved, to) => {
        const back = plan(chain, [
          { kind: 'moved', step: moved, to, tentative: false },
          { kind: 'unset', step: moved },
        ])
        expect(back.steps.map(each => each.when?.wann)).toEqual(
          plan(chain).steps.map(each => each.when?.wann),
        )
      }),
    )
  })

  test('a date by rule lies never before what it is counted from', () => {
    fc.assert(
      fc.property(history, changes => {
        const made = plan(chain, changes)
        for (const [from, to] of [
          ['a', 'b'],
          ['b', 'c'],
        ] as const) {
          const [first, second] = [stepOf(made, from), stepOf(made, to)]
          const byRule = second.why !== ''
          if (byRule && first.when && second.when)
            expect(Temporal.PlainDate.compare(first.when.first, second.when.first)).toBeLessThan(0)
        }
      }),
    )
  })

  test('done is done on its day, open is open, and what waits names what it waits for', () => {
    fc.assert(
      fc.property(history, changes => {
        for (const each of plan(chain, changes).steps) {
          expect(each.doneOn !== null).toBe(each.state === 'erledigt')
          if (each.doneOn) expect(each.when?.first.equals(each.doneOn)).toBe(true)
        }
      }),
    )
  })

  test('the fingerprint of a preview is the same for the same, and another for another', () => {
    fc.assert(
      fc.property(history, someDay, someDay, (changes, one, two) => {
        const print = (to: string) => {
          const move: ProcessChange = { kind: 'moved', step: 'a', to, tentative: false }
          return fingerprintOf(1, move, previewOf([plan(chain, changes)], [plan(chain, [...changes, move])]))
        }
        expect(print(one)).toBe(print(one))
        if (one !== two) expect(print(one)).not.toBe(print(two))
      }),
    )
  })
})
