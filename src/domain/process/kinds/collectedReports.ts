import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'

/** How far the reports of one year have come. */
export interface CollectedReports {
  /** "2019/20". */
  cycle: string
  /** Reports that are due of each school, and which of them are there. */
  each: { name: string; arrived: boolean }[]
  /** What follows for the whole programme: evaluation, committees. */
  chain: PlannedProcess[]
}

/** The reports of the year that runs on `today` and of the one before when something of it is still open, latest first. */
export function collectedReports(
  plans: readonly PlannedProcess[],
  today: Temporal.PlainDate,
): CollectedReports[] {
  const begun = plans
    .filter(({ template }) => template.art === 'bericht')
    .filter(({ instance }) => Temporal.PlainDate.compare(instance.start, today) <= 0)
    .sort((a, b) => Temporal.PlainDate.compare(b.instance.start, a.instance.start))
  const cycles = [...new Set(begun.map(each => each.instance.cycle))].slice(0, 2)
  return cycles
    .map(cycle => ({
      cycle,
      each: begun
        .filter(({ template, instance }) => template.je !== 'programm' && instance.cycle === cycle)
        .map(plan => ({ name: plan.instance.subject.name, arrived: plan.steps.every(isSettled) })),
      chain: begun.filter(({ template, instance }) => template.je === 'programm' && instance.cycle === cycle),
    }))
    .filter((year, i) => i === 0 || isOpen(year))
}

function isOpen({ each, chain }: CollectedReports): boolean {
  return each.some(report => !report.arrived) || chain.some(plan => !plan.over)
}
