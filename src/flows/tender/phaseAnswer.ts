import type { TenderPhase } from '../../domain/programme/profile.ts'
import type { RuleSets } from '../../domain/time/periods/ruleSet.ts'
import type { Reply } from '../../reply/reply.ts'
import { phaseWords } from '../../texts/tender/tenderPhases.ts'
import type { Actor, ChangeNeeds } from '../processes/changeProcesses.ts'
import { setPhase } from './setPhase.ts'
import { tenderAnswer } from './tenderAnswer.ts'

/** Sets the phase by hand, or shows what that would change; `word` as it is typed. */
export async function phaseAnswer(
  needs: ChangeNeeds,
  rules: RuleSets,
  actor: Actor,
  wanted: { phase: TenderPhase | null; word: string; reason: string | null; confirmed: string | null },
): Promise<Reply> {
  const { phase, word, reason, confirmed } = wanted
  const result = await setPhase(needs, actor, { phase, reason }, confirmed)
  const stand = phase ? `Stand von Hand: ${phaseWords[phase]}` : 'Stand wie die erledigten Phasen'
  return tenderAnswer(needs, rules, result, {
    question: `${stand} setzen`,
    done: `Gesetzt: ${stand}`,
    line: `vergabe phase setzen ${word}`,
    clauses: reason ? [`grund: ${reason}`] : [],
    yes: 'Ja, setzen',
    companies: false,
  })
}
