import type { PlannedProcess } from '../process/process.ts'
import type { PeriodCase } from '../time/periods/inputs.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'

/** What the law says to a change in a procedure; sentences are German and whole. */
export type LegalCheck =
  | { kind: 'ok'; hints: readonly string[] }
  /** Allowed with this reason, which is kept as it stands. */
  | { kind: 'deviation'; reason: string; sentence: string }
  | { kind: 'refused'; sentence: string }

export interface Law {
  land: PeriodCase['land']
  rules: RuleSets
}

export const lawful: LegalCheck = { kind: 'ok', hints: [] }
export const refused = (sentence: string): LegalCheck => ({ kind: 'refused', sentence })

/** Titles of the steps that give or are a fact, for sentences. */
export function labelsOf({ template }: PlannedProcess): Record<string, string> {
  return Object.fromEntries(
    template.schritte.flatMap(({ ergibt, schlusstermin, titel }) =>
      [ergibt, schlusstermin].flatMap(name => (name ? [[name, titel] as const] : [])),
    ),
  )
}
