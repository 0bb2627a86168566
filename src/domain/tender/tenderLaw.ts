import type { FeasibilityPlan } from '../time/periods/feasibilityPlan.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'
import type { Thresholds } from '../time/periods/thresholds.ts'

/** The law of procurement and the planning values, as profiles/procedures has them. */
export interface TenderLaw {
  rules: RuleSets
  thresholds: Thresholds
  feasibility: FeasibilityPlan
}
