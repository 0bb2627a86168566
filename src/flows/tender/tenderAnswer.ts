import type { PlannedProcess } from '../../domain/process/process.ts'
import { currentProcedure } from '../../domain/tender/currentProcedure.ts'
import { newPeriods } from '../../domain/tender/newPeriods.ts'
import { periodsByGroup } from '../../domain/tender/periodView.ts'
import { tenderCase } from '../../domain/tender/tenderCase.ts'
import { inPeoplesWords } from '../../domain/tender/tenderEvents.ts'
import type { RuleSets } from '../../domain/time/periods/ruleSet.ts'
import type { Reply } from '../../reply/reply.ts'
import { tenderNote } from '../../texts/tender/tenderNote.ts'
import { tenderChanged, tenderPreview, tenderSentence } from '../../texts/tender/tenderReplies.ts'
import type { ChangeNeeds } from '../processes/changeProcesses.ts'
import { doneAlong } from '../processes/doneAlong.ts'
import type { Plans } from '../processes/plans.ts'
import { around } from '../processes/stepAnswers.ts'
import type { ChangedProcedure } from './changeProcedure.ts'
import type { Simulated } from './simulate.ts'

export interface TenderOrder {
  /** „Zuschlag erteilt am Di 17.09.2024 eintragen“: what is asked, without its question mark. */
  question: string
  /** „Eingetragen: Zuschlag erteilt am Di 17.09.2024“, without its full stop. */
  done: string
  /** The line that does it, without free words. */
  line: string
  /** „grund: …“ and the like, which stand last. */
  clauses: readonly string[]
  /** Label of the button. */
  yes: string
  /** Whether the asker may see what tells of companies. */
  companies: boolean
}

/** The answer to an order about a procedure: why not, what it would do, or what it did. */
export function tenderAnswer(
  needs: ChangeNeeds,
  rules: RuleSets,
  result: ChangedProcedure,
  order: TenderOrder,
): Reply {
  const { profile } = needs.programme
  const { plans } = result
  const process = currentProcedure(plans.all)
  const note = tenderNote(profile, process, caseOf(needs, process, rules), rules)
  const shown = process ? [{ label: 'Phasen', command: 'vergabe phase' }] : []
  switch (result.kind) {
    case 'refused':
      return tenderSentence(result.faults.map(each => inPeoplesWords(each, {})).join(' '), shown, note)
    case 'asked': {
      const after = currentProcedure(result.after)
      return tenderPreview({
        lead: order.question,
        hints: result.hints,
        preview: result.preview,
        groups: certainOnly(groupsOf(needs, process, after, rules, order.companies)),
        again: result.again,
        actions: [
          {
            label: order.yes,
            command: [order.line, `wirklich:${result.fingerprint}`, ...order.clauses].join(' '),
          },
          { label: 'Nein', command: 'vergabe phase' },
        ],
        ...around(needs, plans),
        note: tenderNote(profile, process, caseOf(needs, after, rules), rules),
      })
    }
    case 'changed':
      return tenderChanged({
        lead: order.done,
        hints: [...result.hints, ...doneAlong(result.before, plans)],
        preview: result.preview,
        groups: certainOnly(
          groupsOf(needs, currentProcedure(result.before.all), process, rules, order.companies),
        ),
        counted: 'brief',
        actions: [...shown, { label: 'Alle Fristen', command: 'vergabe fristen' }],
        ...around(needs, plans),
        note,
      })
  }
}

/** The answer to a day that is only supposed. */
export function simulationAnswer(
  needs: ChangeNeeds,
  rules: RuleSets,
  plans: Plans,
  found: Simulated,
  { words, companies }: { words: string; companies: boolean },
): Reply {
  const { profile } = needs.programme
  if (found.kind === 'refused') {
    const note = tenderNote(profile, currentProcedure(plans.all), null, rules)
    return tenderSentence(inPeoplesWords(found.sentence, {}), [], note)
  }
  const { before, after, preview, hints } = found
  const where = before ? '' : ` (${after.template.name})`
  return tenderChanged({
    lead: `Angenommen: ${words}${where}. Eingetragen ist nichts`,
    hints,
    preview,
    groups: groupsOf(needs, before, after, rules, companies),
    actions: before ? [{ label: 'Alle Fristen', command: 'vergabe fristen' }] : [],
    ...around(needs, plans),
    note: tenderNote(profile, before, caseOf(needs, after, rules), rules),
    movedTitle: 'Das würde sich ändern',
  })
}

/** Without what holds under a condition that nobody spoke of; „vergabe fristen“ shows that too. */
function certainOnly(groups: ReturnType<typeof groupsOf>): ReturnType<typeof groupsOf> {
  return groups.flatMap(([group, periods]) => {
    const certain = periods.filter(each => each.open.length === 0)
    return certain.length > 0 ? [[group, certain] satisfies (typeof groups)[number]] : []
  })
}

function groupsOf(
  needs: ChangeNeeds,
  before: PlannedProcess | null,
  after: PlannedProcess | null,
  rules: RuleSets,
  companies: boolean,
) {
  const one = caseOf(needs, after, rules)
  if (!after || !one) return []
  const same = before?.instance.id === after.instance.id ? before : null
  const periods = newPeriods(same, after, { land: needs.dates.land, rules })
  return periodsByGroup(periods, one, { companies })
}

function caseOf(needs: ChangeNeeds, process: PlannedProcess | null, rules: RuleSets) {
  const read = process && tenderCase(process.facts, needs.dates.land, rules)
  return read && 'case' in read ? read.case : null
}
