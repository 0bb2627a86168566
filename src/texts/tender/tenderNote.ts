import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { PeriodCase } from '../../domain/time/periods/inputs.ts'
import { lawInForce, lawName } from '../../domain/time/periods/law.ts'
import type { RuleSets } from '../../domain/time/periods/ruleSet.ts'
import { standLine } from '../standNote.ts'
import { tenderSentences } from './tenderSentences.ts'

/** Small print under every answer about procurement: what it rests on, and the law that was counted with. */
export function tenderNote(
  profile: Pick<Profile, 'stand' | 'quelle'>,
  process: Pick<PlannedProcess, 'changedAt'> | null,
  one: PeriodCase | null,
  rules: RuleSets,
): string {
  const laws = one ? lawInForce(one, rules) : newest(rules)
  const names = [...new Set(laws.map(lawName))].join('; ')
  return `${standLine(profile, process?.changedAt ?? null)} ${tenderSentences.noAdvice}; Stand der Regeln: ${names}.`
}

/** The latest version of each law. */
function newest(rules: RuleSets): RuleSets {
  const byName = new Map<string, RuleSets[number]>()
  for (const each of [...rules].sort((a, b) => a.gueltig_ab.localeCompare(b.gueltig_ab)))
    byName.set(each.regelwerk, each)
  return [...byName.values()]
}
