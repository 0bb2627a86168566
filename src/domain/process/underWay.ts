import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from './process.ts'

/**
 * Since when a step is under way: the day on which the last of those before it was done. One that the document calls under way is
 * so at least since the Ablauf is kept. null: nobody has said that it began, or it still waits, or it is done.
 */
export function underWaySince(process: PlannedProcess, step: PlannedStep): Temporal.PlainDate | null {
  if ((step.state !== 'offen' && step.state !== 'laeuft') || step.waitsFor.length > 0) return null
  const before = process.template.schritte.find(each => each.id === step.id)?.nach ?? []
  const done = process.steps
    .filter(each => before.includes(each.id))
    .flatMap(each => each.doneOn ?? [])
    .sort(Temporal.PlainDate.compare)
    .at(-1)
  return done ?? (step.state === 'laeuft' ? process.instance.start : null)
}
