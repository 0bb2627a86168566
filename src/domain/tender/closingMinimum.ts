import { Temporal } from 'temporal-polyfill'
import { isLeastFor } from '../time/periods/closing.ts'
import type { PeriodCase } from '../time/periods/inputs.ts'
import { appliesTo, lawInForce } from '../time/periods/law.ts'
import type { Period } from '../time/periods/period.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'
import type { Closing } from './tenderCase.ts'

export type DatePeriod = Extract<Period, { kind: 'date' }>

/** What holds for a closing date by what is known: open conditions shorten nothing. */
export interface ClosingMinimum {
  /** The whole day on which it may end at the earliest. */
  end: DatePeriod
  /** The first day on which it may end at an hour; null: the rules name none. */
  atHour: DatePeriod | null
}

/** The least period for a closing date; null: its event is not known, or the law names no number. */
export function closingMinimum(
  closing: Closing,
  one: PeriodCase,
  periods: readonly Period[],
  rules: RuleSets,
): ClosingMinimum | null {
  const dates = new Map(periods.flatMap(each => (each.kind === 'date' ? [[each.key, each]] : [])))
  const found = lawInForce(one, rules)
    .flatMap(law => law.fristen)
    .filter(rule => appliesTo(rule, one))
    .flatMap(rule => {
      if (!isLeastFor(rule, closing, one.inputs)) return []
      const end = dates.get(rule.schluessel.replace('<n>', String(one.inputs.einvernehmliche_frist_tage)))
      if (!end || end.open.length > 0) return []
      const hourKey = rule.art === 'mindestfrist' ? rule.schlusstermin : undefined
      return [{ end, atHour: (hourKey && dates.get(hourKey)) || null }]
    })
  return found.sort((a, b) => Temporal.PlainDate.compare(a.end.date, b.end.date))[0] ?? null
}
