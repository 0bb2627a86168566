import type { DateContext, StatutoryDate } from '../process/dateByRule.ts'
import type { PeriodCase } from '../time/periods/inputs.ts'
import { periodsOf } from '../time/periods/periodsOf.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'
import { closingMinimum } from './closingMinimum.ts'
import { type Closing, closingHours, tenderCase } from './tenderCase.ts'

type Statutory = ReturnType<DateContext['statutory']>

const none: Statutory = { dates: new Map(), faults: [] }

/** Facts of so many states of procedures are remembered; plans are made anew at every command and every morning. */
const mostRemembered = 500

/** Steps of a template name these for the least period that holds by what is known. */
export const earliestKeys: Record<Closing, string> = {
  teilnahmefrist_ende: 'teilnahmefrist_fruehestens',
  angebotsfrist_ende: 'angebotsfrist_fruehestens',
}

/** The statutory dates of a procedure by its facts. The same facts are counted once. */
export function statutoryDates(land: PeriodCase['land'], rules: RuleSets): DateContext['statutory'] {
  const remembered = new Map<string, Statutory>()
  return facts => {
    if (facts.verfahren === undefined) return none
    const key = JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))
    const before = remembered.get(key)
    if (before) return before
    if (remembered.size >= mostRemembered) remembered.clear()
    const found = counted(facts, land, rules)
    remembered.set(key, found)
    return found
  }
}

/** What applies only under a condition that nobody spoke of sets no date: the longer period is safe. */
function counted(
  facts: Readonly<Record<string, unknown>>,
  land: PeriodCase['land'],
  rules: RuleSets,
): Statutory {
  const read = tenderCase(facts, land, rules)
  if (read === null) return none
  if ('problem' in read) return { dates: new Map(), faults: [read.problem] }
  const periods = periodsOf(read.case, rules)
  const dates = new Map<string, StatutoryDate>()
  for (const period of periods) {
    if (period.open.length > 0 || period.kind === 'value') continue
    const day = period.kind === 'date' ? period.date : period.datetime.toPlainDate()
    dates.set(period.key, { day, norm: period.norm, why: period.why, from: period.eventDay })
  }
  for (const closing of Object.keys(closingHours) as Closing[]) {
    const least = closingMinimum(closing, read.case, periods, rules)?.end
    if (least)
      dates.set(earliestKeys[closing], {
        day: least.date,
        norm: least.norm,
        why: least.why,
        from: least.eventDay,
      })
  }
  return { dates, faults: [] }
}
