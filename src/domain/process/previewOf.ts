import type { PlannedProcess, PlannedStep, When } from './process.ts'

/** A date that a change would move. */
export interface MovedDate {
  process: PlannedProcess
  step: PlannedStep
  from: When | null
  to: When | null
}

/** What a change would do, before anybody makes it. */
export interface Preview {
  moved: MovedDate[]
  /** Steps that would lie before what must come first, and did not before. */
  conflicts: { process: PlannedProcess; step: PlannedStep }[]
}

/** Compares the plans before and after a change that was not made yet; both hold the same Abläufe. */
export function previewOf(before: readonly PlannedProcess[], after: readonly PlannedProcess[]): Preview {
  const preview: Preview = { moved: [], conflicts: [] }
  const earlier = new Map(before.map(process => [process.instance.id, process]))
  for (const process of after) {
    const steps = new Map(earlier.get(process.instance.id)?.steps.map(step => [step.id, step]))
    for (const step of process.steps) {
      const old = steps.get(step.id)
      const from = old?.when ?? null
      // What was done with another step, or is open again with it, did not move.
      const done = step.doneWith !== (old?.doneWith ?? null)
      if (!done && !sameWhen(from, step.when)) preview.moved.push({ process, step, from, to: step.when })
      if (step.conflicts.some(each => !old?.conflicts.includes(each)))
        preview.conflicts.push({ process, step })
    }
  }
  return preview
}

function sameWhen(one: When | null, other: When | null): boolean {
  if (one === null || other === null) return one === other
  return one.first.equals(other.first) && one.last.equals(other.last) && one.tentative === other.tentative
}
