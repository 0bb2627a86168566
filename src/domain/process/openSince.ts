import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from './process.ts'
import { isSettled } from './stepsNamed.ts'

/**
 * Since when somebody could have done a step: the day on which the last one before it was done, or on which its Ablauf began
 * when no source says a day. null: it is done, or it still waits for another one.
 */
export function openSince(process: PlannedProcess, step: PlannedStep): Temporal.PlainDate | null {
  if (isSettled(step) || step.waitsFor.length > 0) return null
  const before = process.template.schritte.find(each => each.id === step.id)?.nach ?? []
  const days = before.flatMap(id => process.steps.find(each => each.id === id)?.doneOn ?? [])
  const { start } = process.instance
  return days.reduce((latest, day) => (Temporal.PlainDate.compare(day, latest) > 0 ? day : latest), start)
}
