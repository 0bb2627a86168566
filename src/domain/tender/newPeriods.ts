import type { PlannedProcess } from '../process/process.ts'
import type { Period } from '../time/periods/period.ts'
import { periodsOf } from '../time/periods/periodsOf.ts'
import type { Law } from './legalCheck.ts'
import { tenderCase } from './tenderCase.ts'

/** All periods that follow from what is known of a procedure; none where its facts contradict each other. */
export function periodsOfProcess({ facts }: Pick<PlannedProcess, 'facts'>, { land, rules }: Law): Period[] {
  const read = tenderCase(facts, land, rules)
  return read !== null && 'case' in read ? periodsOf(read.case, rules) : []
}

/** The periods of a procedure after a change that it did not have before, or had on another day. */
export function newPeriods(before: PlannedProcess | null, after: PlannedProcess, law: Law): Period[] {
  const known = new Set(before ? periodsOfProcess(before, law).map(said) : [])
  return periodsOfProcess(after, law).filter(each => !known.has(said(each)))
}

function said(period: Period): string {
  switch (period.kind) {
    case 'date':
      return `${period.key} ${period.date}`
    case 'datetime':
      return `${period.key} ${period.datetime.toInstant()}`
    case 'value':
      return `${period.key} ${period.value}`
  }
}
