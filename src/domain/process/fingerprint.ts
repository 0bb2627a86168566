import { createHash } from 'node:crypto'
import type { Preview } from './previewOf.ts'
import type { ProcessChange } from './process.ts'
import type { NewInstance } from './wantedInstances.ts'

/**
 * Eight letters and digits that name what a preview shows: the change, the Ablauf that would begin and every date that would move. Who confirms sends
 * them back, so that what is made is what was shown.
 */
export function fingerprintOf(
  processId: number,
  change: ProcessChange | readonly ProcessChange[],
  preview: Preview,
  begun?: NewInstance,
): string {
  const shown = {
    processId,
    change,
    begun,
    moved: preview.moved.map(({ process, step, from, to }) => [
      process.instance.id,
      step.id,
      from && [from.wann, from.tentative],
      to && [to.wann, to.tentative],
    ]),
    conflicts: preview.conflicts.map(({ process, step }) => [process.instance.id, step.id]),
  }
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 8)
}
