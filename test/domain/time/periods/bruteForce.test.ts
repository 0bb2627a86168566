import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Land } from '../../../../src/domain/time/calendar.ts'
import { countForward } from '../../../../src/domain/time/periods/count.ts'
import { calendarOf, lands } from '../../../../src/domain/time/periods/workCalendar.ts'
import { bruteForce, countedLands, isoOf, numberOf } from './bruteForce.ts'
import { counted, outcome } from './counted.ts'

const first = numberOf('2016-05-01')
const twentyYears = numberOf('2036-05-01') - first

describe('twenty years, counted a second time from day to day', () => {
  test('speak of all sixteen Länder', () => {
    expect([...countedLands].sort()).toEqual([...lands].sort())
  })

  test.each(countedLands)('%s has the same working days', land => {
    const { works } = bruteForce(land)
    const calendar = calendarOf(land as Land)
    const different: string[] = []
    let day = Temporal.PlainDate.from('2016-05-01')
    for (let at = first; at < first + twentyYears; at++) {
      if (works(at) !== calendar.isWorkingDay(day)) different.push(isoOf(at))
      day = day.add({ days: 1 })
    }
    expect(different).toEqual([])
  })

  // 30 days as in most rules; two, where Art. 3 Abs. 5 tells.
  test.each((['SH', 'NI', 'BE', 'NW'] as const).flatMap(land => [[land, 30] as const, [land, 2] as const]))(
    '%s: %i days end on the same day',
    (land, length) => {
      const { lastDay } = bruteForce(land)
      const calendar = calendarOf(land)
      const law = length === 2 ? 'vo_1182_71' : 'bgb'
      const different: string[] = []
      let day = Temporal.PlainDate.from('2016-05-01')
      for (let at = first; at < first + twentyYears; at++) {
        const { date } = countForward(day, { count: length, unit: 'days' }, law, calendar)
        if (date.toString() !== isoOf(lastDay(at, length, length === 2))) different.push(isoOf(at))
        day = day.add({ days: 1 })
      }
      expect(different).toEqual([])
    },
  )

  test('the whole engine agrees, every fifth week on another day of the week', () => {
    for (const land of ['SH', 'BE', 'NW', 'NI']) {
      const { lastDay, signing } = bruteForce(land)
      for (let at = first; at < first + twentyYears; at += 36) {
        const sent = isoOf(at)
        const periods = counted(
          {
            auftragsbekanntmachung_abgesendet: sent,
            aufforderung_erstangebot_abgesendet: sent,
            information_134_abgesendet: sent,
            versandweg: 'elektronisch',
            verstoss_erkannt_am: sent,
          },
          { land },
        )
        const found = [
          'teilnahmefrist_min_ende',
          'teilnahmefrist_min_ende_dringlich',
          'erstangebotsfrist_min_ende_elektronisch',
          'erstangebotsfrist_min_ende_dringlich',
          'vertragsschluss_fruehestens_herrschende_meinung',
          'vertragsschluss_fruehestens_vorsichtig',
          'ruege_spaetestens',
        ].map(key => outcome(periods.get(key)))
        expect([sent, ...found]).toEqual([
          sent,
          ...[30, 15, 25, 10].map(days => isoOf(lastDay(at, days, true))),
          isoOf(signing(at, 10, false)),
          isoOf(signing(at, 10, true)),
          isoOf(lastDay(at, 10, false)),
        ])
      }
    }
  })
})
