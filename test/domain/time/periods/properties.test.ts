import { fc, test as property } from '@fast-check/vitest'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { countBackward, countForward } from '../../../../src/domain/time/periods/count.ts'
import { periodsOf } from '../../../../src/domain/time/periods/periodsOf.ts'
import { readCase } from '../../../../src/domain/time/periods/readCase.ts'
import { calendarOf, lands, type WorkCalendar } from '../../../../src/domain/time/periods/workCalendar.ts'
import { counted, rules, typed } from './counted.ts'

const anyLand = fc.constantFrom(...lands)
const anyDay = fc
  .integer({ min: 0, max: 7_000 })
  .map(n => Temporal.PlainDate.from('2016-05-01').add({ days: n }))
const anyLength = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constant('days' as const) }),
  fc.record({
    count: fc.integer({ min: 1, max: 8 }),
    unit: fc.constantFrom('weeks' as const, 'months' as const),
  }),
)
const anyLaw = fc.constantFrom('vo_1182_71' as const, 'bgb' as const)

describe('counting forward', () => {
  property.prop([anyLand, anyDay, anyLength, anyLaw])(
    'never ends on a day off, and never before the last day',
    (land, event, length, law) => {
      const { date, unrolled, shifted } = countForward(event, length, law, calendarOf(land))
      expect(calendarOf(land).isWorkingDay(date)).toBe(true)
      expect(Temporal.PlainDate.compare(date, unrolled)).toBeGreaterThanOrEqual(0)
      expect(shifted).toBe(!date.equals(unrolled))
    },
  )

  property.prop([anyLand, anyDay, anyLength, anyLaw])(
    'a later event never ends earlier',
    (land, event, length, law) => {
      const end = (day: Temporal.PlainDate) => countForward(day, length, law, calendarOf(land)).date
      expect(Temporal.PlainDate.compare(end(event), end(event.add({ days: 1 })))).toBeLessThanOrEqual(0)
    },
  )

  property.prop([anyLand, anyDay, anyLength, anyLaw, fc.integer({ min: 0, max: 75 })])(
    'one holiday more never shortens a period',
    (land, event, length, law, n) => {
      const calendar = calendarOf(land)
      const more = {
        ...calendar,
        isWorkingDay: day => !day.equals(extra) && calendar.isWorkingDay(day),
      } satisfies WorkCalendar
      const extra = event.add({ days: n })
      const before = countForward(event, length, law, calendar).date
      const after = countForward(event, length, law, more).date
      expect(Temporal.PlainDate.compare(after, before)).toBeGreaterThanOrEqual(0)
    },
  )
})

property.prop([anyDay, fc.integer({ min: 1, max: 60 })])(
  'counting backward and forward again agree: so many full days lie between',
  (closing, days) => {
    const strict = countBackward(closing, days, true)
    expect(strict.add({ days: days + 1 }).equals(closing)).toBe(true)
    expect(countBackward(closing, days, false).equals(strict.add({ days: 1 }))).toBe(true)
    const { unrolled } = countForward(strict, { count: days, unit: 'days' }, 'bgb', calendarOf('SH'))
    expect(unrolled.add({ days: 1 }).equals(closing)).toBe(true)
  },
)

const everyDay = [
  'auftragsbekanntmachung_abgesendet',
  'aufforderung_erstangebot_abgesendet',
  'information_134_abgesendet',
  'verstoss_erkannt_am',
  'zuschlag_am',
  'vertrag_geschlossen',
  'antrag_textform_eingegangen',
  'nachpruefungsantrag_eingegangen',
  'entscheidung_vergabekammer_zugestellt',
] as const

property.prop([anyLand, anyDay], { numRuns: 40 })(
  'one holiday more never moves any date of a case forward',
  (land, start) => {
    const read = readCase(
      typed(Object.fromEntries(everyDay.map(each => [each, start.toString()])), { land }),
      rules,
    )
    if ('problem' in read) throw new Error(read.problem)
    const calendar = calendarOf(land)
    const extra = start.add({ days: 30 })
    const more: WorkCalendar = {
      ...calendar,
      isWorkingDay: day => !day.equals(extra) && calendar.isWorkingDay(day),
    }
    const changed = new Map(periodsOf(read.case, rules, more).map(each => [each.key, each]))
    for (const period of periodsOf(read.case, rules)) {
      const after = changed.get(period.key)
      if (period.kind === 'date' && after?.kind === 'date')
        expect(Temporal.PlainDate.compare(after.date, period.date)).toBeGreaterThanOrEqual(0)
    }
  },
)

test('every period has its norm, its law and a reason in whole sentences', () => {
  const inputs = Object.fromEntries(everyDay.map(each => [each, '2024-04-19']))
  const periods = [...counted({ ...inputs, angebotsfrist_ende: '2024-06-12T12:00' }).values()]
  expect(periods.length).toBeGreaterThan(25)
  for (const { norm, why, law } of periods) {
    expect(norm).toMatch(/^(§|OLG)/)
    expect(why).toMatch(/^[A-ZÄÖÜ„\d].*\.$/)
    expect(why).not.toMatch(/undefined|null|NaN|\.\.|\s\s/)
    expect(law).toMatch(/^(VgV|GWB), Fassung ab/)
  }
})
