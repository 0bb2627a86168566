import { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday } from '../day.ts'
import type { PeriodCase } from './inputs.ts'
import type { Period } from './period.ts'

/**
 * German sentences on a contract that came before the end of a standstill. It happens, and the periods of § 135 GWB follow from
 * it, so it is no fault of the case.
 */
export function tooEarlyNotes({ inputs }: PeriodCase, periods: readonly Period[]): string[] {
  const event = inputs.vertrag_geschlossen ? 'vertrag_geschlossen' : 'zuschlag_am'
  const signed = inputs[event]
  if (!signed) return []
  // In the order of the rules: by the prevailing opinion, then by the careful reading.
  const [prevailing, careful] = periods.flatMap(each =>
    each.kind === 'date' && each.event === 'information_134_abgesendet' && each.bound === 'not-before'
      ? [each.date]
      : [],
  )
  if (!prevailing || !careful || Temporal.PlainDate.compare(signed, careful) >= 0) return []
  const when = `„${event}“ (${germanDayWithWeekday(signed)})`
  return Temporal.PlainDate.compare(signed, prevailing) < 0
    ? [
        `${when} liegt vor dem Ende der Wartefrist; der früheste Tag ist ${germanDayWithWeekday(prevailing)} (§ 134 Abs. 2 GWB), und ein früherer Vertrag kann von Anfang an unwirksam sein (§ 135 Abs. 1 Nr. 1 GWB).`,
      ]
    : [
        `${when} liegt nach herrschender Meinung nach der Wartefrist, vorsichtig gerechnet noch in ihr; sicher ist erst ${germanDayWithWeekday(careful)}.`,
      ]
}
