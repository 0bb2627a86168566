import { z } from 'zod'
import type { Profile } from '../programme/profile.ts'
import {
  inputNames,
  type PeriodCase,
  type Procedure,
  proceduresOf,
  type Regime,
} from '../time/periods/inputs.ts'
import { readCase } from '../time/periods/readCase.ts'
import type { RuleSets } from '../time/periods/ruleSet.ts'

/** Hour of a closing date ("12:00"), kept beside its day: a date that moves keeps its hour. */
export const closingHours = {
  teilnahmefrist_ende: 'teilnahmefrist_uhrzeit',
  angebotsfrist_ende: 'angebotsfrist_uhrzeit',
} as const
export type Closing = keyof typeof closingHours

/** Facts of a procedure beside those that periods follow from. */
const ownFacts = z.object({
  verfahren: z.string(),
  regime: z.string(),
})

const known: ReadonlySet<string> = new Set(inputNames)

/**
 * The facts of a procedure as the period engine reads them; null: these are no facts of a procedure. An hour that is known for a
 * closing date is joined with its day, and the contract begins with the award where no other day was named (§ 127 GWB,
 * §§ 145 ff. BGB: the award accepts the tender).
 */
export function tenderCase(
  facts: Readonly<Record<string, unknown>>,
  land: PeriodCase['land'],
  rules: RuleSets,
): { case: PeriodCase } | { problem: string } | null {
  const own = ownFacts.safeParse(facts)
  if (!own.success) return null
  const inputs = Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => known.has(name) && value !== null),
  )
  for (const [closing, hour] of Object.entries(closingHours)) {
    const day = inputs[closing]
    const time = facts[hour]
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && typeof time === 'string')
      inputs[closing] = `${day}T${time}`
  }
  if (inputs.zuschlag_am !== undefined) inputs.vertrag_geschlossen ??= inputs.zuschlag_am
  return readCase({ land, regime: own.data.regime, procedure: own.data.verfahren, inputs }, rules)
}

/** The law under which a kind of procedure runs in a programme: the profile's, when it has this kind at all. */
export function regimeOf(procedure: Procedure, { vergabe }: Pick<Profile, 'vergabe'>): Regime {
  const wanted = vergabe.regime ?? 'EU_VgV'
  if (proceduresOf(wanted).includes(procedure)) return wanted
  return proceduresOf('UVgO').includes(procedure) ? 'UVgO' : 'EU_VgV'
}
