import { Temporal } from 'temporal-polyfill'
import { germanDay } from '../day.ts'
import { dayOfMoment, dispatchDays } from './facts.ts'
import { eventInputs, type PeriodCase } from './inputs.ts'
import type { Rule, RuleSet, RuleSets } from './ruleSet.ts'

/** Names of the laws that speak of a regime: "vgv" and "gwb". */
function lawsOf({ regime }: PeriodCase, sets: RuleSets): string[] {
  return [...new Set(sets.filter(each => each.regime.includes(regime)).map(each => each.regelwerk))]
}

/**
 * The version of each law that a procedure follows from the day of its notice; where no notice is known, that of the
 * earliest event (§ 186 Abs. 2 GWB: a procedure ends under the law under which it began).
 */
export function lawInForce(one: PeriodCase, sets: RuleSets): RuleSet[] {
  const day = beginning(one)
  return lawsOf(one, sets).flatMap(name => versionOn(day, name, one, sets) ?? [])
}

/** A German sentence when some law has no version for the day of the procedure; null otherwise. */
export function missingLaw(one: PeriodCase, sets: RuleSets): string | null {
  const day = beginning(one)
  const laws = lawsOf(one, sets)
  if (laws.length === 0) return `Für das Regime ${one.regime} ist kein Regelwerk vorhanden.`
  const missing = laws.find(name => versionOn(day, name, one, sets) === null)
  if (missing === undefined || day === null) return null
  const versions = sets.filter(each => each.regelwerk === missing)
  const first = versions.map(each => each.gueltig_ab).sort()[0]!
  return `Für den ${germanDay(day)} gibt es kein Regelwerk ${versions[0]!.name}; das älteste gilt ab ${germanDay(Temporal.PlainDate.from(first))}.`
}

/** The version of one law on a day, e.g. the newest VgV that had come into force; without a day the newest of all. */
export function versionOn(
  day: Temporal.PlainDate | null,
  name: string,
  { regime }: PeriodCase,
  sets: RuleSets,
): RuleSet | null {
  const versions = sets
    .filter(each => each.regelwerk === name && each.regime.includes(regime))
    .filter(each => day === null || each.gueltig_ab <= day.toString())
    .sort((a, b) => b.gueltig_ab.localeCompare(a.gueltig_ab))
  return versions[0] ?? null
}

function beginning(one: PeriodCase): Temporal.PlainDate | null {
  const dispatched = dispatchDays(one)
  const days =
    dispatched.length > 0
      ? dispatched
      : eventInputs.flatMap(event => {
          const said = event === 'auftragsbekanntmachung_abgesendet' ? undefined : one.inputs[event]
          return said === undefined ? [] : [dayOfMoment(said)]
        })
  return [...days].sort(Temporal.PlainDate.compare)[0] ?? null
}

/** "VgV, Fassung ab 18.04.2016". */
export function lawName({ name, gueltig_ab }: RuleSet): string {
  return `${name}, Fassung ab ${germanDay(Temporal.PlainDate.from(gueltig_ab))}`
}

/** Whether a rule speaks of this kind of procedure at all. */
export function appliesTo(rule: Rule, { procedure }: Pick<PeriodCase, 'procedure'>): boolean {
  return rule.verfahren?.includes(procedure) ?? true
}
