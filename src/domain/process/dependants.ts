import type { PlannedProcess, PlannedStep } from './process.ts'
import type { StepOfProcess } from './stepsNamed.ts'
import { countedFrom } from './template/templateFaults.ts'
import { sameSubject } from './wantedInstances.ts'

/** The steps that wait for this one, whose dates are counted from it, or that it opens the gate for. */
export function dependants(
  plans: readonly PlannedProcess[],
  { process, step }: { process: PlannedProcess; step: PlannedStep },
): StepOfProcess[] {
  const key = `${process.template.id}:${step.id}`
  return plans.flatMap(other =>
    other.steps.flatMap(each => {
      const template = other.template.schritte.find(own => own.id === each.id)
      const inside =
        other.instance.id === process.instance.id &&
        (template?.nach.includes(step.id) || countedFrom(template?.termin ?? null) === step.id)
      const { subject } = process.instance
      const behindGate =
        template?.tor?.braucht === key &&
        template.tor.wirkung !== 'frei' &&
        (subject.kind === 'programm' || sameSubject(subject, other.instance.subject))
      return inside || behindGate ? [{ process: other, step: each }] : []
    }),
  )
}
