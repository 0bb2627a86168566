import type { Temporal } from 'temporal-polyfill'
import { closingChecks, type Found } from './closing.ts'
import { type Counter, commonOf, holds, reason } from './counter.ts'
import { dispatchDays, momentOf } from './facts.ts'
import { eventInputs, type PeriodCase } from './inputs.ts'
import { backwardPeriods, latestPeriods, retentionPeriods, untilEventPeriods } from './latest.ts'
import { appliesTo, lawInForce, versionOn } from './law.ts'
import { agreedPeriods, minimumPeriods } from './minimum.ts'
import { hourPeriods, windowPeriods } from './moments.ts'
import type { Period } from './period.ts'
import type { Rule, RuleSet, RuleSets } from './ruleSet.ts'
import { standstillPeriods } from './standstill.ts'
import { tooEarlyNotes } from './tooEarly.ts'
import { calendarOf, type WorkCalendar } from './workCalendar.ts'

export type { PeriodCase } from './inputs.ts'
export type { Period } from './period.ts'
export type { RuleSets } from './ruleSet.ts'

/**
 * All periods that follow from what is known of a procedure, in the order of the rule sets. A case that came from outside goes
 * through readCase first, which names what is impossible in it. `calendar` is that of the Land unless a test has another.
 */
export function periodsOf(
  one: PeriodCase,
  rules: RuleSets,
  calendar: WorkCalendar = calendarOf(one.land),
): Period[] {
  return lawInForce(one, rules).flatMap(law => periodsUnder(law, one, rules, calendar))
}

/**
 * The periods of one law. Where a new version of it comes into force between two days of dispatch that are compared, each of
 * them is counted with its own; all that does not hang on the notice follows `law`, that of the first day.
 */
function periodsUnder(law: RuleSet, one: PeriodCase, rules: RuleSets, calendar: WorkCalendar): Period[] {
  const days = dispatchDays(one)
  const alternatives = countersFor(days, { case: one, law, calendar }).map(each => ({
    ...each,
    law: each.dispatch ? (versionOn(each.dispatch, law.regelwerk, one, rules) ?? law) : law,
  }))
  const only: Counter =
    alternatives.length === 1 ? alternatives[0]! : { ...alternatives[0]!, dispatch: null, suffix: '' }
  const versions = new Set([law, ...alternatives.map(each => each.law)])
  const found: Found[] = []
  for (const version of versions)
    for (const rule of version.fristen.filter(each => appliesTo(each, one))) {
      const counters = rule.ereignis === 'auftragsbekanntmachung_abgesendet' ? alternatives : [only]
      for (const counter of counters.filter(each => each.law === version && holds(rule, each)))
        for (const period of counted(rule, days, found, counter)) found.push({ rule, period })
    }
  return unique(found.map(each => each.period))
}

/** One look for each day on which the notice may go out; keys are told apart by the day only when there are several. */
function countersFor(
  days: readonly Temporal.PlainDate[],
  rest: Pick<Counter, 'case' | 'law' | 'calendar'>,
): Counter[] {
  if (days.length < 2) return [{ ...rest, dispatch: days[0] ?? null, suffix: '' }]
  return days.map(day => ({ ...rest, dispatch: day, suffix: `_bei_absendung_${day.toString()}` }))
}

function counted(
  rule: Rule,
  days: readonly Temporal.PlainDate[],
  found: readonly Found[],
  counter: Counter,
): Period[] {
  switch (rule.art) {
    case 'mindestfrist':
      return minimumPeriods(rule, counter)
    case 'vereinbarte_frist':
      return agreedPeriods(rule, counter)
    case 'hoechstfrist':
      return latestPeriods(rule, counter)
    case 'rueckwaerts':
      return backwardPeriods(rule, counter)
    case 'bis_zum_ereignis':
      return untilEventPeriods(rule, counter)
    case 'wartefrist':
      return standstillPeriods(rule, counter)
    case 'stunden':
      return hourPeriods(rule, counter)
    case 'zeitfenster':
      return windowPeriods(rule, days, counter)
    case 'schlusstermin_pruefung':
      return closingChecks(rule, found, counter)
    case 'aufbewahrung':
      return retentionPeriods(rule, counter)
    case 'wert':
      return valuePeriods(rule, counter)
  }
}

/** The law names no number. */
function valuePeriods(rule: Extract<Rule, { art: 'wert' }>, counter: Counter): Period[] {
  if (!momentOf(rule.ereignis, counter.case, counter.dispatch)) return []
  const { sentences, ...common } = commonOf(rule, null, counter)
  return [{ ...common, kind: 'value', value: rule.wert, why: reason(...sentences) }]
}

/** Two inputs may lead to one key (a request, and the same in text form): the first rule of the file is the nearer one. */
function unique(periods: readonly Period[]): Period[] {
  return [...new Map([...periods].reverse().map(each => [each.key, each])).values()].reverse()
}

/**
 * German sentences on what was said and is worth a look: what changes nothing, e.g. a standstill below the thresholds, and a
 * contract in the standstill. `periods` are those of the case.
 */
export function notesOn(one: PeriodCase, rules: RuleSets, periods: readonly Period[]): string[] {
  const laws = lawInForce(one, rules).flatMap(law => law.fristen.filter(each => appliesTo(each, one)))
  const used = new Set<string>(
    laws.flatMap(rule => [
      rule.ereignis,
      ...('oder_mit' in rule ? [rule.oder_mit] : []),
      ...('bis' in rule ? [rule.bis] : []),
      ...(rule.art === 'aufbewahrung' ? [rule.ab] : []),
    ]),
  )
  const unused = eventInputs
    .filter(event => one.inputs[event] !== undefined && !used.has(event))
    .map(event => `Aus „${event}“ folgt im Verfahren ${one.procedure} (${one.regime}) keine Frist.`)
  return [...unused, ...tooEarlyNotes(one, periods)]
}
