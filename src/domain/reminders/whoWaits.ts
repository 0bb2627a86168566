import { Temporal } from 'temporal-polyfill'
import { isBlocked } from '../process/gates.ts'
import type { PlannedProcess, PlannedStep, When } from '../process/process.ts'
import { isSettled } from '../process/stepsNamed.ts'
import { sameSubject } from '../process/wantedInstances.ts'

/** A step with the Ablauf it belongs to. */
export interface StepIn {
  process: PlannedProcess
  step: PlannedStep
}

/** Who has the ball: what each open step waits for, and what waits for it. */
export interface Waiting {
  /** The steps at the beginning of all that must come first; empty: it can be done now. */
  blockers(of: StepIn): readonly StepIn[]
  /** The earliest date that hangs on a step which has none itself, or lies after it; null: none. */
  heldUp(by: StepIn): { title: string; when: When } | null
}

/**
 * Follows "comes first" and locked gates back to the steps that somebody could do today. `counts` says whose dates hang on them:
 * what rests makes nobody hurry.
 */
export function waitingIn(
  plans: readonly PlannedProcess[],
  counts: (process: PlannedProcess) => boolean,
): Waiting {
  const found = new Map<PlannedStep, readonly StepIn[]>()
  const byTemplate = Map.groupBy(plans, plan => plan.instance.template)

  function blockers(of: StepIn, under: readonly PlannedStep[] = []): readonly StepIn[] {
    const known = found.get(of.step)
    if (known) return known
    const roots = directly(of, byTemplate).flatMap(each => {
      // Steps that wait for each other have no beginning; templates like that are refused.
      if (under.includes(each.step)) return []
      const before = blockers(each, [...under, of.step])
      return before.length > 0 ? before : [each]
    })
    const each = [...new Map(roots.map(root => [root.step, root])).values()]
    found.set(of.step, each)
    return each
  }

  const held = new Map<PlannedStep, { title: string; when: When }>()
  for (const process of plans) {
    if (process.over || !counts(process)) continue
    for (const step of process.steps) {
      const { when } = step
      if (!when || isSettled(step) || (step.waitsFor.length === 0 && !isBlocked(step))) continue
      for (const root of blockers({ process, step })) {
        const before = held.get(root.step)
        if (!before || Temporal.PlainDate.compare(when.first, before.when.first) < 0)
          held.set(root.step, { title: step.title, when })
      }
    }
  }
  return {
    blockers: of => (of.step.waitsFor.length === 0 && !isBlocked(of.step) ? [] : blockers(of)),
    heldUp({ step }) {
      const waiting = held.get(step)
      if (!waiting) return null
      const own = step.when
      return own && Temporal.PlainDate.compare(own.first, waiting.when.last) <= 0 ? null : waiting
    },
  }
}

function directly(
  { process, step }: StepIn,
  byTemplate: ReadonlyMap<string, readonly PlannedProcess[]>,
): StepIn[] {
  const inside = step.waitsFor.flatMap(id => {
    const before = process.steps.find(each => each.id === id)
    return before ? [{ process, step: before }] : []
  })
  return isBlocked(step) ? [...inside, ...behindGate(process, step.gate!.needs, byTemplate)] : inside
}

/** The step that opens the gate, of the same subject or of the whole programme. */
function behindGate(
  { instance }: PlannedProcess,
  needs: string,
  byTemplate: ReadonlyMap<string, readonly PlannedProcess[]>,
): StepIn[] {
  const [template = '', id] = needs.split(':')
  return (byTemplate.get(template) ?? [])
    .filter(
      each =>
        sameSubject(each.instance.subject, instance.subject) || each.instance.subject.kind === 'programm',
    )
    .flatMap(process => {
      const step = process.steps.find(each => each.id === id)
      return step && !isSettled(step) ? [{ process, step }] : []
    })
}
