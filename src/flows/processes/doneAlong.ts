import type { Plans } from './plans.ts'

/** What was done with it elsewhere, or is open again with it (`erledigt_mit`). */
export function doneAlong(before: Pick<Plans, 'all'>, after: Pick<Plans, 'all'>): string[] {
  const linked = ({ all }: Pick<Plans, 'all'>) =>
    new Map(
      all.flatMap(process =>
        process.steps.flatMap(step =>
          step.doneWith === null
            ? []
            : [[`${process.instance.id}:${step.id}`, `${step.id} ${step.title}`] as const],
        ),
      ),
    )
  const [was, is] = [linked(before), linked(after)]
  const named = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...some]
      .filter(([key]) => !others.has(key))
      .map(([, name]) => name)
      .join(', ')
  const [done, open] = [named(is, was), named(was, is)]
  return [...(done ? [`Damit erledigt: ${done}.`] : []), ...(open ? [`Damit wieder offen: ${open}.`] : [])]
}
