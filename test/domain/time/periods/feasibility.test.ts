import { describe, expect, test } from 'vitest'
import { feasibilityPlan, thresholdTable } from '../../../../src/build/ruleSets.ts'
import { type FeasibilityQuestion, feasibilityOf } from '../../../../src/domain/time/periods/feasibility.ts'
import { readFeasibilityPlan } from '../../../../src/domain/time/periods/feasibilityPlan.ts'
import { readThresholds, thresholdOn } from '../../../../src/domain/time/periods/thresholds.ts'
import { calendarOf } from '../../../../src/domain/time/periods/workCalendar.ts'
import { day } from './counted.ts'

const plan = feasibilityPlan()

function feasible(question: Partial<FeasibilityQuestion>) {
  return feasibilityOf(
    {
      start: day('2025-08-01'),
      today: day('2024-04-22'),
      procedure: 'verhandlungsverfahren_mit_tnw',
      electronic: true,
      meetings: [],
      ...question,
    },
    plan,
    calendarOf('SH'),
  )
}

describe('counting back from a start', () => {
  test('on 01.08.2025 the notice must leave by 23.10.2024', () => {
    const { noticeBy, buffer, firstBreak, blocks } = feasible({})
    expect(noticeBy.toString()).toBe('2024-10-23')
    expect([buffer, firstBreak]).toEqual([184, null])
    expect(blocks.map(each => `${each.id} ${each.latestBegin} ${each.latestEnd}`)).toEqual([
      'teilnahmefrist 2024-10-23 2024-11-22',
      'eignung 2024-11-22 2024-12-13',
      'erstangebote 2024-12-13 2025-01-07',
      'verhandlung 2025-01-07 2025-02-18',
      'endgueltige_angebote 2025-02-18 2025-03-04',
      'wertung 2025-03-04 2025-03-25',
      'gremium 2025-03-25 2025-04-22',
      'wartefrist 2025-04-22 2025-05-03',
      'vorbereitung 2025-05-03 2025-08-01',
    ])
  })

  test('begun too late, the first block that breaks is named', () => {
    const late = feasible({ today: day('2025-01-10') })
    expect([late.buffer, late.firstBreak?.id, late.firstBreak?.buffer]).toEqual([-79, 'verhandlung', -3])
    expect(feasible({ today: day('2024-10-23') }).firstBreak).toBeNull()
    expect(feasible({ today: day('2024-10-24') }).firstBreak?.id).toBe('teilnahmefrist')
  })

  test('letters, a missing body and blocks that are done change the sum', () => {
    expect(feasible({ electronic: false }).noticeBy.toString()).toBe('2024-10-13')
    expect(feasible({ meetings: null }).noticeBy.toString()).toBe('2024-11-20')
    expect(feasible({ done: ['teilnahmefrist', 'eignung'] }).noticeBy.toString()).toBe('2024-12-13')
    expect(feasible({ procedure: 'offenes_verfahren' }).blocks.map(each => each.id)).toEqual([
      'angebotsfrist',
      'wertung',
      'gremium',
      'wartefrist',
      'vorbereitung',
    ])
  })

  test('a body that meets rarely pulls everything before it', () => {
    const { noticeBy, warnings } = feasible({ meetings: [day('2025-04-10'), day('2025-05-15')] })
    expect(noticeBy.toString()).toBe('2024-10-11')
    expect(warnings.join()).not.toContain('Sitzungskalender')
    expect(feasible({ meetings: [day('2025-05-15')] }).warnings.join()).toContain(
      'keine Sitzung bis Di 22.04.2025',
    )
  })

  test('negotiation in summer and a standstill that ends on a day off are warned of', () => {
    expect(feasible({}).warnings).toEqual([
      '„Information nach § 134 GWB und Wartefrist“ endet auf keinem Arbeitstag, Sa 03.05.2025 (Samstag) und So 04.05.2025 (Sonntag); vorsichtig gerechnet erst am Mo 05.05.2025, so viel weniger Zeit bleibt danach.',
    ])
    const summer = feasible({ start: day('2026-02-02') }).warnings.join()
    expect(summer).toContain(
      '„Öffnung, Wertung, Verhandlungsrunden“ läge vom Fr 11.07.2025 bis Fr 22.08.2025, teils im Juli und August',
    )
  })
})

describe('thresholds (§ 106 GWB)', () => {
  test('are those of the day of dispatch', () => {
    const on = (iso: string, kind: 'dienstleistung_kommunal' | 'soziale_dienstleistung') =>
      thresholdOn(day(iso), kind, thresholdTable())?.euros
    expect(on('2025-12-31', 'dienstleistung_kommunal')).toBe(221_000)
    expect(on('2026-01-01', 'dienstleistung_kommunal')).toBe(216_000)
    expect(on('2026-01-01', 'soziale_dienstleistung')).toBe(750_000)
    expect(on('2023-12-31', 'dienstleistung_kommunal')).toBeUndefined()
  })

  test('a file with a mistake is named with its line', () => {
    expect(readThresholds('schwellenwerte:\n  - gueltig_ab: 2024-13-01\n', 's.yaml')).toEqual({
      faults: expect.arrayContaining([
        's.yaml, Zeile 2: „gueltig_ab“ („2024-13-01“) ist kein Datum wie 2024-03-22.',
      ]),
    })
    expect(readFeasibilityPlan('quelle: x\nbloecke: []\n', 'm.yaml')).toEqual({
      faults: ['m.yaml, Zeile 2: „bloecke“ braucht mindestens einen Eintrag.'],
    })
  })
})
