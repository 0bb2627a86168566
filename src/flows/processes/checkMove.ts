import { Temporal } from 'temporal-polyfill'
import type { ProcessChange } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { lawfulDone, lawfulMove } from '../../domain/tender/lawfulChange.ts'
import { type LegalCheck, lawful } from '../../domain/tender/legalCheck.ts'
import type { ProcessNeeds } from './plans.ts'

/**
 * What the law of procurement says to a change of a step: `refused` with a sentence that names the earliest lawful day, a
 * `deviation` whose reason is kept in place of the one that was typed, or `ok`. null: it says nothing about this step, so the
 * rules for all Abläufe hold.
 */
export function checkMove(
  { dates }: Pick<ProcessNeeds, 'dates'>,
  { process, step }: StepOfProcess,
  change: ProcessChange,
  reason: string | null,
): LegalCheck | null {
  if (!dates.rules || process.template.art !== 'vergabe') return null
  const law = { land: dates.land, rules: dates.rules }
  switch (change.kind) {
    case 'done':
      return lawfulDone(process, step, Temporal.PlainDate.from(change.on), reason, law)
    case 'moved': {
      const sharp = change.to !== null && /^\d{4}-\d{2}-\d{2}$/.test(change.to)
      const closing = process.template.schritte.find(each => each.id === step.id)?.schlusstermin
      if (!sharp && closing)
        return {
          kind: 'refused',
          sentence: 'Das Ende einer Frist ist ein Tag. Bitte nennen Sie ihn, zum Beispiel 24.05.2024.',
        }
      return sharp ? lawfulMove(process, step, Temporal.PlainDate.from(change.to!), reason, law) : lawful
    }
    default:
      return null
  }
}
