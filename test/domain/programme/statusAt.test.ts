import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { programmeOf } from '../../../src/domain/programme/programme.ts'
import { milestonesAt, nextMilestone, statusAt } from '../../../src/domain/programme/statusAt.ts'
import { pinneberg } from './pinneberg.ts'

const programme = pinneberg()
const region1 = programme.profile.regionen[0]!
const day = (iso: string) => Temporal.PlainDate.from(iso)
const at = (iso: string) => statusAt(programme, day(iso))

test('the programme is active until the day on which it was suspended', () => {
  expect(at('2024-04-22').programme).toEqual({ value: 'aktiv', event: null })
  expect(at('2024-12-02').programme.value).toBe('aktiv')
  const suspended = at('2024-12-03').programme
  expect(suspended.value).toBe('ausgesetzt')
  expect(suspended.event?.quelle).toBe('NDR, 04.12.2024')
  expect(at('2026-11-20').programme.value).toBe('ausgesetzt')
})

test('the court case begins, ends and is absent before', () => {
  expect(at('2024-06-03').litigation).toBeNull()
  expect(at('2024-06-04').litigation?.value).toBe('laufend')
  expect(at('2024-09-03').litigation?.value).toBe('beendet')
})

test('an event known by its month counts from the last day of that month', () => {
  expect(at('2022-12-30').history).toHaveLength(0)
  expect(at('2022-12-31').history.map(each => each.datum)).toEqual(['2022-12'])
})

test('only events after the document are news to it', () => {
  expect(at('2024-04-22').news).toEqual([])
  expect(at('2024-06-04').news.map(each => each.datum)).toEqual(['2024-06-04'])
})

test('events may stand in the file in any order', () => {
  const turned = programmeOf({
    ...programme.profile,
    ereignisse: [...programme.profile.ereignisse].reverse(),
  })
  expect(statusAt(turned, day('2025-01-01')).programme.value).toBe('ausgesetzt')
  expect(statusAt(turned, day('2025-01-01')).litigation?.value).toBe('beendet')
})

test('the phase of the tender follows a later event, not an earlier one', () => {
  const event = (datum: string, vergabe_phase: 'tnw' | 'aufgehoben') => ({
    datum,
    titel: 'x',
    wirkung: { vergabe_phase },
    quelle: 'q',
  })
  const changed = programmeOf({
    ...programme.profile,
    ereignisse: [event('2024-01-05', 'aufgehoben'), event('2024-04-10', 'tnw')],
  })
  expect(statusAt(changed, day('2024-04-09')).phase.value).toBe('vorbereitung')
  expect(statusAt(changed, day('2024-04-10')).phase.value).toBe('tnw')
})

/** "M3 geplant" for each milestone of region 1 on a day. */
const states = (iso: string) =>
  milestonesAt(programme, day(iso), region1).map(each => `${each.milestone.id} ${each.state}`)
const next = (iso: string) => nextMilestone(milestonesAt(programme, day(iso), region1), day(iso))?.id ?? null

test('a milestone whose time has passed without news is open, not done', () => {
  expect(states('2024-04-30')).toContain('M3 geplant')
  expect(states('2024-05-01')).toContain('M3 open')
})

test('a suspended programme suspends what is not done; the school year goes on', () => {
  expect(states('2025-01-01')).toEqual(
    expect.arrayContaining(['M2 erledigt', 'M3 ausgesetzt', 'M5 ausgesetzt', 'M6 fest']),
  )
  expect(next('2025-01-01')).toBeNull()
})

test('the next milestone is the one that ends first and is not over', () => {
  expect(next('2024-04-22')).toBe('M3')
  expect(next('2024-05-01')).toBe('M10')
  expect(next('2024-08-02')).toBe('M4')
})

test('milestones of the other regions are not those of this one', () => {
  expect(milestonesAt(programme, day('2024-04-22'), region1).map(each => each.milestone.id)).not.toContain(
    'M7',
  )
  expect(milestonesAt(programme, day('2024-04-22')).map(each => each.milestone.id)).toContain('M7')
})
