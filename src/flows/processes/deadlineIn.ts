import type { NamedDeadline } from '../../domain/process/deadlineNamed.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { type StepOfProcess, stepsNamed } from '../../domain/process/stepsNamed.ts'
import type { Plans } from './plans.ts'

export type FoundDeadline =
  | { kind: 'one'; at: StepOfProcess }
  | { kind: 'many'; found: StepOfProcess[] }
  | { kind: 'none'; near: string[] }

/** The step that a person named; `of` narrows to some Abläufe. */
export function deadlineIn(
  plans: Plans,
  named: NamedDeadline,
  of: (process: PlannedProcess) => boolean = () => true,
): FoundDeadline {
  if (named.kind === 'number' && named.number.startsWith('F')) {
    const at = plans.withNumber(named.seq)
    return at && of(at.process) ? { kind: 'one', at } : { kind: 'none', near: [] }
  }
  // "V2" is a step of some profiles.
  const text = named.kind === 'number' ? named.number.replace('-', '') : named.text
  const { found, near } = stepsNamed(plans.all.filter(of), text)
  const [first, ...more] = found
  if (!first) return { kind: 'none', near }
  return more.length === 0 ? { kind: 'one', at: first } : { kind: 'many', found }
}

/**
 * "F-7"; a step that has no number goes by its id and what it is about: "K5", "B3 Mitte". Phases of a procurement have ids that nobody
 * knows: they go by their titles, with the number of the procedure where something else is called the same.
 */
export function nameIn(plans: Pick<Plans, 'numberOf' | 'all'>, { process, step }: StepOfProcess): string {
  const seq = plans.numberOf(process.instance.id, step.id)
  if (seq !== undefined) return `F-${seq}`
  const about =
    process.title === process.template.name ? '' : process.title.slice(process.template.name.length)
  const parts = about.split(' · ').filter(part => part !== '')
  if (process.template.art !== 'vergabe') return [step.id, ...parts].join(' ')
  const named = plans.all.flatMap(each => each.steps).filter(each => each.title === step.title)
  return named.length > 1 ? [step.title, ...parts].join(' ') : step.title
}

/** The same as it can be typed in a command: several words stand in quotation marks. */
export function typedName(name: string): string {
  return name.includes(' ') ? `„${name}“` : name
}
