import { Temporal } from 'temporal-polyfill'
import { germanDay } from '../time/day.ts'
import type { ProcessInstance } from './process.ts'

/** "2024/25" as it is; the day of a meeting as people write it, "Nr. 2" of the second one. "" where there is only one. */
export function cycleWords({ cycle }: Pick<ProcessInstance, 'cycle'>): string {
  if (/^\d{1,3}$/.test(cycle)) return `Nr. ${cycle}`
  return /^\d{4}-\d{2}-\d{2}$/.test(cycle) ? germanDay(Temporal.PlainDate.from(cycle)) : cycle
}
