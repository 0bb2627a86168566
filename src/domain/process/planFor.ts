import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, Subject } from './process.ts'
import { sameSubject } from './wantedInstances.ts'

/** The Ablauf of a subject that began last by `day`; null: none did. Cycles of the calendar are begun a cycle ahead. */
export function planFor(
  plans: readonly PlannedProcess[],
  template: string,
  subject: Subject,
  day: Temporal.PlainDate,
): PlannedProcess | null {
  const begun = plans.filter(
    ({ instance }) =>
      instance.template === template &&
      sameSubject(instance.subject, subject) &&
      Temporal.PlainDate.compare(instance.start, day) <= 0,
  )
  return begun.sort((a, b) => Temporal.PlainDate.compare(a.instance.start, b.instance.start)).at(-1) ?? null
}
