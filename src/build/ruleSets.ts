import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadYaml } from '../domain/programme/readYaml.ts'
import { type ProcedurePhases, readPhases } from '../domain/tender/procedurePhases.ts'
import { type FeasibilityPlan, readFeasibilityPlan } from '../domain/time/periods/feasibilityPlan.ts'
import { type RuleSets, readRuleSet } from '../domain/time/periods/ruleSet.ts'
import { readThresholds, type Thresholds } from '../domain/time/periods/thresholds.ts'
import { ProblemForPeople } from '../problem.ts'

const proceduresFolder = fileURLToPath(new URL('../../profiles/procedures', import.meta.url))

/** The law that the program knows: each file of profiles/procedures/regelwerke. All faults of all files are thrown at once. */
export function procedureRules(folder = join(proceduresFolder, 'regelwerke')): RuleSets {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
  const read = files.map(name => readRuleSet(readFileSync(join(folder, name), 'utf8'), name))
  const faults = read.flatMap(each => ('faults' in each ? each.faults : []))
  if (faults.length > 0) throw new ProblemForPeople(...faults)
  return read.flatMap(each => ('data' in each ? each.data : []))
}

/** The thresholds of § 106 GWB, with the days from which they hold. */
export function thresholdTable(): Thresholds {
  return readOrThrow(readThresholds, 'schwellenwerte.yaml')
}

/** The blocks of a procedure and how long they take, for counting back from a start. */
export function feasibilityPlan(): FeasibilityPlan {
  return readOrThrow(readFeasibilityPlan, 'machbarkeit.yaml')
}

/** What happens one after another in each kind of procedure. */
export function procedurePhases(): ProcedurePhases {
  return readOrThrow(readPhases, 'phasen.yaml')
}

function readOrThrow<T>(read: (text: string, fileName: string) => ReadYaml<T>, fileName: string): T {
  const found = read(readFileSync(join(proceduresFolder, fileName), 'utf8'), fileName)
  if ('faults' in found) throw new ProblemForPeople(...found.faults)
  return found.data
}
