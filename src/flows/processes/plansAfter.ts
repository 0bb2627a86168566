import type { PlannedProcess, ProcessChange } from '../../domain/process/process.ts'
import type { NewInstance } from '../../domain/process/wantedInstances.ts'
import { type Plans, type ProcessNeeds, planHistories } from './plans.ts'

/** The id under which an Ablauf is planned that does not exist yet; real ones begin with 1. */
export const notYet = 0

/** Changes that nobody has made yet, and an Ablauf that would begin with some. */
export interface Supposed {
  changes?: readonly { processId: number; change: ProcessChange }[]
  begin?: { instance: NewInstance; changes: readonly { change: ProcessChange }[] } | undefined
}

/** The plans as they would be. Time, author and reason change no date. */
export function plansAfter(
  needs: ProcessNeeds,
  plans: Pick<Plans, 'histories'>,
  { changes = [], begin }: Supposed,
): PlannedProcess[] {
  const event = ({ change }: { change: ProcessChange }) => ({
    ...change,
    at: '',
    by: '',
    reason: null,
    decidedBy: null,
  })
  const histories = plans.histories.map(each => ({
    ...each,
    events: [...each.events, ...changes.filter(change => change.processId === each.instance.id).map(event)],
  }))
  if (begin) histories.push({ instance: { ...begin.instance, id: notYet }, events: begin.changes.map(event) })
  return planHistories(needs, histories)
}
