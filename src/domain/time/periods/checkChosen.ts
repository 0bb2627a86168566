import { Temporal } from 'temporal-polyfill'
import { germanDay, germanDayWithWeekday } from '../day.ts'
import type { Regime } from './inputs.ts'
import type { Period } from './period.ts'

/** What becomes of a date that somebody chose against a period. */
export type Chosen =
  | { kind: 'ok' }
  /** Allowed with its reason, which belongs into the Vergabevermerk. */
  | { kind: 'deviation'; norm: string; reason: string; sentence: string }
  /** `lawful` is the earliest (or, for a deadline, the latest) date that would do. */
  | { kind: 'refused'; lawful: Temporal.PlainDate; sentence: string }

/**
 * Holds a chosen date against a period. Shorter than the least period is a deviation where the law lets the office deviate
 * and it says why: social services by § 65 Abs. 3 VgV, all others down to the urgent floor. § 20 VgV and the GWB know none.
 * Periods without a date (`value`, `datetime`) and those that bind nobody allow every day.
 */
export function checkChosen(
  period: Period,
  chosen: Temporal.PlainDate,
  regime: Regime,
  reason: string | null,
): Chosen {
  if (period.kind !== 'date' || period.bound === null) return { kind: 'ok' }
  const early = Temporal.PlainDate.compare(chosen, period.date)
  if (period.bound === 'not-after')
    return early <= 0
      ? { kind: 'ok' }
      : {
          kind: 'refused',
          lawful: period.date,
          sentence: `Der ${germanDay(chosen)} liegt nach dem letzten zulässigen Tag für „${period.label}“ (${named(period)}).`,
        }
  if (early >= 0) return { kind: 'ok' }
  if (period.eventDay && Temporal.PlainDate.compare(chosen, period.eventDay) <= 0)
    return {
      kind: 'refused',
      lawful: period.date,
      sentence: `Der ${germanDay(chosen)} liegt nicht nach dem Tag, an dem die Frist beginnt (${germanDayWithWeekday(period.eventDay)}).`,
    }
  const norm = deviationNorm(period, chosen, regime)
  const given = reason?.trim() ?? ''
  const tooEarly = `Der ${germanDay(chosen)} liegt vor dem frühesten zulässigen ${endOf(period)} (${named(period)}).`
  if (norm === null)
    return { kind: 'refused', lawful: period.date, sentence: `${tooEarly}${floorHint(period, regime)}` }
  if (given === '')
    return {
      kind: 'refused',
      lawful: period.date,
      sentence: `${tooEarly} Für eine kürzere Frist nach ${norm} bitte Begründung angeben.`,
    }
  return {
    kind: 'deviation',
    norm,
    reason: given,
    sentence: `Abweichung nach ${norm} mit Begründung: Der ${germanDay(chosen)} liegt vor dem Ende der Regelfrist (${named(period)}). Die Begründung gehört in den Vergabevermerk.`,
  }
}

/** The norm that carries a shorter period, if one does. */
function deviationNorm(
  { deviation, urgentFloor }: Extract<Period, { kind: 'date' }>,
  chosen: Temporal.PlainDate,
  regime: Regime,
): string | null {
  if (regime === 'EU_VgV_sozial' && deviation) return deviation
  if (urgentFloor && Temporal.PlainDate.compare(chosen, urgentFloor.date) >= 0) return urgentFloor.norm
  return null
}

function floorHint({ urgentFloor }: Period, regime: Regime): string {
  if (!urgentFloor || regime === 'EU_VgV_sozial') return ''
  return ` Auch bei hinreichend begründeter Dringlichkeit geht es nicht vor dem ${germanDayWithWeekday(urgentFloor.date)} (${urgentFloor.norm}).`
}

function named(period: Extract<Period, { kind: 'date' }>): string {
  return `${germanDayWithWeekday(period.date)}, ${period.norm}`
}

/** "Ende der Teilnahmefrist"; for what is no Frist the thing in quotes. */
function endOf({ label }: Period): string {
  const frist = /^(?:Frist|\S*frist)(?= |,|$)/i.test(label)
  return frist ? `Ende der ${label.split(',')[0]}` : `Tag für „${label}“`
}
