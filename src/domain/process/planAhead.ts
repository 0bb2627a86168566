import { Temporal } from 'temporal-polyfill'
import type { ProcessHistory } from './plansOf.ts'
import type { Subject } from './process.ts'
import type { ProcessTemplate } from './template/template.ts'

/** An Ablauf that nobody has begun, to see which dates it would have. Its id is none of the database. */
export function imagined(
  template: ProcessTemplate,
  subject: Subject,
  { cycle, start }: { cycle: string; start: Temporal.PlainDate },
): ProcessHistory {
  return { instance: { id: 0, template: template.id, subject, cycle, start, facts: {} }, events: [] }
}

/** The cycle of a calendar year. */
export function yearCycle(year: number): { cycle: string; start: Temporal.PlainDate } {
  return { cycle: String(year), start: Temporal.PlainDate.from({ year, month: 1, day: 1 }) }
}
